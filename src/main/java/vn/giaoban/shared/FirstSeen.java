package vn.giaoban.shared;

/**
 * In which row a text stood first, for a million texts: twelve bytes for each place, of which at most two thirds are used, and the texts
 * themselves are not kept, only 64 bits of each: that among a million different texts any two are taken for the same has a chance of one in
 * 37 million.
 */
public final class FirstSeen {

    /** No row: the text was not there yet. */
    public static final int NEW = -1;

    private static final int BEGIN = 1 << 10;

    private long[] texts = new long[BEGIN];
    /** Each with one added; 0 where there is none. */
    private int[] rows = new int[BEGIN];

    private int used;

    /**
     * @param row from 0
     * @return the row in which the text stood before; {@link #NEW} if in none, and then this row is kept
     */
    public int putIfAbsent(String text, int row) {
        if (row < 0) {
            throw new IllegalArgumentException("row " + row);
        }
        if (used * 3L >= texts.length * 2L) {
            grow();
        }
        var hash = hash(text);
        var place = place(hash, texts, rows);
        if (rows[place] != 0) {
            return rows[place] - 1;
        }
        texts[place] = hash;
        rows[place] = row + 1;
        used++;
        return NEW;
    }

    public boolean has(String text) {
        return rows[place(hash(text), texts, rows)] != 0;
    }

    private void grow() {
        var before = texts;
        var beforeRows = rows;
        texts = new long[before.length * 2];
        rows = new int[before.length * 2];
        for (var i = 0; i < before.length; i++) {
            if (beforeRows[i] != 0) {
                var place = place(before[i], texts, rows);
                texts[place] = before[i];
                rows[place] = beforeRows[i];
            }
        }
    }

    private static int place(long hash, long[] texts, int[] rows) {
        var place = (int) (hash & texts.length - 1);
        while (rows[place] != 0 && texts[place] != hash) {
            place = place + 1 & texts.length - 1;
        }
        return place;
    }

    /** FNV-1a over the characters, mixed once more so that the low bits depend on all of them. */
    private static long hash(String text) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}

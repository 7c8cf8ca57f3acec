package vn.giaoban.ui;

/**
 * Where in a long list a page stands; the number of the page is parameter {@code page}, from 1.
 *
 * @param page this one
 * @param size rows on a full page
 * @param rows in the whole list
 */
public record Pager(int page, int size, long rows) {

    /** Pulls a number typed into the address to the nearest page there is. */
    public static Pager of(int asked, int size, long rows) {
        var last = (int) Math.max(1, (rows + size - 1) / size);
        return new Pager(Math.min(Math.max(1, asked), last), size, rows);
    }

    public int pages() {
        return (int) Math.max(1, (rows + size - 1) / size);
    }

    /** Rows before the first of this page, for {@code offset}. */
    public long skipped() {
        return (page - 1L) * size;
    }

    public boolean hasBefore() {
        return page > 1;
    }

    public boolean hasAfter() {
        return page < pages();
    }
}

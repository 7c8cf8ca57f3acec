package vn.giaoban.recount;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** One row of a file, by column; an empty cell is absent. */
record Row(File file, Map<String, String> cells) {

    Row {
        for (var column : cells.keySet()) {
            if (!file.columns().contains(column)) {
                throw new IllegalArgumentException(file.code() + " has no column " + column);
            }
        }
    }

    /** From pairs of column and text; pairs without text are left out. */
    static Row of(File file, String... pairs) {
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null && !pairs[i + 1].isEmpty()) {
                cells.put(pairs[i], pairs[i + 1]);
            }
        }
        return new Row(file, cells);
    }

    /** Null where the cell is empty. */
    String text(String column) {
        return cells.get(column);
    }

    LocalDate day(String column) {
        var text = text(column);
        return text == null ? null : LocalDate.parse(text);
    }

    boolean has(String column) {
        return cells.containsKey(column);
    }

    boolean is(String column, String... texts) {
        for (var text : texts) {
            if (text.equals(text(column))) {
                return true;
            }
        }
        return false;
    }

    String ref() {
        return text("ref");
    }

    /** Names an earlier row and fills nothing else: that row is no longer so. */
    boolean isCancellation() {
        return has("cancels") && cells.keySet().stream().allMatch(c -> c.equals("ref") || c.equals("cancels"));
    }

    /** The same row with other texts in some columns. */
    Row with(String... pairs) {
        var changed = new LinkedHashMap<>(cells);
        for (int i = 0; i < pairs.length; i += 2) {
            changed.put(pairs[i], pairs[i + 1]);
        }
        return new Row(file, changed);
    }

    /** The same row with the day that counts among its other days. */
    Row withDays(LocalDate day) {
        var row = has("ceremony_day") ? with("ceremony_day", day.toString()) : this;
        row = row.has("received_day")
                ? row.with(
                        "received_day",
                        day.toString(),
                        "issued_day",
                        day.minusDays(3).toString())
                : row;
        return row.has("decision_day")
                ? row.with("decision_day", day.minusDays(4).toString())
                : row;
    }

    @Override
    public String toString() {
        return file.code() + cells;
    }
}

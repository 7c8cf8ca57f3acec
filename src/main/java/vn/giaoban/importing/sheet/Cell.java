package vn.giaoban.importing.sheet;

/**
 * One cell as the file has it. A .csv file knows only text.
 *
 * @param text what stands there: digits of a number without exponent, {@code yyyy-mm-dd} (with {@code Thh:mm:ss} if there is a time) of a
 *     date, {@code true} or {@code false}, the mark of a fault such as {@code #N/A}
 */
public record Cell(Type type, String text) {

    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        FAULT
    }

    public static final Cell EMPTY = new Cell(Type.TEXT, "");

    public static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(Type.TEXT, text);
    }

    public boolean isBlank() {
        return text.isBlank();
    }
}

package vn.giaoban.ui;

/**
 * A column's head.
 *
 * @param text what stands there
 * @param number whether its cells are numbers, which stand at the right
 * @param sort what parameter {@code sort} is set to when the head is pressed; empty if the list cannot be sorted by it
 */
public record Column(String text, boolean number, String sort) {

    public static Column text(String text) {
        return new Column(text, false, "");
    }

    public static Column number(String text) {
        return new Column(text, true, "");
    }

    public Column sortedBy(String sort) {
        return new Column(text, number, sort);
    }
}

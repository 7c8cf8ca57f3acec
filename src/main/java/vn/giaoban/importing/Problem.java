package vn.giaoban.importing;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one row.
 *
 * @param row as a spreadsheet program numbers it: the headings are usually row 1, the first data row is 2
 * @param column code of the column; null where the row as a whole is wrong
 * @param code stays the same whatever the language
 */
public record Problem(int row, @Nullable String column, String code, String message) implements Comparable<Problem> {

    @Override
    public int compareTo(Problem other) {
        return Integer.compare(row, other.row);
    }
}

package vn.giaoban.membership;

import java.util.List;

/**
 * What is wrong, or worth knowing, in one cell of a file.
 *
 * @param row as the file counts them
 * @param column code of the column
 * @param code message key, such as {@code membership.unknown-unit}
 * @param arguments already words: days as 05/03/1987, units by name and code
 */
public record RowError(int row, String column, String code, List<String> arguments) {

    static RowError of(int row, String column, String code, String... arguments) {
        return new RowError(row, column, "membership." + code, List.of(arguments));
    }
}

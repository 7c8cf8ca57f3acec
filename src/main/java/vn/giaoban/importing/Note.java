package vn.giaoban.importing;

import org.jspecify.annotations.Nullable;

/**
 * Something that was understood and is told all the same.
 *
 * @param row the first row it holds for
 * @param count the number of rows
 */
public record Note(int row, @Nullable String column, String code, String message, int count) {}

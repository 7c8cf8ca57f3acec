package vn.giaoban.reporting.forms;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One statistical form: rows and columns with what each cell is reckoned by.
 *
 * @param code in addresses: {@code 1}
 * @param number as printed: {@code Biểu số 1-BTCTW}
 * @param across printed on A4 landscape
 * @param corner heading of the column of labels
 */
public record Form(
        String set,
        String code,
        String number,
        String title,
        boolean across,
        String corner,
        List<Column> columns,
        List<Row> rows,
        List<Check> checks) {

    public Form {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        checks = List.copyOf(checks);
    }

    /** Of which days a column is. */
    public enum Span {
        NOW,
        YEAR_AGO
    }

    /**
     * @param code as printed under the heading
     * @param formula with {@code $} where the row's stands; null: a share
     * @param part with {@code whole}: this column is the part's value in hundredths of the whole's
     */
    public record Column(
            String code,
            String heading,
            Span span,
            @Nullable String formula,
            @Nullable String part,
            @Nullable String whole) {

        public boolean isShare() {
            return formula == null;
        }
    }

    /**
     * @param mark as printed before the label: A, 1, a)
     * @param depth 0 for the sums of the form
     * @param formula null where there is nothing to reckon: a heading, or what the records do not hold
     * @param missing why there is no number though the form asks for one; null for a heading and where there is a formula
     * @param note what to know of its numbers, shown beside the form; null: nothing
     */
    public record Row(
            String code,
            String mark,
            String label,
            int depth,
            @Nullable String formula,
            @Nullable String missing,
            @Nullable String note) {

        public boolean isHeading() {
            return formula == null && missing == null;
        }

        /** Whether it is marked by a small letter, as in a). */
        public boolean letter() {
            return mark.length() == 1 && Character.isLowerCase(mark.charAt(0));
        }

        public boolean strong() {
            return depth == 0;
        }
    }

    /**
     * Rows that must agree, in every column that counts.
     *
     * @param words as people say it: A + B − C = D
     * @param left codes of rows with their signs
     * @param right as {@code left}
     */
    public record Check(String words, List<Signed> left, List<Signed> right) {

        public record Signed(boolean plus, String row) {}
    }

    public Row row(String code) {
        return rows.stream().filter(row -> row.code().equals(code)).findFirst().orElseThrow();
    }

    public Column column(String code) {
        return columns.stream()
                .filter(column -> column.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** @throws IllegalStateException if the cell has no formula: {@link #reckons} */
    public Formula formula(Row row, Column column) {
        if (!reckons(row, column)) {
            throw new IllegalStateException("no formula: " + number + " " + row.code() + "/" + column.code());
        }
        return Formula.of(Objects.requireNonNull(column.formula()).replace("$", Objects.requireNonNull(row.formula())));
    }

    /** Whether the cell is reckoned from figures: its row has a formula, and its column is no share. */
    public boolean reckons(Row row, Column column) {
        return row.formula() != null && column.formula() != null;
    }
}

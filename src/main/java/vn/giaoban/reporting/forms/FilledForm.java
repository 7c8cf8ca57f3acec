package vn.giaoban.reporting.forms;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Why;

/**
 * A form with its numbers.
 *
 * @param rows in the order of the form's, each with a cell for each column
 * @param checks in the order of the form's
 */
public record FilledForm(Form form, List<Row> rows, List<Checked> checks) {

    public record Row(Form.Row row, List<Cell> cells) {}

    /**
     * @param value a count, a mean with one decimal, or for a share the ratio (1 is the whole); null where there is none
     * @param kind what it is
     * @param why there is no value though the figures were asked; null otherwise
     */
    public record Cell(
            Form.Column column,
            @Nullable BigDecimal value,
            Kind kind,
            @Nullable Why why) {

        /** Whether something stands behind it that can be opened. */
        public boolean opens() {
            return value != null && value.signum() != 0 && kind != Kind.SHARE;
        }
    }

    /** How a cell is written. */
    public enum Kind {
        COUNT,
        MEAN,
        SHARE,
        /** A heading, or what the records do not hold. */
        EMPTY
    }

    /**
     * Rows that must agree, in one column.
     *
     * @param holds null where one of them is not shown to this reader or has no figure
     */
    public record Checked(
            Form.Check check,
            Form.Column column,
            @Nullable BigDecimal left,
            @Nullable BigDecimal right,
            @Nullable Boolean holds) {}

    public Row row(String code) {
        return rows.stream()
                .filter(row -> row.row().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    public Cell cell(String row, String column) {
        return row(row).cells().stream()
                .filter(cell -> cell.column().code().equals(column))
                .findFirst()
                .orElseThrow();
    }
}

package vn.giaoban.figures;

import org.jspecify.annotations.Nullable;

/**
 * A published function whose rows are there on one day: {@code unit_id} (as entered; figures reads on through standsFor), the key of the
 * row, and what conditions name. In the texts <code>{day}</code> is the day, <code>:known</code> the instant, <code>r</code> the row.
 *
 * @param rows such as <code>membership_api.belonging_on({day}, :known)</code>
 * @param details what is joined only where a condition or a breakdown needs it; "" if nothing
 * @param of what one row is
 * @param spans the same rows for all days at once, from which sums by month are kept; null: counted from the rows whenever asked
 */
public record DayRows(
        String code,
        String rows,
        String details,
        Of of,
        @Nullable Spans spans) {

    /** Rows that are never kept as sums. */
    public DayRows(String code, String rows, String details, Of of) {
        this(code, rows, details, of, null);
    }

    /**
     * Published functions of <code>:known</code> with {@code unit_id}, {@code from_day}, {@code until_day}, the key of the row, and what
     * conditions name. On each day they yield what the rows of the day are.
     *
     * @param plain for conditions that read the row alone
     * @param detailed for those that read the details, under the same names; null: such are not kept
     */
    public record Spans(String plain, @Nullable String detailed) {}

    /** What a row is, for opening the number. Units count for those above them, never for themselves. */
    public enum Of {
        MEMBER("r.register_id, r.member_id"),
        UNIT("null::smallint, r.unit_id"),
        VILLAGE("null::smallint, r.village_id");

        final String key;

        Of(String key) {
            this.key = key;
        }
    }
}

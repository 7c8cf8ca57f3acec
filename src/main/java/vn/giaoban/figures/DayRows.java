package vn.giaoban.figures;

/**
 * A published function whose rows are there on one day: {@code unit_id} (as entered; figures reads on through standsFor), the key of the
 * row, and what conditions name. In the texts <code>{day}</code> is the day, <code>:known</code> the instant, <code>r</code> the row.
 *
 * @param rows such as <code>membership_api.belonging_on({day}, :known)</code>
 * @param details what is joined only where a condition or a breakdown needs it; "" if nothing
 * @param of what one row is
 */
public record DayRows(String code, String rows, String details, Of of) {

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

package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one person belonged on each day and the steps between, read from the recorded facts; or why the facts contradict one another.
 * Corrections, cancellations and late rows need no rules of their own: change the facts, read the life again.
 *
 * <p>Source: counting, sections 1 to 3.
 *
 * @param errors empty if the facts can all be true; the rest is only meaningful then
 * @param end how it stands after the last fact
 */
public record Life(List<Belonging> belongings, List<Step> steps, List<LifeError> errors, End end) {

    /** After the last fact. */
    public enum Standing {
        /** Never a member as far as the register knows. */
        UNKNOWN,
        BELONGS,
        OUTSIDE,
        LEFT,
        DEAD
    }

    /**
     * @param by the movement that ended it, for those who left or died
     * @param on its day
     */
    public record End(
            Standing standing,
            @Nullable MovementKind by,
            @Nullable LocalDate on) {}

    public static Life of(Facts facts, UnitsOverTime structure) {
        return new LifeReader(facts, structure).read();
    }
}

package vn.giaoban.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * One event of a life that flows are counted from.
 *
 * @param fact key of the movement; of one who was carried, the event on units, negated
 * @param from cell as entered; null for those who come from outside the registers or were no members
 * @param to cell as entered; null for those who go outside or are members no more
 * @param degree the degree with which the step was taken; for a recognition the one it gave
 * @param outside the written name of the place, for transfers from or to one
 */
public record Step(
        long fact,
        MovementKind kind,
        LocalDate day,
        @Nullable UnitId from,
        @Nullable UnitId to,
        Degree degree,
        @Nullable String outside) {}

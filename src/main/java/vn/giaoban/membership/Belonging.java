package vn.giaoban.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * A stretch of days with the same cell, degree and condition.
 *
 * @param cell as entered; from the day it closed, read the unit that stands for it
 * @param temporary where he is for a time beside his cell, {@code residence} the cell of residence he was introduced to; they count nowhere
 * @param until exclusive
 */
public record Belonging(
        UnitId cell,
        Degree degree,
        boolean exempt,
        boolean suspended,
        boolean away,
        @Nullable Beside temporary,
        @Nullable Beside residence,
        LocalDate from,
        LocalDate until) {

    /** A unit as entered, or a place outside the registers by its name. */
    public record Beside(@Nullable UnitId unit, @Nullable String outside) {

        static @Nullable Beside of(@Nullable UnitId unit, @Nullable String outside) {
            return unit == null && outside == null ? null : new Beside(unit, outside);
        }
    }
}

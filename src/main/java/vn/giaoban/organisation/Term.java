package vn.giaoban.organisation;

import java.time.LocalDate;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;

/**
 * A term of a unit's committee.
 *
 * @param name as it is called: Nhiệm kỳ 2020–2025
 * @param until exclusive; {@code Days.FOREVER} if no end was set
 */
public record Term(long id, UnitId unit, String name, LocalDate from, LocalDate until) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** Whether somebody's days in a post reach into this term. */
    public boolean includes(Holding holding) {
        var end = holding.until() == null ? Days.FOREVER : holding.until();
        return holding.from().isBefore(until) && from.isBefore(end);
    }
}

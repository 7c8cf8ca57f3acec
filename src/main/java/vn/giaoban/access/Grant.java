package vn.giaoban.access;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * A role that an account holds over a subtree.
 *
 * @param unit as it was granted, closed since or not; null for everything
 * @param givenBy login of who proposed it
 * @param confirmedBy login of the second person
 */
public record Grant(
        long id,
        AccountId account,
        String login,
        String name,
        String role,
        @Nullable UnitId unit,
        LocalDate from,
        LocalDate until,
        @Nullable String post,
        String givenBy,
        String confirmedBy,
        Instant recordedAt) {

    public boolean holdsOn(LocalDate day) {
        return !from.isAfter(day) && day.isBefore(until);
    }
}

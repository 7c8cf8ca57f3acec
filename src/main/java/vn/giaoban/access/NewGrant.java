package vn.giaoban.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;

/**
 * A role over a unit and all below it, between two days.
 *
 * @param unit null for everything, also registers that come later
 * @param until exclusive; {@link Days#FOREVER} for no end
 * @param post code of a post ({@code bi-thu}): holds only while the person behind the account holds it in the unit; null if it hangs on none
 */
public record NewGrant(
        AccountId account,
        String role,
        @Nullable UnitId unit,
        LocalDate from,
        LocalDate until,
        @Nullable String post) {

    public NewGrant(AccountId account, String role, @Nullable UnitId unit, LocalDate from) {
        this(account, role, unit, from, Days.FOREVER, null);
    }
}

package vn.giaoban.access.web;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.access.AccountId;
import vn.giaoban.access.NewGrant;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;

/**
 * What the administrator typed.
 *
 * @param post code of the post that the right hangs on; empty: on none
 * @param until the last day, as people say it
 */
public record GrantForm(
        @Nullable String role,
        @Nullable String unit,
        @Nullable String post,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String reason) {

    NewGrant toNewGrant(AccountId account, @Nullable UnitId over, LocalDate today) {
        return new NewGrant(
                account,
                requireNonNullElse(role, ""),
                over,
                requireNonNullElse(from, today),
                until == null ? Days.FOREVER : until.plusDays(1),
                post == null || post.isBlank() ? null : post);
    }
}

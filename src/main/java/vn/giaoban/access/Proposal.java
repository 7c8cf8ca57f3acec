package vn.giaoban.access;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/** What one administrator asked for and another has to confirm. */
public record Proposal(
        long id,
        Kind kind,
        AccountId account,
        String login,
        String name,
        @Nullable String role,
        @Nullable UnitId unit,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String post,
        String reason,
        AccountId proposedBy,
        String proposedByLogin,
        Instant proposedAt,
        Instant expiresAt,
        boolean decided) {

    /** What is asked for. */
    public enum Kind {
        GRANT,
        /** A one-time code in two halves, one for each administrator. */
        PASSWORD,
        /** A disabled account may sign in again. */
        ENABLE
    }
}

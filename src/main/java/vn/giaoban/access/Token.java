package vn.giaoban.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key for scripts, as its owner sees it afterwards: never the key itself. */
public record Token(
        long id,
        String name,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    public boolean goodAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}

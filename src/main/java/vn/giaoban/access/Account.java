package vn.giaoban.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * Someone who may sign in.
 *
 * @param home whose administrators look after the account; null for those over everything only
 * @param disabledAt since when it cannot sign in; null if it can
 * @param hasPassword false until the owner first chose one
 * @param person whose posts its rights may hang on; null if nobody was named
 * @param sessionEpoch sessions begun under a smaller number are over
 */
public record Account(
        AccountId id,
        String login,
        String name,
        String locale,
        @Nullable UnitId home,
        @Nullable Instant disabledAt,
        boolean hasPassword,
        int sessionEpoch,
        @Nullable Person person) {

    public boolean disabled() {
        return disabledAt != null;
    }
}

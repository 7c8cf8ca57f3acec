package vn.giaoban.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;

/** One entry: who recorded something, when, what and why. */
public record Entered(
        long id,
        Instant at,
        String login,
        String what,
        @Nullable String reason,
        List<RegisterId> registers) {}

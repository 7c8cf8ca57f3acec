package vn.giaoban.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One answer that showed a person.
 *
 * @param what the filter, the number or the file
 * @param persons how many the answer showed in this register
 */
public record Read(
        Instant at,
        String login,
        ReadKind kind,
        String what,
        @Nullable String reason,
        boolean outside,
        int persons) {}

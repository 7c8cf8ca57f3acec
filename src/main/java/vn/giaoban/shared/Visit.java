package vn.giaoban.shared;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request of one account on this thread, for the choice between the database and a replica of it alone. Opened by the web filter; what
 * runs outside of a visit (jobs, commands, the look-up of who asks) is answered by the database itself.
 *
 * @param account whose own writing must be in every answer
 * @param mayBeBehind whether what others wrote in the last moment may be missing: it only reads, and names no instant of its own
 */
public record Visit(long account, boolean mayBeBehind) {

    private static final ThreadLocal<Visit> CURRENT = new ThreadLocal<>();

    public static @Nullable Visit current() {
        return CURRENT.get();
    }

    public <T extends @Nullable Object> T during(Supplier<T> work) {
        var before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}

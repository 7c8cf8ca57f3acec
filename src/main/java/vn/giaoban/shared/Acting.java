package vn.giaoban.shared;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on this thread, for the row policies alone. Set by the web filter and by jobs, read by the register guard when a transaction
 * begins; business code takes an {@link Actor}.
 */
public final class Acting {

    private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

    private Acting() {}

    public static @Nullable Actor current() {
        return CURRENT.get();
    }

    public static <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
        var before = CURRENT.get();
        CURRENT.set(actor);
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

    public static void as(Actor actor, Runnable work) {
        as(actor, () -> {
            work.run();
            return true;
        });
    }
}

package vn.giaoban.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Figures that were settled, compared with the registers of today.
 *
 * @param digest SHA-256 over the canonical JSON of the content
 * @param chainMark head of the chain over all records at that moment
 * @param intact whether the stored content still has its digest
 */
public record Frozen(
        FreezeId id,
        Subject unit,
        Reading reading,
        String login,
        Instant at,
        @Nullable String note,
        String digest,
        boolean intact,
        @Nullable String chainMark,
        List<Value> values) {

    /**
     * @param frozen as settled; null with a reason
     * @param again read at the same instant today: anything else than {@code frozen} is a fault or a changed definition
     * @param today as known now
     * @param definitionChanged whether the indicator is defined otherwise than when it was frozen
     */
    public record Value(
            String code,
            @Nullable Indicator indicator,
            @Nullable BigDecimal frozen,
            @Nullable String why,
            @Nullable Figure again,
            @Nullable Figure today,
            boolean definitionChanged) {

        public boolean same() {
            return again != null && equal(frozen, again.value());
        }

        public boolean changedSince() {
            return today != null && !equal(frozen, today.value());
        }

        private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null || other == null ? one == other : one.compareTo(other) == 0;
        }
    }

    /** Short form for paper: {@code 7F3A-09C1-55E0-B2D4}. */
    public String mark() {
        var first = digest.substring(0, 16).toUpperCase(Locale.ROOT);
        return String.join(
                "-", first.substring(0, 4), first.substring(4, 8), first.substring(8, 12), first.substring(12, 16));
    }

    public boolean holds() {
        return intact && values.stream().allMatch(Value::same);
    }
}

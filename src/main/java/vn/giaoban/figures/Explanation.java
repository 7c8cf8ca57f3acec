package vn.giaoban.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one reading of an indicator differs from another: causes whose changes add up to the difference, structure first.
 *
 * @param before value of the first reading
 * @param after value of the second
 */
public record Explanation(
        Subject unit,
        Indicator indicator,
        LocalDate dayBefore,
        Instant knownBefore,
        LocalDate dayAfter,
        Instant knownAfter,
        long before,
        long after,
        List<Cause> causes) {

    /** In the order in which they are told. */
    public enum Kind {
        /** An event on units. */
        STRUCTURE,
        /** Entered late or corrected: known to the second reading, not to the first. */
        ENTRY,
        /** What people did or what happened to them, by kind. */
        MOVEMENT,
        /** Nothing moved, an attribute changed. */
        ATTRIBUTE
    }

    /**
     * @param what the flow of a movement, the kind of an event, or what an entry did
     * @param names the units of an event, or who recorded an entry
     * @param day of an event; null for the rest
     * @param at of an entry
     * @param event to be looked up in its timeline
     */
    public record Cause(
            Kind kind,
            String what,
            String names,
            @Nullable LocalDate day,
            @Nullable Instant at,
            @Nullable Long event,
            long change) {}

    public long difference() {
        return after - before;
    }
}

package vn.giaoban.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events that are checked and applied together, all or none.
 *
 * @param name what the plan is called where it is listed; null: the events stand each for itself and are undone one by one
 * @param reason why it is recorded, for the entry
 */
public record Plan(
        @Nullable String name,
        List<UnitEvent> events,
        @Nullable String reason) {

    public Plan {
        events = List.copyOf(events);
    }

    public static Plan of(UnitEvent... events) {
        return new Plan(null, List.of(events), null);
    }
}

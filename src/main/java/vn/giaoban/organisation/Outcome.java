package vn.giaoban.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.record.Entry;

/** A plan that was applied. @param events in the plan's order; withdrawals have none */
public record Outcome(
        Entry entry,
        @Nullable PlanId plan,
        List<EventId> events,
        List<UnitDifference> differences,
        List<Consequence> consequences) {}

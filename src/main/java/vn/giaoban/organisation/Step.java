package vn.giaoban.organisation;

import org.jspecify.annotations.Nullable;

/** One event of a plan on its way to rows. @param position in the plan */
record Step(
        int position,
        EventId id,
        UnitEvent event,
        UnitEventKind kind,
        @Nullable EventId corrects) {}

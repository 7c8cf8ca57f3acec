package vn.giaoban.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;

/** Everything a unit was between two days; derived from its effects. */
record State(
        UnitId unit,
        LocalDate from,
        LocalDate until,
        @Nullable UnitId parent,
        int position,
        String name,
        String committeeName,
        String symbol,
        String place,
        String kind,
        @Nullable String sector) {

    /** For a unit that has no official order: after all that have one, in order of entry. */
    static final int LAST = 9_999;

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    static State opening(Effect open) {
        return new State(
                open.unit(),
                open.day(),
                Days.FOREVER,
                open.other(),
                or(open.position(), LAST),
                or(open.name(), ""),
                or(open.committeeName(), ""),
                or(open.symbol(), ""),
                or(open.place(), ""),
                or(open.kind(), ""),
                open.sector());
    }

    /** What the unit is after one more effect. */
    State after(Effect effect) {
        return new State(
                unit,
                effect.day(),
                Days.FOREVER,
                effect.aspect() == Effect.Aspect.PLACE ? effect.other() : parent,
                or(effect.position(), position),
                or(effect.name(), name),
                or(effect.committeeName(), committeeName),
                or(effect.symbol(), symbol),
                or(effect.place(), place),
                or(effect.kind(), kind),
                effect.sector() == null ? sector : effect.sector());
    }

    State between(LocalDate newFrom, LocalDate newUntil, @Nullable UnitId newParent) {
        return new State(
                unit, newFrom, newUntil, newParent, position, name, committeeName, symbol, place, kind, sector);
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}

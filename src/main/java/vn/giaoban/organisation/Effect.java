package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * What one event does to one unit on its day.
 *
 * @param event whose effect it is
 * @param other the parent of OPEN and PLACE, the successor of CLOSE unless it is the unit's last parent
 */
record Effect(
        EventId event,
        UnitId unit,
        LocalDate day,
        Aspect aspect,
        @Nullable UnitId other,
        @Nullable Integer position,
        @Nullable String name,
        @Nullable String committeeName,
        @Nullable String symbol,
        @Nullable String place,
        @Nullable String kind,
        @Nullable String sector) {

    /** In the order in which they are read within a day. */
    enum Aspect {
        OPEN,
        NAME,
        PLACE,
        KIND,
        SECTOR,
        CLOSE
    }

    static final Comparator<Effect> IN_ORDER =
            Comparator.comparing(Effect::day).thenComparing(Effect::aspect).thenComparing(Effect::event);

    static Effect place(EventId event, UnitId unit, LocalDate day, UnitId parent, @Nullable Integer position) {
        return new Effect(event, unit, day, Aspect.PLACE, parent, position, null, null, null, null, null, null);
    }

    static Effect close(EventId event, UnitId unit, LocalDate day, @Nullable UnitId successor) {
        return new Effect(event, unit, day, Aspect.CLOSE, successor, null, null, null, null, null, null, null);
    }
}

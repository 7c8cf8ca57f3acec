package vn.giaoban.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/** What a life needs to know of the units: which hold members when, and which stands for which after closing. */
public interface UnitsOverTime {

    /** The day on which the unit closed; null while it is open. */
    @Nullable
    LocalDate closedOn(UnitId unit);

    /** The unit that the closing event names; null for units that never closed. */
    @Nullable
    UnitId successor(UnitId unit);

    /** The entry of the event that closed this unit and shared its people out; null if all followed the successor. */
    @Nullable
    Long sharedOutBy(UnitId unit);

    /** Where those go whom nobody named when the unit closed or ceased to hold members on this day; null if the event named no cell. */
    @Nullable
    Receiver receiver(UnitId unit, LocalDate day);

    /**
     * @param event the event on units
     * @param entry the entry that recorded it
     */
    record Receiver(UnitId cell, long event, long entry) {}

    /** The first day after {@code day} at the end of which the unit does not hold members; {@code day} itself if it does not even then. */
    LocalDate holdsUntil(UnitId unit, LocalDate day);

    default boolean holdsMembers(UnitId unit, LocalDate day) {
        return holdsUntil(unit, day).isAfter(day);
    }

    /** The same of a unit where somebody may be beside the cell he belongs to: any that holds members, and temporary cells. */
    default LocalDate hostsUntil(UnitId unit, LocalDate day) {
        return holdsUntil(unit, day);
    }

    default boolean hosts(UnitId unit, LocalDate day) {
        return hostsUntil(unit, day).isAfter(day);
    }

    /** The first day at the end of which neither the unit nor what stands for it hosts anybody; the end of time if there is none. */
    default LocalDate hostsThrough(UnitId unit, LocalDate day) {
        var until = day;
        for (var at = standsFor(unit, until); hosts(at, until); at = standsFor(at, until)) {
            until = hostsUntil(at, until);
            if (until.equals(LocalDate.MAX)) {
                break;
            }
        }
        return until;
    }

    /** The unit itself while it is open at the end of the day, else the one that stands for it (counting, section 1). */
    default UnitId standsFor(UnitId unit, LocalDate day) {
        var at = unit;
        for (var next = next(at, day); next != null; next = next(at, day)) {
            at = next;
        }
        return at;
    }

    private @Nullable UnitId next(UnitId unit, LocalDate day) {
        var closed = closedOn(unit);
        return closed != null && !closed.isAfter(day) ? successor(unit) : null;
    }
}

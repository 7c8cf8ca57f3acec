package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/**
 * What an event did, told to those who follow units.
 *
 * @param position its place in the plan, for faults
 * @param closed each unit that ended and the one that stands for it
 * @param affected the units it was about: closed, split, changed
 * @param opened units that it founded
 * @param receivingCell where people go whom {@code carried} does not name
 */
public record UnitChange(
        int position,
        EventId event,
        RegisterId register,
        UnitEventKind kind,
        LocalDate day,
        List<Closed> closed,
        List<UnitId> affected,
        List<UnitId> opened,
        @Nullable UnitId receivingCell,
        List<Carried> carried) {

    public record Closed(UnitId unit, UnitId successor) {}

    /**
     * Somebody who goes elsewhere.
     *
     * @param register where he was first entered
     * @param memberRef the sender's key in that register
     * @param member the register's; one of the two
     */
    public record Carried(
            RegisterId register,
            @Nullable String memberRef,
            @Nullable Long member,
            UnitId cell) {}

    public Set<UnitId> closedUnits() {
        return closed.stream().map(Closed::unit).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}

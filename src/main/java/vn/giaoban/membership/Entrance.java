package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.giaoban.membership.Facts.Move;
import vn.giaoban.membership.MovementKind.Part;
import vn.giaoban.shared.UnitId;

/** Whether a row can be so by itself, and whether the cell that it names can take somebody in. */
final class Entrance {

    private final UnitsOverTime structure;
    private final List<LifeError> errors;

    Entrance(UnitsOverTime structure, List<LifeError> errors) {
        this.structure = structure;
        this.errors = errors;
    }

    /** What can be said of the row alone. */
    boolean shaped(Move move) {
        if (move.from() != null && move.fromOutside() != null) {
            return refuse(move, "from_outside", "both-given");
        } else if (move.to() != null && move.toOutside() != null) {
            return refuse(move, "to_outside", "both-given");
        } else if (move.kind().part() == Part.ENTERS && (move.from() != null || move.fromOutside() != null)) {
            return refuse(move, move.from() != null ? "from_cell" : "from_outside", "not-used");
        } else if (Set.of(Part.LEAVES, Part.CONDITION).contains(move.kind().part())
                && !move.kind().beside()
                && move.to() != null) {
            return refuse(move, "to_cell", "not-used");
        }
        return true;
    }

    /** A cell that closed is read as the one that stands for it, unless its people had been shared out when this was told. */
    boolean canEnter(long fact, String column, UnitId cell, LocalDate day, long told) {
        for (var at = cell; ; at = Objects.requireNonNull(structure.successor(at))) {
            var closed = structure.closedOn(at);
            if (closed == null || closed.isAfter(day)) {
                break;
            }
            var shared = structure.sharedOutBy(at);
            if (shared != null && shared < told) {
                errors.add(new LifeError(fact, column, "cell-shared-out", List.of(at, closed)));
                return false;
            }
        }
        var here = structure.standsFor(cell, day);
        if (structure.holdsMembers(here, day)) {
            return true;
        }
        errors.add(new LifeError(fact, column, "holds-no-members", List.of(here, day)));
        return false;
    }

    private boolean refuse(Move move, String column, String code) {
        errors.add(new LifeError(move.id(), column, code, List.of()));
        return false;
    }
}

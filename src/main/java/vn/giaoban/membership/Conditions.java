package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import vn.giaoban.membership.Belonging.Beside;
import vn.giaoban.membership.Facts.Move;
import vn.giaoban.shared.UnitId;

/**
 * What is dated apart from the cell while somebody belongs: exempt, suspended, for a time in a temporary cell, introduced to the cell of
 * residence. A place beside the cell is read as what stands for it; where that hosts nobody, the stay ends with it.
 *
 * <p>Source: 294-QĐ/TW art. 6.3.2; HD 06-HD/TW 10.3.
 */
final class Conditions {

    private final UnitsOverTime structure;
    private final Stretch stretch;
    private final List<LifeError> errors;

    /** Ended with their unit: a return that is entered later says what is known. */
    private final EnumSet<MovementKind> endedWithUnit = EnumSet.noneOf(MovementKind.class);

    Conditions(UnitsOverTime structure, Stretch stretch, List<LifeError> errors) {
        this.structure = structure;
        this.stretch = stretch;
        this.errors = errors;
    }

    /** Before the register began. */
    void before(Move move) {
        stretch.condition(move.kind());
        stretch.place(move.kind(), Beside.of(move.to(), move.toOutside()));
    }

    /** The days on which places that movements name may cease to host anybody, or become the cell itself. */
    Set<LocalDate> endsOfPlaces(Facts facts) {
        var days = new TreeSet<LocalDate>();
        for (var move : facts.moves()) {
            var unit = move.to();
            if (move.kind().beside() && unit != null) {
                var from = move.day().isBefore(facts.firstDay()) ? facts.firstDay() : move.day();
                days.add(structure.hostsThrough(unit, from));
                facts.cells().forEach(cell -> closings(cell, days));
            }
        }
        days.headSet(facts.firstDay()).clear();
        days.remove(LocalDate.MAX);
        return days;
    }

    private void closings(UnitId cell, Set<LocalDate> days) {
        var at = cell;
        for (var closed = structure.closedOn(at); closed != null; closed = structure.closedOn(at)) {
            days.add(closed);
            at = Objects.requireNonNull(structure.successor(at));
        }
    }

    void closePlaces(LocalDate day) {
        for (var kind : stretch.closedPlaces(day)) {
            var end = kind == MovementKind.AWAY ? MovementKind.RETURNED : MovementKind.RESIDENCE_ENDED;
            stretch.condition(end, day);
            stretch.place(end, null);
            endedWithUnit.add(end);
        }
    }

    void take(Move move) {
        if (!placed(move)) {
            return;
        } else if (stretch.condition(move.kind(), move.day())) {
            stretch.place(move.kind(), Beside.of(move.to(), move.toOutside()));
        } else if (!endedWithUnit.remove(move.kind())) {
            refuse(move, "kind", "condition-as-it-was");
        }
    }

    private boolean placed(Move move) {
        var to = move.to();
        if (move.kind() == MovementKind.RESIDENCE && to == null && move.toOutside() == null) {
            return refuse(move, "to_outside", "to-where");
        } else if (to == null) {
            return true;
        }
        var there = structure.standsFor(to, move.day());
        if (!structure.hosts(there, move.day())) {
            return refuse(move, "to_cell", "hosts-nobody", there, move.day());
        } else if (there.equals(structure.standsFor(stretch.cell(), move.day()))) {
            return refuse(move, "to_cell", "same-cell", to);
        }
        return true;
    }

    private boolean refuse(Move move, String column, String code, Object... arguments) {
        errors.add(new LifeError(move.id(), column, code, List.of(arguments)));
        return false;
    }
}

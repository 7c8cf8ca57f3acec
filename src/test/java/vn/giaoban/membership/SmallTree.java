package vn.giaoban.membership;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/** Units for pure tests: cells a, b, c … that are open from a day on, and what closed them. */
final class SmallTree implements UnitsOverTime {

    private record Cell(
            UnitId id,
            String name,
            LocalDate opened,
            @Nullable LocalDate closed,
            @Nullable UnitId successor,
            @Nullable Long sharedOutBy,
            LocalDate holdsUntil) {}

    private final Map<UnitId, Cell> cells = new HashMap<>();
    private final Map<String, UnitId> names = new HashMap<>();

    private final Map<UnitId, Receiver> receivers = new HashMap<>();
    private final Map<UnitId, LocalDate> receives = new HashMap<>();

    SmallTree open(String name, String day) {
        var id = new UnitId(100 + names.size());
        names.put(name, id);
        cells.put(id, new Cell(id, name, LocalDate.parse(day), null, null, null, LocalDate.MAX));
        return this;
    }

    /** A unit that never holds members, such as the base above the cells. */
    SmallTree openBase(String name, String day) {
        open(name, day);
        var cell = cell(id(name));
        cells.put(cell.id, new Cell(cell.id, name, cell.opened, null, null, null, LocalDate.MIN));
        return this;
    }

    SmallTree close(String name, String day, String successor) {
        return close(name, day, successor, null);
    }

    SmallTree close(String name, String day, String successor, @Nullable Long sharedOutBy) {
        var cell = cell(id(name));
        var on = LocalDate.parse(day);
        var until = cell.holdsUntil.isBefore(on) ? cell.holdsUntil : on;
        cells.put(cell.id, new Cell(cell.id, name, cell.opened, on, id(successor), sharedOutBy, until));
        return this;
    }

    /** Stays open, holding no members any more. */
    SmallTree ceases(String name, String day) {
        var cell = cell(id(name));
        cells.put(cell.id, new Cell(cell.id, name, cell.opened, null, null, null, LocalDate.parse(day)));
        return this;
    }

    SmallTree receives(String name, String day, String receiver) {
        receivers.put(id(name), new Receiver(id(receiver), 8, 40));
        receives.put(id(name), LocalDate.parse(day));
        return this;
    }

    UnitId id(String name) {
        var id = names.get(name);
        if (id == null) {
            throw new IllegalArgumentException(name);
        }
        return id;
    }

    String name(@Nullable UnitId unit) {
        return unit == null ? "" : cell(unit).name;
    }

    private Cell cell(UnitId unit) {
        return requireNonNull(cells.get(unit));
    }

    @Override
    public @Nullable LocalDate closedOn(UnitId unit) {
        return cell(unit).closed;
    }

    @Override
    public @Nullable UnitId successor(UnitId unit) {
        return cell(unit).successor;
    }

    @Override
    public @Nullable Long sharedOutBy(UnitId unit) {
        return cell(unit).sharedOutBy;
    }

    @Override
    public @Nullable Receiver receiver(UnitId unit, LocalDate day) {
        return day.equals(receives.get(unit)) ? receivers.get(unit) : null;
    }

    @Override
    public LocalDate holdsUntil(UnitId unit, LocalDate day) {
        var cell = cell(unit);
        return day.isBefore(cell.opened) || !day.isBefore(cell.holdsUntil) ? day : cell.holdsUntil;
    }
}

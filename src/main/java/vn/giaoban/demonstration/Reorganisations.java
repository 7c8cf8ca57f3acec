package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import vn.giaoban.organisation.CarriedPerson;
import vn.giaoban.organisation.Decision;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEventKind;
import vn.giaoban.shared.RegisterId;

/** The kinds of things that happen to units, planned by {@link Events2020s}. */
final class Reorganisations {

    private final RegisterId register;
    private final String prefix;
    private final Decisions decisions;
    private final Dice dice;
    final List<Occasion> occasions = new ArrayList<>();
    private int numbered;

    Reorganisations(RegisterId register, Founding founding, Dice dice) {
        this.register = register;
        this.prefix = founding.spec.code() + "-SK";
        this.dice = dice;
        this.decisions = new Decisions(dice);
    }

    void absorb(LocalDate day, Node unit, Node into) {
        reserve(unit, into);
        plan(day, -bases(unit), -cells(unit), life -> {
            unit.closeInto(into);
            return List.of(event(UnitEvent.absorb(register, day, unit.code, into.code), unit.up()));
        });
    }

    void consolidate(LocalDate day, List<Node> units, Node founded) {
        units.forEach(this::reserve);
        reserve(founded);
        founded.opened = day;
        var bases = units.stream().mapToInt(Reorganisations::bases).sum();
        var cells = units.stream().mapToInt(Reorganisations::cells).sum();
        plan(day, bases(founded) - bases, cells(founded) - cells, life -> {
            founded.open();
            units.forEach(unit -> unit.closeInto(founded));
            var codes = units.stream().map(unit -> unit.code).toList();
            return List.of(event(UnitEvent.consolidate(register, day, codes, founded.row()), founded.up()));
        });
    }

    /** Opens a unit; {@code from} says where its first members come from, by transfer, on the same day. */
    void establish(LocalDate day, Node unit, BiConsumer<Life, Node> from) {
        reserve(unit);
        unit.opened = day;
        plan(day, bases(unit), cells(unit), life -> {
            unit.open();
            from.accept(life, unit);
            return List.of(event(UnitEvent.establish(register, day, unit.row()), unit.up()));
        });
    }

    void rename(LocalDate day, Node unit, String name) {
        plan(day, 0, 0, life -> {
            unit.name = name;
            return List.of(event(UnitEvent.rename(register, day, unit.code, name), unit.up()));
        });
    }

    void handOver(LocalDate day, Node unit, Node parent) {
        reserve(unit);
        plan(day, 0, 0, life -> {
            unit.moveTo(parent);
            return List.of(event(UnitEvent.handOver(register, day, unit.code, parent.code), parent.up()));
        });
    }

    /** A base cell becomes a cell of a base organisation. */
    void becomeCellOf(LocalDate day, Node baseCell, Node parent) {
        reserve(baseCell);
        plan(day, -1, 1, life -> {
            baseCell.kind = "chi-bo";
            baseCell.moveTo(parent);
            return List.of(event(
                    UnitEvent.changeKind(register, day, baseCell.code, "chi-bo").under(parent.code), parent.up()));
        });
    }

    /** A base cell grown too large becomes a base organisation; all its people are shared out to new cells. */
    void becomeBaseWith(LocalDate day, Node baseCell, List<Node> cells) {
        reserve(baseCell);
        baseCell.quiet = true;
        cells.forEach(cell -> cell.opened = day);
        plan(day, 0, cells.size(), life -> {
            baseCell.quiet = false;
            baseCell.kind = "dang-bo-co-so";
            cells.forEach(Node::open);
            var people = new ArrayList<CarriedPerson>();
            for (var person : List.copyOf(baseCell.members)) {
                people.add(carry(person, cells.get(people.size() % cells.size())));
            }
            var opened = cells.stream().map(Node::row).toList();
            return List.of(
                    event(
                            UnitEvent.changeKind(register, day, baseCell.code, "dang-bo-co-so")
                                    .carrying(people),
                            baseCell.up()),
                    event(UnitEvent.establish(register, day).opening(opened), baseCell.up()));
        });
    }

    /** A part of a cell leaves as a new cell, with the village at which it lives. */
    void splitOff(LocalDate day, Node cell, Node founded, int leavesOneOf) {
        reserve(cell);
        cell.quiet = true;
        founded.opened = day;
        plan(day, 0, 1, life -> {
            cell.quiet = false;
            founded.open();
            var people = new ArrayList<CarriedPerson>();
            for (var person : List.copyOf(cell.members)) {
                if (life.isSettled(person) && dice.below(leavesOneOf) == 0) {
                    people.add(carry(person, founded));
                }
            }
            return List.of(event(
                    UnitEvent.splitOff(register, day, cell.code, founded.row()).carrying(people), cell.up()));
        });
    }

    void divide(LocalDate day, Node cell, Node principal, Node other) {
        reserve(cell);
        cell.quiet = true;
        principal.opened = day;
        other.opened = day;
        plan(day, 0, 1, life -> {
            cell.quiet = false;
            principal.open();
            principal.villages.addAll(cell.villages);
            other.open();
            var people = new ArrayList<CarriedPerson>();
            for (var person : List.copyOf(cell.members)) {
                if (life.isSettled(person) && dice.permille(450)) {
                    people.add(carry(person, other));
                }
            }
            cell.closeInto(principal);
            return List.of(event(
                    UnitEvent.divide(register, day, cell.code, List.of(principal.row(), other.row()), principal.code)
                            .carrying(people),
                    principal.up()));
        });
    }

    void dissolve(LocalDate day, Node cell, Node receiving) {
        reserve(cell, receiving);
        cell.quiet = true;
        plan(day, -bases(cell), -cells(cell), life -> {
            var above = cell.up();
            cell.closeInto(receiving);
            return List.of(event(UnitEvent.dissolve(register, day, cell.code).receivedBy(receiving.code), above));
        });
    }

    /** A part-organisation is established over some cells of a base organisation. */
    void establishPart(LocalDate day, Node part, List<Node> cells) {
        part.opened = day;
        plan(day, 0, 0, life -> {
            part.open();
            cells.forEach(cell -> cell.moveTo(part));
            var codes = cells.stream().map(cell -> cell.code).toList();
            var moved = new UnitEvent(
                    register,
                    null,
                    UnitEventKind.MOVE,
                    day,
                    codes,
                    part.code,
                    null,
                    List.of(),
                    null,
                    null,
                    UnitEvent.Change.NONE,
                    List.of(),
                    Decision.NONE,
                    null);
            return List.of(event(UnitEvent.establish(register, day, part.row()), part.up()), event(moved, part.up()));
        });
    }

    private void plan(LocalDate day, int bases, int cells, Occasion.Making making) {
        occasions.add(new Occasion(day, bases, cells, making));
    }

    private UnitEvent event(UnitEvent event, Node decidedBy) {
        return event.named("%s-%04d".formatted(prefix, ++numbered)).decidedBy(decisions.by(decidedBy, event.day()));
    }

    private static CarriedPerson carry(Person person, Node cell) {
        person.moveTo(cell);
        return new CarriedPerson(person.ref, cell.code);
    }

    private void reserve(Node... nodes) {
        for (var node : nodes) {
            node.reserved = true;
        }
    }

    private static int bases(Node node) {
        return node.isBase() ? 1 : 0;
    }

    private static int cells(Node node) {
        return node.kind.equals("chi-bo") ? 1 : 0;
    }
}

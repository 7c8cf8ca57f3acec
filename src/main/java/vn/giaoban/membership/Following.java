package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.membership.FactWriter.CarriedRow;
import vn.giaoban.organisation.Consequence;
import vn.giaoban.organisation.EventId;
import vn.giaoban.organisation.Fault;
import vn.giaoban.organisation.FollowsUnits;
import vn.giaoban.organisation.Obstacle;
import vn.giaoban.organisation.UnitChange;
import vn.giaoban.organisation.UnitFaults;
import vn.giaoban.record.Entry;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/**
 * People follow their units. Who follows the successor has no row of his own: his belonging is read through standsFor. Who is named for
 * another cell has one. Then every life that the change can touch is read again; if one breaks, nothing is recorded.
 */
@Component
class Following implements FollowsUnits {

    private final Registers registers;
    private final UnitsReader unitsReader;
    private final FactStore store;
    private final FactWriter writer;
    private final LifeStore lives;
    private final CarriedRows rows;

    Following(
            Registers registers,
            UnitsReader unitsReader,
            FactStore store,
            FactWriter writer,
            LifeStore lives,
            CarriedRows rows) {
        this.registers = registers;
        this.unitsReader = unitsReader;
        this.store = store;
        this.writer = writer;
        this.lives = lives;
        this.rows = rows;
    }

    @Override
    public List<Consequence> follow(Actor by, Entry entry, List<UnitChange> changes, Collection<EventId> cancelled) {
        var touching = changes.stream().filter(Following::touchesPeople).toList();
        if (touching.isEmpty() && cancelled.isEmpty()) {
            return List.of();
        }
        store.lock(by.registers());
        var people = new HashSet<MemberId>();
        var apart = rows.namedApart(cancelled);
        people.addAll(rows.supersede(entry, cancelled));
        var units = new HashSet<>(rows.unitsOf(cancelled));
        touching.forEach(change -> {
            units.addAll(change.affected());
            units.addAll(change.closedUnits());
        });
        var carried = carried(entry, touching, apart);
        carried.forEach((register, some) -> {
            writer.carried(entry, register, some);
            some.forEach(row -> people.add(new MemberId(register, row.member())));
        });
        var readAs = unitsReader.readAs(units);
        people.addAll(rows.peopleOf(readAs));
        return live(entry, touching, readAs, people);
    }

    @Override
    public List<Obstacle> restingOn(Collection<EventId> events, java.time.Instant known) {
        return rows.restingOn(events);
    }

    private static boolean touchesPeople(UnitChange change) {
        return switch (change.kind()) {
            case ABSORB, CONSOLIDATE, DIVIDE, SPLIT_OFF, DISSOLVE, DISBAND, CHANGE_KIND -> true;
            case OPEN, ESTABLISH, RENAME, MOVE, HAND_OVER -> false;
        };
    }

    /** The rows of those who are named, by register. */
    private Map<RegisterId, List<CarriedRow>> carried(
            Entry entry, List<UnitChange> changes, List<CarriedRows.Moved> apart) {
        var faults = new ArrayList<Fault>();
        var all = new HashMap<RegisterId, List<CarriedRow>>();
        var named = new HashSet<List<Object>>();
        for (var change : changes) {
            var byRegister = change.carried().stream()
                    .collect(Collectors.groupingBy(
                            UnitChange.Carried::register, LinkedHashMap::new, Collectors.toList()));
            byRegister.forEach((register, some) -> {
                var people = new NamedPeople(store, registers.register(register), some);
                var units = unitsReader.reached(Set.of(), people.cells());
                for (var one : some) {
                    var member = people.member(one);
                    var of = people.facts(one);
                    var from = of == null ? null : sharedOutOf(change, register, Life.of(of, units), units);
                    if (member == null || from == null) {
                        faults.add(new Fault(change.position(), MembershipRefusal.unknownMember(people.name(one))));
                    } else if (named.add(List.of(member, change.event(), register))) {
                        all.computeIfAbsent(register, id -> new ArrayList<>())
                                .add(new CarriedRow(
                                        member,
                                        new Facts.Carried(
                                                change.event().value(), change.day(), from, one.cell(), entry.id())));
                    }
                }
            });
        }
        if (!faults.isEmpty()) {
            throw new UnitFaults(faults);
        }
        for (var moved : apart) {
            var register = moved.member().register();
            if (named.add(List.of(moved.member().number(), new EventId(moved.event()), register))) {
                all.computeIfAbsent(register, id -> new ArrayList<>())
                        .add(new CarriedRow(
                                moved.member().number(),
                                new Facts.Carried(moved.event(), moved.day(), moved.from(), moved.to(), entry.id())));
            }
        }
        return all;
    }

    /**
     * Which of the event's units the person was in. Who is in none of them is not shared out until a late row says he was; but somebody of
     * another register is none of the event's business then, and is answered like one who is not there.
     */
    private static @Nullable UnitId sharedOutOf(UnitChange change, RegisterId register, Life life, UnitsNow units) {
        var eve = change.day().minusDays(1);
        return life.belongings().stream()
                .filter(one -> !one.from().isAfter(eve) && eve.isBefore(one.until()))
                .map(one -> units.standsFor(one.cell(), eve))
                .filter(change.affected()::contains)
                .findFirst()
                .orElse(register.equals(change.register()) ? change.affected().get(0) : null);
    }

    /** @param through the units of the changes and those that are read as one of them */
    private List<Consequence> live(Entry entry, List<UnitChange> changes, Set<UnitId> through, Set<MemberId> people) {
        var byRegister = facts(people);
        // Only what the lives of these people need: a merge of two provinces touches nearly nobody, and the nation has
        // 300,000 units.
        var cells = new HashSet<>(through);
        byRegister.values().forEach(facts -> facts.values().forEach(one -> cells.addAll(one.cells())));
        var units = unitsReader.reached(Set.of(), cells);
        var faults = new BrokenLives(changes, units);
        var follow = new LinkedHashMap<UnitId, Integer>();
        var carried = new HashMap<UnitId, Integer>();
        var beside = new LinkedHashMap<UnitId, Integer>();
        for (var one : byRegister.entrySet()) {
            var lived = new HashMap<Long, LifeStore.Lived>();
            for (var person : one.getValue().entrySet()) {
                var life = Life.of(person.getValue(), units);
                life.errors().forEach(error -> faults.add(error, person.getValue()));
                lived.put(person.getKey(), new LifeStore.Lived(life, PartyAge.of(person.getValue())));
                changes.forEach(change -> count(change, life, units, follow, carried));
                changes.forEach(change -> countBeside(change, life, units, beside));
            }
            if (faults.isEmpty()) {
                lives.write(entry, one.getKey(), lived, Set.of());
            }
        }
        faults.throwIfAny();
        var consequences = new ArrayList<Consequence>();
        follow.forEach((unit, count) -> {
            var gone = carried.getOrDefault(unit, 0);
            if (count > gone) {
                consequences.add(Consequence.of("membership.people-follow", units.name(unit), count - gone));
            }
            if (gone > 0) {
                consequences.add(Consequence.of("membership.people-carried", units.name(unit), gone));
            }
        });
        beside.forEach(
                (unit, count) -> consequences.add(Consequence.of("membership.stays-end", units.name(unit), count)));
        return consequences;
    }

    private Map<RegisterId, Map<Long, Facts>> facts(Set<MemberId> people) {
        var byRegister = new HashMap<RegisterId, List<Long>>();
        people.forEach(person -> byRegister
                .computeIfAbsent(person.register(), register -> new ArrayList<>())
                .add(person.number()));
        var facts = new HashMap<RegisterId, Map<Long, Facts>>();
        byRegister.forEach((id, members) -> facts.put(id, store.facts(registers.register(id), members)));
        return facts;
    }

    /** Whose stay beside his cell ends with the unit in which it was. */
    private static void countBeside(UnitChange change, Life life, UnitsNow units, Map<UnitId, Integer> beside) {
        var eve = change.day().minusDays(1);
        life.belongings().stream()
                .filter(one -> one.until().equals(change.day()))
                .flatMap(one -> Stream.of(Optional.ofNullable(one.temporary()), Optional.ofNullable(one.residence())))
                .flatMap(place -> place.map(Belonging.Beside::unit).stream())
                .map(unit -> units.standsFor(unit, eve))
                .filter(change.closedUnits()::contains)
                .distinct()
                .forEach(unit -> beside.merge(unit, 1, Integer::sum));
    }

    private static void count(
            UnitChange change, Life life, UnitsNow units, Map<UnitId, Integer> follow, Map<UnitId, Integer> carried) {
        LocalDate eve = change.day().minusDays(1);
        for (var one : life.belongings()) {
            if (!one.from().isAfter(eve) && eve.isBefore(one.until())) {
                var unit = units.standsFor(one.cell(), eve);
                if (change.affected().contains(unit) || change.closedUnits().contains(unit)) {
                    follow.merge(unit, 1, Integer::sum);
                    var event = -change.event().value();
                    if (life.steps().stream().anyMatch(step -> step.fact() == event)) {
                        carried.merge(unit, 1, Integer::sum);
                    }
                }
            }
        }
    }
}

package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaoban.membership.DueItems.Item;
import vn.giaoban.membership.DueRows.Found;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;

/** The lines of one page of a list that is due: names, cells, and how it comes about. */
@Component
class DueLines {

    private final MemberLists lists;
    private final MemberReading reading;
    private final FactStore facts;
    private final Registers registers;
    private final IdleReasons reasons;
    private final Organisation organisation;

    DueLines(
            MemberLists lists,
            MemberReading reading,
            FactStore facts,
            Registers registers,
            IdleReasons reasons,
            Organisation organisation) {
        this.lists = lists;
        this.reading = reading;
        this.facts = facts;
        this.registers = registers;
        this.reasons = reasons;
        this.organisation = organisation;
    }

    List<Due.Line> lines(Due.Asked asked, List<Item> items, AsOf at) {
        var ids = items.stream()
                .map(item -> Objects.requireNonNull(item.member()))
                .toList();
        var persons = new HashMap<MemberId, Person>();
        lists.lines(ids, at).forEach(person -> persons.put(person.id(), person));
        var ages = asked.kind() == DueKind.BADGE ? seniority(ids, at.day()) : Map.<MemberId, Seniority>of();
        var above = above(asked.unit(), at);
        return items.stream()
                .flatMap(item -> Stream.ofNullable(persons.get(Objects.requireNonNull(item.member())))
                        .map(person -> new Due.Line(
                                person,
                                person.cell() == null ? "" : above.getOrDefault(person.cell(), ""),
                                item.due(),
                                item.last(),
                                item.years(),
                                ages.get(person.id()))))
                .toList();
    }

    /** By cell the name of what it stands under. */
    private Map<UnitId, String> above(UnitId top, AsOf at) {
        var units = organisation.below(top, at);
        var names = new HashMap<UnitId, String>();
        units.forEach(unit -> names.put(unit.id(), unit.name()));
        var above = new HashMap<UnitId, String>();
        units.stream()
                .filter(unit -> unit.parent() != null && unit.holdsMembers())
                .forEach(unit -> above.put(unit.id(), names.getOrDefault(Objects.requireNonNull(unit.parent()), "")));
        return above;
    }

    /** How the party age of each comes about; why somebody was out is not told on a list. */
    private Map<MemberId, Seniority> seniority(List<MemberId> ids, LocalDate on) {
        var rules = reading.badgeRules(on);
        var ages = new HashMap<MemberId, Seniority>();
        for (var register : ids.stream().map(MemberId::register).distinct().toList()) {
            var numbers = ids.stream()
                    .filter(id -> id.register().equals(register))
                    .map(MemberId::number)
                    .toList();
            facts.facts(registers.register(register), numbers)
                    .forEach((number, told) -> ages.put(
                            new MemberId(register, number),
                            Seniority.of(told, on, rules).seenBy(false, false)));
        }
        return ages;
    }

    List<Due.UnitLine> unitLines(List<Found> found, Due.Asked asked, AsOf at, Locale locale) {
        var ids = found.stream().map(Found::unit).toList();
        var said = asked.kind() == DueKind.NO_ADMISSION ? reasons.of(ids, at, locale) : Map.<UnitId, Due.Reason>of();
        var named = new HashMap<UnitId, Unit>();
        organisation.below(asked.unit(), at).forEach(unit -> named.put(unit.id(), unit));
        var above = organisation.path(asked.unit(), at);
        above.forEach(unit -> named.putIfAbsent(unit.id(), unit));
        return found.stream()
                .map(one -> {
                    var unit = Objects.requireNonNull(named.get(one.unit()));
                    var parent = unit.parent() == null ? null : named.get(unit.parent());
                    return new Due.UnitLine(
                            one.unit(),
                            unit.name(),
                            unit.kindName(),
                            parent == null ? "" : parent.name(),
                            one.number(),
                            one.day(),
                            one.words(),
                            said.get(one.unit()));
                })
                .toList();
    }
}

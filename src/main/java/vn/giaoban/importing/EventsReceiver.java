package vn.giaoban.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.giaoban.organisation.CarriedPerson;
import vn.giaoban.organisation.Fault;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.organisation.UnitFaults;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.record.Register;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;

/** Rows of events on units, joined to events, with the people who were named for them before. */
@Component
class EventsReceiver implements Receiver {

    private final UnitEvents events;
    private final Organisation organisation;
    private final Entries entries;
    private final EventRows sent;

    EventsReceiver(UnitEvents events, Organisation organisation, Entries entries, EventRows sent) {
        this.events = events;
        this.organisation = organisation;
        this.entries = entries;
        this.sent = sent;
    }

    @Override
    public Set<ImportKind> kinds() {
        return Set.of(ImportKind.UNIT_EVENTS);
    }

    @Override
    public void check(Actor by, Register register, Rows rows, Findings findings) {
        var prepared = prepare(register, rows.rows(), findings);
        if (!prepared.events().isEmpty()) {
            tell(events.preview(by, prepared.plan()).faults(), prepared, findings);
        }
    }

    @Override
    public void record(Actor by, Entry entry, Register register, Rows rows, Findings findings) {
        var prepared = prepare(register, rows.rows(), findings);
        if (!findings.none()) {
            return;
        }
        try {
            events.apply(by, prepared.plan());
        } catch (UnitFaults faults) {
            tell(faults.faults(), prepared, findings);
            return;
        }
        var superseded = prepared.removed().stream().map(SentRow::ref).collect(Collectors.toList());
        var inserted = new ArrayList<SentRow>();
        for (var group : prepared.groups()) {
            for (var row : group.rows()) {
                if (!row.row().isNew()) {
                    superseded.add(row.ref());
                }
                inserted.add(new SentRow(row.row(), group.eventRef(), row.replaces()));
            }
        }
        sent.supersedeRows(entry, register.id(), superseded);
        sent.insertRows(entry, register.id(), inserted);
    }

    /** @param sources the rows that each event of the plan comes from */
    private record Prepared(
            List<UnitEvent> events, List<List<Row>> sources, List<EventGroups.Group> groups, List<SentRow> removed) {
        Plan plan() {
            return new Plan(null, events, "importing.unit-events");
        }

        void add(UnitEvent event, List<Row> rows) {
            events.add(event);
            sources.add(rows);
        }
    }

    private Prepared prepare(Register register, List<Row> rows, Findings findings) {
        var grouping = new EventGroups(sent.holding(register.id()), sent.everUsed(register.id()), findings);
        grouping.add(rows);
        var groups = grouping.changed();
        var prepared = new Prepared(new ArrayList<>(), new ArrayList<>(), groups, grouping.removed());
        var people = people(register, groups);
        var known = entries.latest();
        for (var group : groups) {
            addGroup(prepared, register, group, people.getOrDefault(group, Map.of()), known, findings);
        }
        grouping.withdrawn(groups)
                .forEach((eventRef, by) -> prepared.add(
                        UnitEvent.withdraw(register.id(), register.firstDay(), EventRows.EVENT + eventRef),
                        List.of(by)));
        return prepared;
    }

    private void addGroup(
            Prepared prepared,
            Register register,
            EventGroups.Group group,
            Map<String, CarriedPerson> people,
            Instant known,
            Findings findings) {
        var rows = group.rows().stream().map(SentRow::row).toList();
        var event = new EventOfRows(register.id(), rows, (unit, day) -> kindOf(unit, day, known), findings).event();
        var shares = event.kind() != null && event.kind().sharesOutPeople();
        var corrects = List.copyOf(group.corrects());
        prepared.add(
                event.named(EventRows.EVENT + group.eventRef())
                        .carrying(shares ? List.copyOf(people.values()) : List.of())
                        .correcting(corrects.isEmpty() ? null : EventRows.EVENT + corrects.get(0)),
                rows);
        corrects.stream()
                .skip(1)
                .forEach(other -> prepared.add(
                        UnitEvent.withdraw(register.id(), register.firstDay(), EventRows.EVENT + other), rows));
        if (!shares && !people.isEmpty()) {
            findings.note(rows.get(0).number(), null, "people-not-carried");
        }
    }

    private Optional<String> kindOf(String unit, LocalDate day, Instant known) {
        return organisation
                .named(unit)
                .flatMap(id -> organisation.find(id, new AsOf(day, known)))
                .map(Unit::kind);
    }

    /** Who was named for a row of each event, or for a row that one of its rows corrects; what was named later holds. */
    private Map<EventGroups.Group, Map<String, CarriedPerson>> people(
            Register register, List<EventGroups.Group> groups) {
        var chain = sent.chain(register.id());
        Map<String, EventGroups.Group> groupOf = new LinkedHashMap<>();
        for (var group : groups) {
            for (var row : group.rows()) {
                groupOf.put(row.ref(), group);
                if (row.replaces() != null) {
                    chain.replace(row.replaces(), row.ref());
                }
            }
        }
        Map<EventGroups.Group, Map<String, CarriedPerson>> people = new LinkedHashMap<>();
        for (var person : sent.people(register.id())) {
            var group = groupOf.get(chain.latest(person.eventRef()));
            if (group == null) {
                continue;
            }
            var ofGroup = people.computeIfAbsent(group, any -> new LinkedHashMap<>());
            if (person.cell() == null) {
                ofGroup.remove(person.who());
            } else {
                ofGroup.put(
                        person.who(), new CarriedPerson(person.register(), person.memberRef(), null, person.cell()));
            }
        }
        return people;
    }

    private static void tell(List<Fault> faults, Prepared prepared, Findings findings) {
        for (var fault : faults) {
            if (fault.event() < 0) {
                findings.problem(1, null, fault.refusal());
                continue;
            }
            var rows = prepared.sources().get(fault.event()).stream()
                    .filter(Row::isNew)
                    .toList();
            for (var refusal : fault.refusal().all().toList()) {
                var row = rows.stream()
                        .filter(one -> FaultColumn.of(one, refusal) != null)
                        .findFirst()
                        .or(() -> rows.stream().findFirst());
                findings.problem(
                        row.map(Row::number).orElse(1),
                        row.map(one -> FaultColumn.of(one, refusal)).orElse(null),
                        refusal);
            }
        }
    }
}

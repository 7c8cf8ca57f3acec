package vn.giaoban.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.membership.Batch;
import vn.giaoban.membership.Intake;
import vn.giaoban.membership.NewShare;
import vn.giaoban.organisation.UnitEventKind;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.RegisterId;

/**
 * People whom an event on units takes elsewhere than its successor. Named before the event, they wait for it and go with it; named after
 * it, they are a fact of their own, known from then on.
 */
@Component
class PeopleReceiver implements Receiver {

    private final EventRows sent;
    private final Intake intake;
    private final Registers registers;
    private final Entries entries;

    PeopleReceiver(EventRows sent, Intake intake, Registers registers, Entries entries) {
        this.sent = sent;
        this.intake = intake;
        this.registers = registers;
        this.entries = entries;
    }

    @Override
    public Set<ImportKind> kinds() {
        return Set.of(ImportKind.UNIT_EVENT_PEOPLE);
    }

    @Override
    public void check(Actor by, Register register, Rows rows, Findings findings) {
        prepare(by, register, rows.rows(), findings).shares().forEach((of, shares) -> {
            var found = intake.check(by, of, Batch.ofShares(shares));
            found.errors()
                    .forEach(error ->
                            findings.problem(error.row(), column(error.column()), error.code(), error.arguments()));
            found.notes()
                    .forEach(note -> findings.note(note.row(), column(note.column()), note.code(), note.arguments()));
        });
    }

    @Override
    public void record(Actor by, Entry entry, Register register, Rows rows, Findings findings) {
        var prepared = prepare(by, register, rows.rows(), findings);
        if (!findings.none()) {
            return;
        }
        sent.supersedePeople(entry, register.id(), prepared.replaced());
        sent.insertPeople(entry, register.id(), prepared.people());
        try {
            prepared.shares().forEach((of, shares) -> {
                var joined = entries.begin(by, Set.of(of), "importing.unit-event-people", null);
                intake.store(by, joined, of, Batch.ofShares(shares));
            });
        } catch (Refusal refusal) {
            findings.problem(1, null, refusal);
        }
    }

    /** Membership calls the person "member"; here the column is the sender's key of the person. */
    private static String column(String column) {
        return column.equals("member") ? "member_ref" : column;
    }

    /** @param shares by the register in which the people were first entered */
    private record Prepared(
            SortedMap<RegisterId, List<NewShare>> shares,
            List<EventRows.Person> people,
            List<EventRows.Person> replaced) {}

    private Prepared prepare(Actor by, Register register, List<Row> rows, Findings findings) {
        var chain = sent.chain(register.id());
        var everUsed = sent.everUsed(register.id());
        Map<String, String> eventOfRow =
                sent.holding(register.id()).stream().collect(Collectors.toMap(SentRow::ref, SentRow::eventRef));
        Map<String, EventRows.Known> events =
                sent.events(register.id()).stream().collect(Collectors.toMap(EventRows.Known::ref, known -> known));
        Map<String, EventRows.Person> named = new HashMap<>();
        sent.people(register.id()).forEach(person -> named.put(key(chain, person), person));

        var prepared = new Prepared(
                new TreeMap<>(Comparator.comparing(RegisterId::value)), new ArrayList<>(), new ArrayList<>());
        // By another row of the event, or with the register written out once: still the same person.
        var inFile = new HashSet<String>();
        for (var row : rows) {
            var of = registerOf(by, register, row);
            if (of.isEmpty()) {
                findings.problem(row.number(), "register", "unknown-register", row.required("register"));
                continue;
            }
            var person = new EventRows.Person(
                    row.required("event_ref"),
                    of.get().equals(register.id()) ? null : of.get(),
                    row.required("member_ref"),
                    row.text("cell"));
            if (!inFile.add(key(chain, person))) {
                findings.problem(row.number(), "member_ref", "person-named-twice");
                continue;
            }
            var before = named.get(key(chain, person));
            var event = events.get(eventOfRow.getOrDefault(chain.latest(person.eventRef()), ""));
            if (event != null) {
                share(row, of.get(), person, event, before, prepared, findings);
            } else if (everUsed.contains(person.eventRef())) {
                findings.problem(row.number(), "event_ref", "event-gone", person.eventRef());
            } else {
                await(row, person, before, prepared, findings);
            }
        }
        return prepared;
    }

    /** Where the person was first entered: the register of the file, or another that the sender may see; else nothing. */
    private Optional<RegisterId> registerOf(Actor by, Register own, Row row) {
        var code = row.text("register");
        return code == null
                ? Optional.of(own.id())
                : registers
                        .find(code)
                        .map(Register::id)
                        .filter(id -> id.equals(own.id()) || by.registers().contains(id));
    }

    private static void share(
            Row row,
            RegisterId register,
            EventRows.Person person,
            EventRows.Known event,
            EventRows.@Nullable Person before,
            Prepared prepared,
            Findings findings) {
        if (!UnitEventKind.valueOf(event.kind()).sharesOutPeople()) {
            findings.problem(row.number(), "event_ref", "people-not-shared");
        } else if (before != null) {
            findings.problem(row.number(), "member_ref", "person-named-twice");
        } else if (person.cell() == null) {
            findings.problem(row.number(), "cell", "required", "Chi bộ");
        } else {
            prepared.shares()
                    .computeIfAbsent(register, any -> new ArrayList<>())
                    .add(new NewShare(row.number(), event.event(), event.day(), person.memberRef(), person.cell()));
            prepared.people().add(person);
        }
    }

    private static void await(
            Row row, EventRows.Person person, EventRows.@Nullable Person before, Prepared prepared, Findings findings) {
        if (before != null && Objects.equals(before.cell(), person.cell())) {
            findings.problem(row.number(), "member_ref", "person-named-twice");
            return;
        }
        if (before != null) {
            prepared.replaced().add(before);
        }
        findings.note(row.number(), "event_ref", "event-awaited");
        prepared.people().add(person);
    }

    private static String key(Chain chain, EventRows.Person person) {
        return chain.latest(person.eventRef()) + "\n" + person.who();
    }
}

package vn.giaoban.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.membership.Batch;
import vn.giaoban.membership.Intake;
import vn.giaoban.membership.NewShare;
import vn.giaoban.organisation.UnitEventKind;
import vn.giaoban.record.Entry;
import vn.giaoban.record.Register;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusal;

/**
 * People whom an event on units takes elsewhere than its successor. Named before the event, they wait for it and go with it; named after
 * it, they are a fact of their own, known from then on.
 */
@Component
class PeopleReceiver implements Receiver {

    private final EventRows sent;
    private final Intake intake;

    PeopleReceiver(EventRows sent, Intake intake) {
        this.sent = sent;
        this.intake = intake;
    }

    @Override
    public Set<ImportKind> kinds() {
        return Set.of(ImportKind.UNIT_EVENT_PEOPLE);
    }

    @Override
    public void check(Actor by, Register register, Rows rows, Findings findings) {
        var prepared = prepare(register, rows.rows(), findings);
        if (!prepared.shares().isEmpty()) {
            var found = intake.check(by, register.id(), Batch.ofShares(prepared.shares()));
            found.errors()
                    .forEach(error ->
                            findings.problem(error.row(), column(error.column()), error.code(), error.arguments()));
            found.notes()
                    .forEach(note -> findings.note(note.row(), column(note.column()), note.code(), note.arguments()));
        }
    }

    @Override
    public void record(Actor by, Entry entry, Register register, Rows rows, Findings findings) {
        var prepared = prepare(register, rows.rows(), findings);
        if (!findings.none()) {
            return;
        }
        sent.supersedePeople(entry, register.id(), prepared.replaced());
        sent.insertPeople(entry, register.id(), prepared.people());
        if (prepared.shares().isEmpty()) {
            return;
        }
        try {
            intake.store(by, entry, register.id(), Batch.ofShares(prepared.shares()));
        } catch (Refusal refusal) {
            findings.problem(1, null, refusal);
        }
    }

    /** Membership calls the person "member"; here the column is the sender's key of the person. */
    private static String column(String column) {
        return column.equals("member") ? "member_ref" : column;
    }

    private record Prepared(List<NewShare> shares, List<EventRows.Person> people, List<EventRows.Person> replaced) {}

    private Prepared prepare(Register register, List<Row> rows, Findings findings) {
        var chain = sent.chain(register.id());
        var everUsed = sent.everUsed(register.id());
        Map<String, String> eventOfRow =
                sent.holding(register.id()).stream().collect(Collectors.toMap(SentRow::ref, SentRow::eventRef));
        Map<String, EventRows.Known> events =
                sent.events(register.id()).stream().collect(Collectors.toMap(EventRows.Known::ref, known -> known));
        Map<String, EventRows.Person> named = new HashMap<>();
        sent.people(register.id()).forEach(person -> named.put(key(chain, person), person));

        var prepared = new Prepared(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var row : rows) {
            var person = new EventRows.Person(row.required("event_ref"), row.required("member_ref"), row.text("cell"));
            var before = named.get(key(chain, person));
            var event = events.get(eventOfRow.getOrDefault(chain.latest(person.eventRef()), ""));
            if (event != null) {
                share(row, person, event, before, prepared, findings);
            } else if (everUsed.contains(person.eventRef())) {
                findings.problem(row.number(), "event_ref", "event-gone", person.eventRef());
            } else {
                await(row, person, before, prepared, findings);
            }
        }
        return prepared;
    }

    private static void share(
            Row row,
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
        return chain.latest(person.eventRef()) + "\n" + person.memberRef();
    }
}

package vn.giaoban.recount;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.membership.People;
import vn.giaoban.organisation.CarriedPerson;
import vn.giaoban.organisation.Decision;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEventKind;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

/** Loads a history into the database through the modules, each file at the instant at which it was recorded. */
final class Loading {

    /** Files of persons, once somebody can take them in. */
    interface People {
        void take(Actor by, RegisterId register, History.Batch batch);
    }

    private final Entries entries;
    private final Registers registers;
    private final UnitEvents events;
    private final People people;
    private final TransactionTemplate transaction;
    private java.util.function.Consumer<History.Batch> before = batch -> {};
    private final Map<String, RegisterId> ids = new HashMap<>();
    private final Map<String, List<CarriedPerson>> staged = new HashMap<>();

    Loading(
            Entries entries,
            Registers registers,
            UnitEvents events,
            People people,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.registers = registers;
        this.events = events;
        this.people = people;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What is done before each file is loaded. */
    Loading before(java.util.function.Consumer<History.Batch> work) {
        before = work;
        return this;
    }

    static Actor system() {
        return Actor.system(Set.of(RegisterId.of(1), RegisterId.of(2)));
    }

    /** All of it, or, if a file is refused, up to there: then the refusal is told to {@code refused}. */
    History load(History history, java.util.function.BiConsumer<History.Batch, RuntimeException> refused) {
        var first = history.batches().get(0).at();
        at(first.minusSeconds(1), () -> {
            for (var register : history.registers()) {
                var id = registers.next();
                var entry = entries.begin(system(), Set.of(id), "test", null);
                registers.create(entry, id, register.code(), "Sổ " + register.code(), register.firstDay());
                ids.put(register.code(), id);
            }
            return true;
        });
        var loaded = new History(history.registers(), List.of());
        for (var batch : history.batches()) {
            before.accept(batch);
            try {
                at(batch.at(), () -> {
                    load(batch);
                    return true;
                });
            } catch (vn.giaoban.shared.Refusal refusal) {
                refused.accept(batch, refusal);
                return loaded;
            }
            loaded = loaded.plus(batch);
        }
        return loaded;
    }

    private void at(java.time.Instant instant, Supplier<Boolean> work) {
        Acting.as(system(), () -> {
            entries.backdated(instant, () -> transaction.execute(status -> work.get()));
        });
    }

    private void load(History.Batch batch) {
        var register = ids.get(batch.register());
        switch (batch.file()) {
            case UNITS -> events.apply(system(), new Plan(null, opened(register, batch.rows()), null));
            case UNIT_EVENTS -> events.apply(system(), new Plan(null, events(register, batch), null));
            case UNIT_EVENT_PEOPLE ->
                batch.rows()
                        .forEach(row -> staged.computeIfAbsent(
                                        batch.register() + "/" + row.text("event_ref"), ref -> new ArrayList<>())
                                .add(new CarriedPerson(row.text("member_ref"), row.text("cell"))));
            case MEMBERS, MOVEMENTS -> people.take(system(), register, batch);
        }
    }

    private static List<UnitEvent> opened(RegisterId register, List<Row> rows) {
        return rows.stream()
                .map(row -> UnitEvent.open(
                                register,
                                row.day("from"),
                                NewUnit.of(row.text("code"), row.text("name"), row.text("kind"), row.text("parent"))
                                        .inSector(row.text("sector"))
                                        .covering(
                                                row.has("village")
                                                        ? List.of(row.text("village")
                                                                .split(";"))
                                                        : List.of()))
                        .named(row.ref()))
                .toList();
    }

    /** Rows of one day that found one unit together, or divide one unit, are one event. */
    private List<UnitEvent> events(RegisterId register, History.Batch batch) {
        var together = new LinkedHashMap<String, List<Row>>();
        for (var row : batch.rows()) {
            var key = row.is("kind", "consolidate")
                    ? "consolidate " + row.text("day") + row.text("new_code")
                    : row.is("kind", "divide") ? "divide " + row.text("day") + row.text("unit") : row.ref();
            together.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        return together.values().stream()
                .map(rows -> event(register, batch.register(), rows))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private final Set<String> furtherRows = new java.util.HashSet<>();

    private UnitEvent event(RegisterId register, String code, List<Row> rows) {
        var row = rows.get(0);
        if (row.isCancellation()) {
            return furtherRows.contains(code + row.text("cancels"))
                    ? null
                    : UnitEvent.withdraw(register, Chronicle.FIRST_DAY, row.text("cancels"));
        }
        rows.stream().skip(1).forEach(further -> furtherRows.add(code + further.ref()));
        var people = new ArrayList<CarriedPerson>();
        rows.forEach(one -> people.addAll(staged.getOrDefault(code + "/" + one.ref(), List.of())));
        return new UnitEvent(
                register,
                row.ref(),
                UnitEventKind.valueOf(
                        row.text("kind").toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                row.day("day"),
                rows.stream()
                        .filter(one -> one.has("unit"))
                        .map(one -> one.text("unit"))
                        .distinct()
                        .toList(),
                row.text("parent"),
                row.text("into"),
                rows.stream()
                        .filter(one -> one.has("new_code"))
                        .map(one -> NewUnit.of(
                                one.text("new_code"), one.text("new_name"), one.text("new_kind"), one.text("parent")))
                        .distinct()
                        .toList(),
                row.text("principal"),
                row.text("receiving_cell"),
                change(row),
                people,
                new Decision(row.text("decision_no"), row.day("decision_day"), row.text("issuer")),
                row.text("cancels"));
    }

    private static UnitEvent.Change change(Row row) {
        if (row.is("kind", "rename")) {
            return UnitEvent.Change.name(row.text("new_name"));
        }
        return row.is("kind", "change-kind") ? UnitEvent.Change.kind(row.text("new_kind")) : UnitEvent.Change.NONE;
    }
}

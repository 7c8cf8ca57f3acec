package vn.giaoban.figures;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;

/**
 * The small example of counting, section 5, entered twice: in register P with codes XA, XB …, and once more in register Q, so that a query
 * that forgets its register doubles its answer. Lives are written as membership derives them.
 */
class ExampleRegisters {

    static final LocalDate F = LocalDate.of(2024, 1, 1);
    static final Instant START = Instant.parse("2024-01-02T01:00:00Z");
    static final RegisterId P = RegisterId.of(1);
    static final RegisterId Q = RegisterId.of(2);
    static final Actor SYSTEM = Actor.system(Set.of(P, Q));

    private final Entries entries;
    private final Registers registers;
    private final UnitEvents events;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private long member;

    ExampleRegisters(
            Entries entries,
            Registers registers,
            UnitEvents events,
            JdbcClient sql,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.registers = registers;
        this.events = events;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    void enter() {
        at("2024-01-02", () -> {
            for (var register : List.of(P, Q)) {
                var entry = entries.begin(SYSTEM, Set.of(register), "thử", null);
                registers.create(entry, register, register.equals(P) ? "P" : "Q", "Sổ " + register, F);
            }
            events.apply(
                    SYSTEM,
                    Plan.of(UnitEvent.open(P, day("2000-01-01"), NewUnit.of("TW", "Trung ương", "centre", null))));
        });
        tree(P, "P");
        tree(Q, "Q");
        for (var register : List.of(P, Q)) {
            people(register, register.equals(P) ? "P" : "Q");
        }
    }

    private void tree(RegisterId register, String p) {
        at(
                "2024-01-02",
                () -> events.apply(
                        SYSTEM,
                        Plan.of(UnitEvent.open(
                                register,
                                day("2000-01-01"),
                                NewUnit.of(p, "Đảng bộ tỉnh " + p, "dang-bo-tinh", "TW"),
                                NewUnit.of(p + "X", "Đảng bộ huyện X", "dang-bo-huyen", p),
                                NewUnit.of(p + "Y", "Đảng bộ huyện Y", "dang-bo-huyen", p),
                                NewUnit.of(p + "A", "Đảng bộ A", "dang-bo-co-so", p + "X"),
                                NewUnit.of(p + "B", "Đảng bộ B", "dang-bo-co-so", p + "X"),
                                NewUnit.of(p + "C", "Đảng bộ C", "dang-bo-co-so", p + "Y"),
                                NewUnit.of(p + "A1", "Chi bộ a1", "chi-bo", p + "A"),
                                NewUnit.of(p + "A2", "Chi bộ a2", "chi-bo", p + "A"),
                                NewUnit.of(p + "B1", "Chi bộ b1", "chi-bo", p + "B"),
                                NewUnit.of(p + "C1", "Chi bộ c1", "chi-bo", p + "C")))));
        at(
                "2024-04-02",
                () -> events.apply(SYSTEM, Plan.of(UnitEvent.handOver(register, day("2024-04-01"), p + "A", p + "Y"))));
        at(
                "2024-05-02",
                () -> events.apply(SYSTEM, Plan.of(UnitEvent.absorb(register, day("2024-05-01"), p + "C1", p + "A2"))));
    }

    private void people(RegisterId register, String p) {
        at("2024-01-03", () -> {
            settle(register, p + "A1", 9, Days.FOREVER);
            settle(register, p + "A1", 1, day("2024-04-15"));
            settle(register, p + "A2", 5, Days.FOREVER);
            settle(register, p + "A2", 1, day("2024-03-01"));
            settle(register, p + "B1", 8, Days.FOREVER);
            settle(register, p + "C1", 5, Days.FOREVER);
        });
        // the one who went from a2 to b1, and the one of a1 who died
        at("2024-05-21", () -> {
            belongs(register, 900, p + "B1", day("2024-03-01"), Days.FOREVER);
            step(register, 900, "transfer", day("2024-03-01"), p + "A2", p + "B1");
            step(register, 901, "died", day("2024-04-15"), p + "A1", null);
            belongs(register, 902, p + "A2", day("2024-05-20"), Days.FOREVER);
            step(register, 902, "admission", day("2024-05-20"), null, p + "A2");
        });
        at("2024-02-11", () -> {
            belongs(register, 903, p + "A1", day("2024-02-10"), Days.FOREVER);
            step(register, 903, "admission", day("2024-02-10"), null, p + "A1");
        });
        at("2024-06-03", () -> {
            supersede(register, 903);
            belongs(register, 903, p + "A1", day("2024-01-09"), Days.FOREVER);
            step(register, 903, "admission", day("2024-01-09"), null, p + "A1");
        });
    }

    /** One more is admitted on 3 June 2024, entered only later. */
    void oneMore(String cell, long person) {
        var register = cell.startsWith("P") ? P : Q;
        at("2024-08-01", () -> {
            belongs(register, person, cell, day("2024-06-03"), Days.FOREVER);
            step(register, person, "admission", day("2024-06-03"), null, cell);
        });
    }

    private void settle(RegisterId register, String cell, int people, LocalDate until) {
        for (int n = 0; n < people; n++) {
            belongs(register, ++member, cell, F.minusDays(1), until);
        }
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** What is done on a day is recorded at eight in the evening. */
    void at(String day, Runnable work) {
        entries.backdated(Instant.parse(day + "T13:00:00Z"), () -> {
            Acting.as(SYSTEM, () -> transaction.executeWithoutResult(status -> work.run()));
            return true;
        });
    }

    private Entry entry(RegisterId register) {
        return entries.begin(SYSTEM, Set.of(register), "thử", null);
    }

    void belongs(RegisterId register, long person, String cell, LocalDate from, LocalDate until) {
        var entry = entry(register);
        sql.sql("""
                        insert into membership.belonging (register_id, member_id, unit_id, degree, exempt, suspended, away,
                                                          from_day, until_day, entry_id, recorded_at)
                        select :register, :person, u.unit_id, 'OFFICIAL', false, false, false, :from, :until, :entry, :at
                          from organisation_api.unit u where u.code = :cell
                        """)
                .param("register", register.value())
                .param("person", person)
                .param("cell", cell)
                .param("from", from)
                .param("until", until)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    void step(
            RegisterId register, long person, String kind, LocalDate day, @Nullable String from, @Nullable String to) {
        var entry = entry(register);
        sql.sql("""
                        insert into membership.step (register_id, member_id, movement_id, kind, day, from_unit, to_unit, degree,
                                                     entry_id, recorded_at)
                        values (:register, :person, :person, :kind, :day,
                                (select unit_id from organisation_api.unit where code = cast(:from as text)),
                                (select unit_id from organisation_api.unit where code = cast(:to as text)),
                                'OFFICIAL', :entry, :at)
                        """)
                .param("register", register.value())
                .param("person", person)
                .param("kind", kind)
                .param("day", day)
                .param("from", from)
                .param("to", to)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    private void supersede(RegisterId register, long person) {
        var entry = entry(register);
        for (var table : List.of("belonging", "step")) {
            sql.sql("update membership." + table + " set superseded_at = :at, superseded_by = :entry"
                            + " where register_id = :register and member_id = :person and superseded_at = 'infinity'")
                    .param("register", register.value())
                    .param("person", person)
                    .param("entry", entry.id())
                    .param("at", Timestamp.from(entry.at()))
                    .update();
        }
    }
}

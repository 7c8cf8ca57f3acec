package vn.giaoban.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.TwoProvinces;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

/** Tells stories about people of the two provinces: what is told of one is told of a twin in the other register too. */
public class People {

    public static final Actor SYSTEM = TwoProvinces.SYSTEM;

    private final Entries entries;
    private final TwoProvinces provinces;
    private final UnitEvents events;
    private final Intake intake;
    private final JdbcClient sql;
    private final PlatformTransactionManager transactions;

    People(
            Entries entries,
            TwoProvinces provinces,
            UnitEvents events,
            Intake intake,
            JdbcClient sql,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.provinces = provinces;
        this.events = events;
        this.intake = intake;
        this.sql = sql;
        this.transactions = transactions;
    }

    public void twoProvinces() {
        entries.backdated(Instant.parse("2020-01-02T01:00:00Z"), () -> {
            provinces.enter();
            return true;
        });
    }

    /** Recorded at eight in the evening of that day. */
    public <T extends @Nullable Object> T at(String day, Supplier<T> work) {
        return entries.backdated(
                Instant.parse(day + "T13:00:00Z"),
                () -> Acting.as(SYSTEM, () -> new TransactionTemplate(transactions).execute(status -> work.get())));
    }

    public static Instant evening(String day) {
        return Instant.parse(day + "T14:00:00Z");
    }

    /** Opening members {@code a1-1 … a1-n} of a cell such as {@code A1}, in both registers. */
    public void settle(String cell, int count) {
        for (var p : List.of("P", "Q")) {
            var rows = new ArrayList<NewMember>();
            for (var n = 1; n <= count; n++) {
                var ref = cell.toLowerCase() + "-" + n;
                rows.add(NewMember.opening(n, ref, someone(n), p + cell, Degree.OFFICIAL));
            }
            store(register(p), Batch.ofMembers(rows));
        }
    }

    /** People whom a movement brings in. */
    public void know(String... refs) {
        for (var p : List.of("P", "Q")) {
            var rows = Arrays.stream(refs)
                    .map(ref -> NewMember.coming(1, ref, someone(1)))
                    .toList();
            store(register(p), Batch.ofMembers(rows));
        }
    }

    /** {@code move("m1", "a1-1", "transfer", "2024-03-01", "A2>B1")}; outside is {@code !name}. */
    public void move(String ref, String person, String kind, String day, String way) {
        move(ref, person, kind, day, way, null);
    }

    public void move(String ref, String person, String kind, String day, String way, @Nullable String cancels) {
        for (var p : List.of("P", "Q")) {
            store(
                    register(p),
                    Batch.ofMovements(
                            List.of(movement(p, ref, person, kind, day, way).correcting(cancels))));
        }
    }

    public static NewMovement movement(String p, String ref, String person, String kind, String day, String way) {
        var ends = way.split(">", -1);
        return NewMovement.of(
                1,
                ref,
                person,
                MovementKind.ofCode(kind),
                NewMovement.On.day(LocalDate.parse(day)),
                place(p, ends[0]),
                place(p, ends.length > 1 ? ends[1] : ""));
    }

    private static NewMovement.Place place(String p, String text) {
        return text.isEmpty()
                ? NewMovement.Place.NONE
                : text.startsWith("!")
                        ? NewMovement.Place.outside(text.substring(1))
                        : NewMovement.Place.cell(p + text);
    }

    public void withdraw(String ref) {
        for (var p : List.of("P", "Q")) {
            store(register(p), Batch.ofMovements(List.of(NewMovement.withdrawal(1, "x-" + ref, ref))));
        }
    }

    public void store(RegisterId register, Batch batch) {
        intake.store(SYSTEM, entries.begin(SYSTEM, Set.of(register), "test", null), register, batch);
    }

    public Findings check(RegisterId register, Batch batch) {
        return Acting.as(SYSTEM, () -> intake.check(SYSTEM, register, batch));
    }

    public void apply(java.util.function.BiFunction<RegisterId, String, UnitEvent> event) {
        for (var p : List.of("P", "Q")) {
            events.apply(SYSTEM, Plan.of(event.apply(register(p), p)));
        }
    }

    public static RegisterId register(String p) {
        return p.equals("P") ? TwoProvinces.P : TwoProvinces.Q;
    }

    public static Profile someone(int n) {
        return Profile.of("Nguyễn Văn Thử", Birth.on(LocalDate.of(1970, 1, 1).plusDays(n)), n % 2 == 0 ? Sex.F : Sex.M);
    }

    /** Ref and raw cell of those who belong in register P on a day as known at an instant: {@code a1-1 A1}. */
    public List<String> belong(String day, Instant known) {
        return Acting.as(
                SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> sql.sql("""
                                select m.ref || ' ' || substr(u.code, 2) || case b.degree when 'PROBATIONARY' then ' P' else '' end
                                  from membership_api.belonging_on(:day, :known) b
                                  join membership.member m on (m.register_id, m.member_id) = (b.register_id, b.member_id)
                                   and m.recorded_at <= :known and :known < m.superseded_at
                                  join organisation_api.unit u on u.unit_id = b.unit_id
                                 where b.register_id = :register
                                 order by 1
                                """)
                                .param("day", LocalDate.parse(day))
                                .param("known", java.sql.Timestamp.from(known))
                                .param("register", TwoProvinces.P.value())
                                .query(String.class)
                                .list()));
    }

    /** Steps in register P: {@code 2024-03-01 a2-1 transfer A2>B1}. */
    public List<String> steps(String from, String until, Instant known) {
        return Acting.as(
                SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> sql.sql("""
                                select s.day || ' ' || m.ref || ' ' || s.kind || ' ' || coalesce(substr(f.code, 2), '') || '>'
                                       || coalesce(substr(t.code, 2), '')
                                  from membership_api.steps_between(:from, :until, :known) s
                                  join membership.member m on (m.register_id, m.member_id) = (s.register_id, s.member_id)
                                   and m.recorded_at <= :known and :known < m.superseded_at
                                  left join organisation_api.unit f on f.unit_id = s.from_unit
                                  left join organisation_api.unit t on t.unit_id = s.to_unit
                                 where s.register_id = :register
                                 order by s.day, 1
                                """)
                                .param("from", LocalDate.parse(from))
                                .param("until", LocalDate.parse(until))
                                .param("known", java.sql.Timestamp.from(known))
                                .param("register", TwoProvinces.P.value())
                                .query(String.class)
                                .list()));
    }
}

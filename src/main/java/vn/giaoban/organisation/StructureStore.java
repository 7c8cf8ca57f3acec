package vn.giaoban.organisation;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/** Reads the structure as now known, and writes events with their effects. */
@Repository
class StructureStore {

    /** One writer of the tree at a time: what is derived from all events must not be derived twice at once. */
    private static final int LOCK = 7_202;

    private final JdbcClient sql;
    private final JdbcTemplate batches;

    StructureStore(JdbcClient sql, JdbcTemplate batches) {
        this.sql = sql;
        this.batches = batches;
    }

    void lock() {
        sql.sql("select pg_advisory_xact_lock(:lock, 0)")
                .param("lock", LOCK)
                .query((row, n) -> true)
                .single();
    }

    Structure structure() {
        return new Structure(sql.sql("""
                        select f.event_id, f.unit_id, f.day, f.aspect, f.other_id, f.position, f.name, f.committee_name, f.symbol, f.place,
                               f.kind_code, f.sector_code
                          from organisation.effect f
                          join organisation.event e on e.event_id = f.event_id
                         where e.superseded_at = 'infinity'
                        """)
                .query((row, n) -> new Effect(
                        new EventId(row.getLong(1)),
                        new UnitId(row.getLong(2)),
                        row.getObject(3, LocalDate.class),
                        Effect.Aspect.valueOf(row.getString(4)),
                        unit(row.getObject(5, Long.class)),
                        row.getObject(6, Integer.class),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12)))
                .list());
    }

    Map<EventId, UnitEventKind> eventKinds() {
        var kinds = new HashMap<EventId, UnitEventKind>();
        sql.sql("select event_id, kind from organisation.event where superseded_at = 'infinity'")
                .query(row -> {
                    kinds.put(new EventId(row.getLong(1)), UnitEventKind.valueOf(row.getString(2)));
                });
        return kinds;
    }

    Codes codes() {
        var codes = new Codes();
        sql.sql("select unit_id, code, org_code from organisation.unit").query(row -> {
            codes.add(new UnitId(row.getLong(1)), row.getString(2), row.getString(3));
        });
        return codes;
    }

    Optional<EventId> event(RegisterId register, String ref) {
        return sql.sql("""
                        select event_id from organisation.event
                         where register_id = :register and ref = :ref and superseded_at = 'infinity'
                        """)
                .param("register", register.value())
                .param("ref", ref)
                .query(Long.class)
                .optional()
                .map(EventId::new);
    }

    List<Long> nextEvents(int count) {
        return next("organisation.event", "event_id", count);
    }

    List<Long> nextUnits(int count) {
        return next("organisation.unit", "unit_id", count);
    }

    private List<Long> next(String table, String column, int count) {
        return sql.sql("""
                        select nextval(pg_get_serial_sequence(:table, :column)) from generate_series(1, :count)
                        """)
                .param("table", table)
                .param("column", column)
                .param("count", count)
                .query(Long.class)
                .list();
    }

    record UnitRow(
            UnitId id,
            RegisterId register,
            String code,
            @Nullable String orgCode) {}

    void insertUnits(Entry entry, List<UnitRow> units) {
        batches.batchUpdate("""
                insert into organisation.unit (unit_id, register_id, code, org_code, entry_id) overriding system value values (?, ?, ?, ?, ?)
                """, units, 500, (statement, unit) -> {
            statement.setLong(1, unit.id().value());
            statement.setShort(2, unit.register().value());
            statement.setString(3, unit.code());
            statement.setString(4, unit.orgCode());
            statement.setLong(5, entry.id());
        });
    }

    PlanId insertPlan(Entry entry, RegisterId register, String name) {
        return new PlanId(sql.sql("""
                        insert into organisation.plan (register_id, name, entry_id, recorded_at)
                        values (:register, :name, :entry, :at) returning plan_id
                        """)
                .param("register", register.value())
                .param("name", name)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .query(Long.class)
                .single());
    }

    record EventRow(
            EventId id,
            UnitEvent event,
            UnitEventKind kind,
            @Nullable PlanId plan,
            @Nullable UnitId receivingCell,
            @Nullable EventId corrects,
            List<UnitId> subjects) {}

    void insertEvents(Entry entry, List<EventRow> events) {
        batches.batchUpdate("""
                insert into organisation.event (event_id, register_id, ref, kind, day, decision_no, decision_day, issuer, plan_id,
                                                receiving_cell, corrects, entry_id, recorded_at)
                overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, events, 500, (statement, row) -> {
            var event = row.event();
            statement.setLong(1, row.id().value());
            statement.setShort(2, event.register().value());
            statement.setString(3, event.ref());
            statement.setString(4, row.kind().name());
            statement.setObject(5, event.day());
            statement.setString(6, event.decision().number());
            statement.setObject(7, event.decision().day());
            statement.setString(8, event.decision().issuer());
            statement.setObject(9, row.plan() == null ? null : row.plan().value());
            statement.setObject(10, number(row.receivingCell()));
            statement.setObject(
                    11, row.corrects() == null ? null : row.corrects().value());
            statement.setLong(12, entry.id());
            statement.setTimestamp(13, Timestamp.from(entry.at()));
        });
        record Subject(EventId event, UnitId unit) {}
        var subjects = events.stream()
                .flatMap(row -> row.subjects().stream().map(unit -> new Subject(row.id(), unit)))
                .distinct()
                .toList();
        batches.batchUpdate(
                "insert into organisation.subject (event_id, unit_id) values (?, ?)",
                subjects,
                500,
                (statement, subject) -> {
                    statement.setLong(1, subject.event().value());
                    statement.setLong(2, subject.unit().value());
                });
    }

    void supersedeEvents(Entry entry, Collection<EventId> events) {
        sql.sql("""
                        update organisation.event set superseded_at = :at, superseded_by = :entry
                         where event_id = any (:events) and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("events", events.stream().map(EventId::value).toArray(Long[]::new))
                .update();
    }

    void insertEffects(Collection<Effect> effects) {
        batches.batchUpdate("""
                insert into organisation.effect (event_id, unit_id, day, aspect, other_id, position, name, committee_name, symbol, place,
                                                 kind_code, sector_code)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, effects, 500, (statement, effect) -> {
            statement.setLong(1, effect.event().value());
            statement.setLong(2, effect.unit().value());
            statement.setObject(3, effect.day());
            statement.setString(4, effect.aspect().name());
            statement.setObject(5, number(effect.other()));
            statement.setObject(6, effect.position());
            statement.setString(7, effect.name());
            statement.setString(8, effect.committeeName());
            statement.setString(9, effect.symbol());
            statement.setString(10, effect.place());
            statement.setString(11, effect.kind());
            statement.setString(12, effect.sector());
        });
    }

    private static @Nullable Long number(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    private static @Nullable UnitId unit(@Nullable Long value) {
        return value == null ? null : new UnitId(value);
    }
}

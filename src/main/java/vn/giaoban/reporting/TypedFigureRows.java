package vn.giaoban.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Sql;
import vn.giaoban.shared.UnitId;

/** Typed figures, and what may be typed. */
@Repository
class TypedFigureRows {

    private static final String OF_A_PERIOD = Sql.beside(TypedFigureRows.class, "typed-figures.sql");

    private final JdbcClient sql;

    TypedFigureRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<TypedKind> kinds(LocalDate day) {
        return sql.sql("""
                        select kind_code, name, name_en, measure, flow, counted, source
                          from reporting.typed_kind
                         where from_day <= :day and :day < until_day
                         order by rank
                        """).param("day", day).query((row, n) -> kind(row, 1)).list();
    }

    /** Those that make up a unit's numbers of a period. */
    List<TypedFigure> of(UnitId unit, Period period, AsOf at) {
        return sql.sql(OF_A_PERIOD)
                .param("unit", unit.value())
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("from", period.from())
                .param("last", period.lastDay())
                .query((row, n) -> figure(row))
                .list();
    }

    /** Of a unit and those directly under it, the newest period first. */
    List<TypedFigure> around(UnitId unit, AsOf at) {
        return sql.sql("""
                        select t.typed_id, t.unit_id, u.name, t.from_day, t.last_day, t.value, t.estimate, t.source, e.login, t.recorded_at,
                               k.kind_code, k.name, k.name_en, k.measure, k.flow, k.counted, k.source
                          from reporting.typed_figure t
                          join reporting.typed_kind k
                            on k.kind_code = t.kind_code and k.from_day <= t.last_day and t.last_day < k.until_day
                          join organisation_api.stands_under s
                            on s.unit_id = t.unit_id and s.ancestor_id = :unit and s.distance <= 1 and s.hierarchy_id = 1
                           and s.from_day <= :day and :day < s.until_day and s.recorded_at <= :known and :known < s.superseded_at
                          join organisation_api.unit_name(:known) u on u.unit_id = t.unit_id
                          join record_api.entry e on e.entry_id = t.entry_id
                         where t.recorded_at <= :known and :known < t.superseded_at
                         order by t.last_day desc, k.rank, s.distance, u.name, t.typed_id
                        """)
                .param("unit", unit.value())
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .query((row, n) -> figure(row))
                .list();
    }

    /** The unit of a number that is not taken back. */
    Optional<UnitId> unitOf(long typed) {
        return sql.sql(
                        "select unit_id from reporting.typed_figure where typed_id = :typed and superseded_at = 'infinity'")
                .param("typed", typed)
                .query((row, n) -> new UnitId(row.getLong(1)))
                .optional();
    }

    void supersede(RegisterId register, UnitId unit, String kind, LocalDate from, LocalDate last, Entry entry) {
        sql.sql("""
                        update reporting.typed_figure set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and unit_id = :unit and kind_code = :kind and from_day = :from and last_day = :last
                           and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("register", register.value())
                .param("unit", unit.value())
                .param("kind", kind)
                .param("from", from)
                .param("last", last)
                .update();
    }

    void withdraw(RegisterId register, long typed, Entry entry) {
        sql.sql("""
                        update reporting.typed_figure set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and typed_id = :typed and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("register", register.value())
                .param("typed", typed)
                .update();
    }

    void insert(RegisterId register, UnitId unit, TypedFigures.Whole whole, Entry entry) {
        sql.sql("""
                        insert into reporting.typed_figure (register_id, unit_id, kind_code, from_day, last_day, value, estimate, source,
                                                            entry_id, recorded_at)
                        values (:register, :unit, :kind, :from, :last, :value, :estimate, :source, :entry, :at)
                        """)
                .param("register", register.value())
                .param("unit", unit.value())
                .param("kind", whole.kind().code())
                .param("from", whole.from())
                .param("last", whole.lastDay())
                .param("value", whole.value())
                .param("estimate", whole.estimate())
                .param("source", whole.source())
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    private static TypedFigure figure(ResultSet row) throws SQLException {
        return new TypedFigure(
                row.getLong(1),
                new UnitId(row.getLong(2)),
                row.getString(3),
                kind(row, 11),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getLong(6),
                row.getBoolean(7),
                row.getString(8),
                row.getString(9),
                row.getTimestamp(10).toInstant());
    }

    private static TypedKind kind(ResultSet row, int first) throws SQLException {
        return new TypedKind(
                row.getString(first),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getBoolean(first + 4),
                row.getString(first + 5),
                row.getString(first + 6));
    }
}

package vn.giaoban.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.figures.FreezeId;
import vn.giaoban.record.Entry;
import vn.giaoban.reporting.ReportingPeriod.Asked;
import vn.giaoban.reporting.ReportingPeriod.Closing;
import vn.giaoban.shared.UnitId;

/** Reporting periods, each row a state of one. */
@Repository
class PeriodRows {

    private static final String PERIOD = """
            select p.period_id, p.unit_id, p.name, p.from_day, p.last_day, p.confirm_by, p.asked, p.document, e.login, p.recorded_at,
                   p.freeze_id, p.known_at
              from reporting.reporting_period p
              join record_api.entry e on e.entry_id = p.entry_id
            """;

    private final JdbcClient sql;

    PeriodRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<ReportingPeriod> find(long period) {
        return sql.sql(PERIOD + " where p.period_id = :period and p.superseded_at = 'infinity'")
                .param("period", period)
                .query((row, n) -> period(row))
                .optional();
    }

    /** What units ask, the latest cut-off first. */
    List<ReportingPeriod> of(Collection<UnitId> units) {
        return sql.sql(PERIOD + """
                         where p.unit_id = any (:units) and p.superseded_at = 'infinity'
                         order by p.last_day desc, p.period_id desc
                        """)
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .query((row, n) -> period(row))
                .list();
    }

    /** Every state of one, the newest first. */
    List<ReportingPeriod> history(long period) {
        return sql.sql(PERIOD + " where p.period_id = :period order by p.recorded_at desc")
                .param("period", period)
                .query((row, n) -> period(row))
                .list();
    }

    long nextKey() {
        return sql.sql("select nextval('reporting.period_key')")
                .query(Long.class)
                .single();
    }

    /** @return whether the row was still there to be superseded */
    boolean supersede(long period, Entry entry) {
        return sql.sql("""
                        update reporting.reporting_period set superseded_at = :at, superseded_by = :entry
                         where period_id = :period and superseded_at = 'infinity'
                        """)
                        .param("at", Timestamp.from(entry.at()))
                        .param("entry", entry.id())
                        .param("period", period)
                        .update()
                == 1;
    }

    /** @return false where the unit has one of this name already */
    boolean insert(long period, UnitId unit, NewPeriod.Whole whole, Entry entry) {
        return sql.sql("""
                        insert into reporting.reporting_period (period_id, unit_id, name, from_day, last_day, confirm_by, asked, document,
                                                                entry_id, recorded_at)
                        values (:period, :unit, :name, :from, :last, :confirm, :asked, :document, :entry, :at)
                            on conflict do nothing
                        """)
                        .param("period", period)
                        .param("unit", unit.value())
                        .param("name", whole.name())
                        .param("from", whole.from())
                        .param("last", whole.lastDay())
                        .param("confirm", whole.confirmBy())
                        .param("asked", whole.asked().name())
                        .param("document", whole.document())
                        .param("entry", entry.id())
                        .param("at", Timestamp.from(entry.at()))
                        .update()
                == 1;
    }

    /** The same period, closed. */
    void insertClosed(ReportingPeriod period, Closing closing, Entry entry) {
        sql.sql("""
                        insert into reporting.reporting_period (period_id, unit_id, name, from_day, last_day, confirm_by, asked, document,
                                                                freeze_id, known_at, entry_id, recorded_at)
                        values (:period, :unit, :name, :from, :last, :confirm, :asked, :document, :freeze, :known, :entry, :at)
                        """)
                .param("period", period.id())
                .param("unit", period.unit().value())
                .param("name", period.name())
                .param("from", period.from())
                .param("last", period.lastDay())
                .param("confirm", period.confirmBy())
                .param("asked", period.asked().name())
                .param("document", period.document())
                .param("freeze", closing.freeze().value())
                .param("known", Timestamp.from(closing.known()))
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    private static ReportingPeriod period(ResultSet row) throws SQLException {
        var known = row.getTimestamp(12);
        return new ReportingPeriod(
                row.getLong(1),
                new UnitId(row.getLong(2)),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                Asked.valueOf(row.getString(7)),
                row.getString(8),
                row.getString(9),
                row.getTimestamp(10).toInstant(),
                known == null ? null : new Closing(new FreezeId(row.getLong(11)), known.toInstant()));
    }
}

package vn.giaoban.reporting;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/** What units confirmed, who was reminded, what was settled: rows of the registers of the units that are asked. */
@Repository
class ConfirmationRows {

    private final JdbcClient sql;

    ConfirmationRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** The newest of each unit. */
    Map<UnitId, Confirmation> of(long period) {
        var found = new LinkedHashMap<UnitId, Confirmation>();
        sql.sql("""
                        select c.unit_id, c.content, c.digest, c.known_at, c.post, c.document, e.login, c.recorded_at
                          from reporting.confirmation c
                          join record_api.entry e on e.entry_id = c.entry_id
                         where c.period_id = :period and c.superseded_at = 'infinity'
                        """).param("period", period).query(row -> {
            var unit = new UnitId(row.getLong(1));
            found.put(
                    unit,
                    new Confirmation(
                            unit,
                            ConfirmedFigures.read(row.getString(2)),
                            row.getString(3),
                            row.getTimestamp(4).toInstant(),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getTimestamp(8).toInstant()));
        });
        return found;
    }

    /** Empty if this account never confirmed. */
    String lastPost(String login) {
        return sql.sql("""
                        select c.post
                          from reporting.confirmation c
                          join record_api.entry e on e.entry_id = c.entry_id
                         where e.login = :login
                         order by c.recorded_at desc
                         limit 1
                        """).param("login", login).query(String.class).optional().orElse("");
    }

    /** @param entered whose figures, known, post and document are kept */
    void insert(RegisterId register, long period, Confirmation entered, Entry entry) {
        sql.sql("""
                        update reporting.confirmation set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and period_id = :period and unit_id = :unit and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("register", register.value())
                .param("period", period)
                .param("unit", entered.unit().value())
                .update();
        sql.sql("""
                        insert into reporting.confirmation (register_id, period_id, unit_id, content, digest, known_at, post, document,
                                                            entry_id, recorded_at)
                        values (:register, :period, :unit, :content, :digest, :known, :post, :document, :entry, :at)
                        """)
                .param("register", register.value())
                .param("period", period)
                .param("unit", entered.unit().value())
                .param("content", entered.figures().json())
                .param("digest", entered.digest())
                .param("known", Timestamp.from(entered.known()))
                .param("post", entered.post())
                .param("document", entered.document())
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    /** The last reminder of each unit. */
    Map<UnitId, Reminder> reminders(long period) {
        var found = new HashMap<UnitId, Reminder>();
        sql.sql("""
                        select distinct on (r.unit_id) r.unit_id, r.on_day, r.recorded_at, e.login
                          from reporting.reminder r
                          join record_api.entry e on e.entry_id = r.entry_id
                         where r.period_id = :period
                         order by r.unit_id, r.recorded_at desc
                        """).param("period", period).query(row -> {
            found.put(
                    new UnitId(row.getLong(1)),
                    new Reminder(
                            row.getObject(2, LocalDate.class),
                            row.getTimestamp(3).toInstant(),
                            row.getString(4)));
        });
        return found;
    }

    /** @param day on which it was sent, {@code at} when, {@code login} by whom */
    record Reminder(LocalDate day, Instant at, String login) {}

    /** @return false where the unit was reminded that day already */
    boolean remind(RegisterId register, long period, UnitId unit, LocalDate day, Entry entry) {
        return sql.sql("""
                        insert into reporting.reminder (register_id, period_id, unit_id, on_day, entry_id, recorded_at)
                        values (:register, :period, :unit, :day, :entry, :at)
                            on conflict (register_id, period_id, unit_id, on_day) do nothing
                        """)
                        .param("register", register.value())
                        .param("period", period)
                        .param("unit", unit.value())
                        .param("day", day)
                        .param("entry", entry.id())
                        .param("at", Timestamp.from(entry.at()))
                        .update()
                == 1;
    }

    void settle(RegisterId register, long period, UnitId unit, ConfirmedFigures figures, Entry entry) {
        sql.sql("""
                        insert into reporting.closed_line (register_id, period_id, unit_id, content, digest, entry_id, recorded_at)
                        values (:register, :period, :unit, :content, :digest, :entry, :at)
                        """)
                .param("register", register.value())
                .param("period", period)
                .param("unit", unit.value())
                .param("content", figures.json())
                .param("digest", figures.digest())
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    Map<UnitId, ConfirmedFigures> settled(long period) {
        var found = new HashMap<UnitId, ConfirmedFigures>();
        sql.sql("select unit_id, content from reporting.closed_line where period_id = :period")
                .param("period", period)
                .query(row -> {
                    found.put(new UnitId(row.getLong(1)), ConfirmedFigures.read(row.getString(2)));
                });
        return found;
    }
}

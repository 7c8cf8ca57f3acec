package vn.giaoban.reporting;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** The officers' own words in a report: one text for a unit and a period, earlier versions kept. */
@Service
@Transactional(readOnly = true)
public class Remarks {

    private static final int MOST = 20_000;

    private final JdbcClient sql;
    private final Entries entries;
    private final Organisation organisation;

    Remarks(JdbcClient sql, Entries entries, Organisation organisation) {
        this.sql = sql;
        this.entries = entries;
        this.organisation = organisation;
    }

    /** As known at an instant. Empty where nobody had written anything, or the unit's register is not the actor's to see. */
    public String of(Actor by, UnitId unit, Period period, Instant known) {
        return sql.sql("""
                        select words from reporting.remark
                         where unit_id = :unit and period = :period and recorded_at <= :known and :known < superseded_at
                        """)
                .param("unit", unit.value())
                .param("period", period.code())
                .param("known", Timestamp.from(known))
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** @throws ReportingRefusal if it is too long, or holds a NUL, which no database keeps; "not found" without the right to record there */
    @Transactional
    public void write(Actor by, UnitId unit, Period period, String words) {
        if (words.length() > MOST) {
            throw ReportingRefusal.remarkTooLong(MOST);
        }
        if (words.indexOf(0) >= 0) {
            throw ReportingRefusal.remarkUnprintable();
        }
        var at = new AsOf(period.lastDay(), entries.latest());
        organisation.check(by, Verb.CONFIRM, unit, at);
        var register = organisation
                .find(unit, at)
                .orElseThrow(OrganisationRefusal::unitNotFound)
                .register();
        var entry = entries.begin(by, Set.of(register), "reporting.remark", null);
        sql.sql("""
                        update reporting.remark set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and unit_id = :unit and period = :period and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("register", register.value())
                .param("unit", unit.value())
                .param("period", period.code())
                .update();
        sql.sql("""
                        insert into reporting.remark (register_id, unit_id, period, words, entry_id, recorded_at)
                        values (:register, :unit, :period, :words, :entry, :at)
                        """)
                .param("register", register.value())
                .param("unit", unit.value())
                .param("period", period.code())
                .param("words", words)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }
}

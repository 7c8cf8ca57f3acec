package vn.giaoban.reporting;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.shared.Vietnamese;

/** Yearly plans for admissions: typed by who keeps the register, read with the figures they are compared to. */
@Service
@Transactional(readOnly = true)
public class AdmissionPlans {

    private final JdbcClient sql;
    private final Entries entries;
    private final Organisation organisation;

    AdmissionPlans(JdbcClient sql, Entries entries, Organisation organisation) {
        this.sql = sql;
        this.entries = entries;
        this.organisation = organisation;
    }

    /** Plans of these units as known at an instant; the rights of the figures beside them are the caller's to check. */
    public Map<UnitId, AdmissionPlan> of(Collection<UnitId> units, int year, Instant known) {
        var plans = new HashMap<UnitId, AdmissionPlan>();
        sql.sql("""
                        select p.unit_id, p.year, p.admissions, p.document, e.login, p.recorded_at
                          from reporting.admission_plan p
                          join record_api.entry e on e.entry_id = p.entry_id
                         where p.unit_id = any (:units) and p.year = :year and p.recorded_at <= :known and :known < p.superseded_at
                        """)
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .param("year", year)
                .param("known", Timestamp.from(known))
                .query(row -> {
                    var unit = new UnitId(row.getLong(1));
                    plans.put(
                            unit,
                            new AdmissionPlan(
                                    unit,
                                    row.getInt(2),
                                    row.getInt(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getTimestamp(6).toInstant()));
                });
        return plans;
    }

    /**
     * Types a plan; the one of the same unit and year is replaced by it. Who may: keeps the register over the unit on the day.
     *
     * @throws ReportingRefusal if the number or the document is no such thing; "not found" without the right
     */
    @Transactional
    public void type(Actor by, UnitId unit, int year, int admissions, String document, AsOf at) {
        var source = Vietnamese.normal(document);
        if (admissions < 0 || admissions > 1_000_000) {
            throw ReportingRefusal.notAPlan(admissions);
        }
        if (source.isEmpty() || source.length() > 200) {
            throw ReportingRefusal.planNeedsADocument();
        }
        organisation.check(by, Verb.KEEP_REGISTER, unit, at);
        var register = organisation.unit(unit, at).register();
        var entry = entries.begin(by, Set.of(register), "reporting.admission-plan", null);
        sql.sql("""
                        update reporting.admission_plan set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and unit_id = :unit and year = :year and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("register", register.value())
                .param("unit", unit.value())
                .param("year", year)
                .update();
        sql.sql("""
                        insert into reporting.admission_plan (register_id, unit_id, year, admissions, document, entry_id, recorded_at)
                        values (:register, :unit, :year, :admissions, :document, :entry, :at)
                        """)
                .param("register", register.value())
                .param("unit", unit.value())
                .param("year", year)
                .param("admissions", admissions)
                .param("document", source)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    /** From the beginning of the year of a period to its end: what is compared to a plan. */
    static LocalDate yearBegins(Period period) {
        return period.lastDay().withDayOfYear(1);
    }
}

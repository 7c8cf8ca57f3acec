package vn.giaoban.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;

/** The units that figures are of: names as they were on a day, and from when to when they were open. */
@Repository
class Subjects {

    private final JdbcClient sql;

    Subjects(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Subject> find(UnitId unit, LocalDate day, Instant known) {
        return Optional.ofNullable(all(java.util.List.of(unit), day, known).get(unit));
    }

    /** In official order as of the day; those that are not open then last. A unit not known at that instant is missing. */
    Map<UnitId, Subject> all(Collection<UnitId> units, LocalDate day, Instant known) {
        var subjects = new LinkedHashMap<UnitId, Subject>();
        sql.sql("""
                        select u.unit_id, u.code, coalesce(o.name, n.name, u.code), life.opened, life.closed
                          from organisation_api.unit u
                          join (select s.unit_id, min(s.from_day) as opened, max(s.until_day) as closed
                                  from organisation_api.stands_under s
                                 where s.unit_id = any (:units) and s.ancestor_id = s.unit_id
                                   and s.distance = 0 and s.hierarchy_id = 1
                                   and s.recorded_at <= :known and :known < s.superseded_at
                                 group by s.unit_id) life on life.unit_id = u.unit_id
                          left join organisation_api.unit_on(:day, :known) o on o.unit_id = u.unit_id
                          left join lateral (select name
                                               from organisation_api.unit_on(
                                                        greatest(life.opened, least(:day, life.closed - 1)), :known) x
                                              where x.unit_id = u.unit_id) n on true
                         where u.unit_id = any (:units)
                         order by o.position nulls last, life.opened, u.code
                        """)
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .param("day", day)
                .param("known", known.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    var unit = new UnitId(row.getLong(1));
                    subjects.put(
                            unit,
                            new Subject(
                                    unit,
                                    row.getString(2),
                                    row.getString(3),
                                    row.getObject(4, LocalDate.class),
                                    row.getObject(5, LocalDate.class)));
                });
        return subjects;
    }

    /** The unit that stands for this one on a day; empty before it was open. */
    Optional<Subject> standsFor(UnitId unit, LocalDate day, Instant known) {
        return sql.sql("""
                        select s.ancestor_id
                          from organisation_api.stands_under s
                         where s.unit_id = :unit and s.distance = 0 and s.hierarchy_id = 1
                           and s.from_day <= :day and :day < s.until_day
                           and s.recorded_at <= :known and :known < s.superseded_at
                        """)
                .param("unit", unit.value())
                .param("day", day)
                .param("known", known.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .flatMap(found -> find(new UnitId(found), day, known));
    }

    /** The latest day that can be asked for; keeps arithmetic on days away from the ends of the calendar. */
    static boolean inRange(LocalDate day) {
        return !day.equals(Days.FOREVER) && day.getYear() >= 1900 && day.getYear() <= 2200;
    }
}

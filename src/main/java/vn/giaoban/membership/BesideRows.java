package vn.giaoban.membership;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.shared.AsOf;

/** Where somebody was beside his cell, newest first. */
@Repository
@Transactional(readOnly = true)
class BesideRows {

    private final JdbcClient sql;

    BesideRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<MemberFile.Beside> of(MemberId member, AsOf at) {
        return sql.sql("""
                        with place as (
                            select b.from_day, b.until_day, p.kind, p.unit_id, p.outside
                              from membership.belonging b
                             cross join lateral (values ('away', b.temporary_unit, b.temporary_outside),
                                                        ('residence', b.residence_unit, b.residence_outside))
                                        as p (kind, unit_id, outside)
                             where b.register_id = :register and b.member_id = :member
                               and b.recorded_at <= :known and :known < b.superseded_at
                               and num_nonnulls(p.unit_id, p.outside) = 1
                        ), marked as (
                            select place.*,
                                   coalesce(lag(until_day) over same < from_day, true) as begins
                              from place
                            window same as (partition by kind, unit_id, outside order by from_day)
                        ), stay as (
                            select kind, unit_id, outside, min(from_day) as from_day, max(until_day) as until_day
                              from (select marked.*, count(*) filter (where begins) over (partition by kind, unit_id, outside order by from_day) as n
                                      from marked) numbered
                             group by kind, unit_id, outside, n
                        )
                        select s.kind, coalesce(was.name, s.outside) as place, nullif(now.name, was.name) as now, m.decision_no, m.until_day as planned,
                               s.from_day, s.until_day
                          from stay s
                          left join organisation_api.unit_name(:known) was on was.unit_id = s.unit_id
                          left join organisation_api.stands_under z
                            on z.unit_id = s.unit_id and z.hierarchy_id = 1 and z.distance = 0
                           and z.from_day <= :day and :day < z.until_day and z.recorded_at <= :known and :known < z.superseded_at
                           and s.until_day > :day
                          left join organisation_api.unit_name(:known) now on now.unit_id = z.ancestor_id
                          left join membership.movement m
                            on m.register_id = :register and m.member_id = :member and m.kind = s.kind and m.day = s.from_day
                           and m.recorded_at <= :known and :known < m.superseded_at
                         order by s.from_day desc, s.kind
                        """)
                .param("register", member.register().value())
                .param("member", member.number())
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .query((row, n) -> new MemberFile.Beside(
                        MovementKind.ofCode(row.getString("kind")),
                        row.getString("place"),
                        row.getString("now"),
                        row.getString("decision_no"),
                        FactStore.day(row, "planned"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)))
                .list();
    }
}

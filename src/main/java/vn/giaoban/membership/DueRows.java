package vn.giaoban.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Sql;
import vn.giaoban.shared.UnitId;

/** The SQL of the lists of what is due. Each is read whole, as keys with what they are due for. */
@Repository
class DueRows {

    private static final String THERE = Sql.beside(DueRows.class, "due-people.sql");

    private final JdbcClient sql;

    DueRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Somebody on probation: when it ends and when the cell's time to decide does. */
    record Probation(MemberId member, LocalDate ends, LocalDate last) {}

    /** @param from the day that party age counts from */
    record Aged(MemberId member, LocalDate from) {}

    /** A unit and what its list says of it. */
    record Found(
            UnitId unit, @Nullable Long number, @Nullable LocalDate day, String words) {}

    /** Cells and base cells with their members. @param present neither exempt nor suspended */
    record Strength(UnitId unit, boolean cellOfBase, long official, long present) {}

    /** Earliest end first. */
    List<Probation> probation(Sight sight, UnitId unit, AsOf at) {
        return bind(sight, unit, at, Degree.PROBATIONARY, THERE + """
                select t.register_id, t.member_id, probation.ends, probation.last
                  from there t
                  join membership.profile p
                    on p.register_id = t.register_id and p.member_id = t.member_id and p.from_day <= :day and :day < p.until_day
                   and p.recorded_at <= :known and :known < p.superseded_at
                 cross join lateral membership.probation(t.register_id, t.member_id, p.ceremony_on, :day, :known) probation
                 where probation.ends is not null
                 order by probation.ends, p.name_key, t.register_id, t.member_id
                """)
                .query((row, n) -> new Probation(
                        member(row), row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)))
                .list();
    }

    /** Those whose party age counts from a day in one of these ranges, both ends included; by that day. */
    List<Aged> aged(Sight sight, UnitId unit, AsOf at, List<LocalDate> firsts, List<LocalDate> lasts) {
        return bind(sight, unit, at, null, THERE + """
                select t.register_id, t.member_id, s.party_from
                  from there t
                  join membership.seniority s
                    on s.register_id = t.register_id and s.member_id = t.member_id
                   and s.from_day <= :day and :day < s.until_day and s.recorded_at <= :known and :known < s.superseded_at
                 where exists (select from unnest(cast(:firsts as date[]), cast(:lasts as date[])) as r (first, last)
                                where s.party_from between r.first and r.last)
                 order by s.party_from, t.register_id, t.member_id
                """)
                .param("firsts", firsts.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("lasts", lasts.stream().map(LocalDate::toString).toArray(String[]::new))
                .query((row, n) -> new Aged(member(row), row.getObject(3, LocalDate.class)))
                .list();
    }

    /** Without a card of the older series and without a citizen number that is one; by name. */
    List<MemberId> withoutCard(Sight sight, UnitId unit, AsOf at) {
        return without(sight, unit, at, """
                p.card is null
                   and not exists (select from membership.citizen_number c
                                    where c.register_id = t.register_id and c.member_id = t.member_id and c.is_card
                                      and c.recorded_at <= :known and :known < c.superseded_at)
                """);
    }

    List<MemberId> withoutCvNumber(Sight sight, UnitId unit, AsOf at) {
        return without(sight, unit, at, "p.cv_number is null");
    }

    private List<MemberId> without(Sight sight, UnitId unit, AsOf at, String missing) {
        return bind(sight, unit, at, null, THERE + """
                select t.register_id, t.member_id
                  from there t
                  join membership.profile p
                    on p.register_id = t.register_id and p.member_id = t.member_id and p.from_day <= :day and :day < p.until_day
                   and p.recorded_at <= :known and :known < p.superseded_at
                 where {missing}
                 order by p.name_key, p.birth, t.register_id, t.member_id
                """.replace("{missing}", missing))
                .query((row, n) -> member(row))
                .list();
    }

    /** Units that have a committee, or a secretary alone, and no secretary; since when, if one is known to have held the post. */
    List<Found> withoutSecretary(UnitId top, AsOf at) {
        return units(top, at, """
                select u.unit_id, null::bigint, e.ended_day, ''
                  from organisation_api.unit_on(:day, :known) u
                  join under on under.unit_id = u.unit_id
                  left join organisation_api.post_ended('bi-thu', :day, :known) e on e.unit_id = u.unit_id
                 where u.class in ('PROVINCE', 'ABOVE_BASE', 'BASE', 'BASE_CELL', 'PART', 'CELL')
                   and not exists (select from organisation_api.posts_on(:day, :known) p
                                    where p.unit_id = u.unit_id and p.post_code = 'bi-thu')
                """);
    }

    /** Units whose last term is over by a day. */
    List<Found> terms(UnitId top, AsOf at, int months) {
        return units(top, at, """
                select t.unit_id, null::bigint, t.until_day, t.name
                  from (select distinct on (t.unit_id) t.unit_id, t.until_day, t.name
                          from organisation_api.term t
                          join under on under.unit_id = t.unit_id
                         where t.recorded_at <= :known and :known < t.superseded_at
                         order by t.unit_id, t.from_day desc) t
                  join organisation_api.unit_on(:day, :known) u on u.unit_id = t.unit_id
                 where t.until_day <= (cast(:day as date) + make_interval(months => {months}))::date
                """.replace("{months}", Integer.toString(months)));
    }

    List<Found> withoutAdmission(UnitId top, AsOf at, int months) {
        return sql.sql("""
                        select unit_id, members
                          from membership_api.cells_without_admission(cast(:top as bigint), cast(:day as date), cast(:since as date),
                                                                      cast(:known as timestamptz))
                        """)
                .param("top", top.value())
                .param("day", at.day())
                .param("since", at.day().minusMonths(months))
                .param("known", Timestamp.from(at.known()))
                .query((row, n) -> new Found(new UnitId(row.getLong(1)), row.getLong(2), null, ""))
                .list();
    }

    List<Strength> strengths(UnitId top, AsOf at) {
        return bind(top, at, sql.sql(UNDER + """
                , size as (
                    select z.ancestor_id as unit_id, count(*) as official, count(*) filter (where not b.exempt and not b.suspended) as present
                      from organisation_api.stands_under w
                      join organisation_api.stands_under z
                        on z.unit_id = w.unit_id and z.hierarchy_id = 1 and z.distance = 0
                       and z.from_day <= :day and :day < z.until_day and z.recorded_at <= :known and :known < z.superseded_at
                      join membership.belonging b on b.unit_id = w.unit_id and b.degree = 'OFFICIAL'
                       and b.from_day <= :day and :day < b.until_day and b.recorded_at <= :known and :known < b.superseded_at
                     where w.hierarchy_id = 1 and w.ancestor_id = :top
                       and w.from_day <= :day and :day < w.until_day and w.recorded_at <= :known and :known < w.superseded_at
                     group by z.ancestor_id
                )
                select u.unit_id, u.class = 'BASE_CELL', coalesce(size.official, 0), coalesce(size.present, 0)
                  from organisation_api.unit_on(:day, :known) u
                  join under on under.unit_id = u.unit_id
                  left join size on size.unit_id = u.unit_id
                 where u.class in ('CELL', 'BASE_CELL')
                """))
                .query((row, n) ->
                        new Strength(new UnitId(row.getLong(1)), row.getBoolean(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    private static final String UNDER = """
            with under as materialized (
                select distinct w.ancestor_id as unit_id
                  from organisation_api.stands_under t
                  join organisation_api.stands_under w
                    on w.unit_id = t.unit_id and w.hierarchy_id = 1 and w.distance = 0
                   and w.from_day <= :day and :day < w.until_day and w.recorded_at <= :known and :known < w.superseded_at
                 where t.hierarchy_id = 1 and t.ancestor_id = :top
                   and t.from_day <= :day and :day < t.until_day and t.recorded_at <= :known and :known < t.superseded_at
            )
            """;

    private List<Found> units(UnitId top, AsOf at, String select) {
        return bind(top, at, sql.sql(UNDER + select))
                .query((row, n) -> new Found(
                        new UnitId(row.getLong(1)),
                        row.getObject(2, Long.class),
                        row.getObject(3, LocalDate.class),
                        row.getString(4)))
                .list();
    }

    /** By code, of the limits in force on a day. */
    Map<String, Due.Rule> rules(LocalDate on) {
        var rules = new HashMap<String, Due.Rule>();
        sql.sql(
                        "select code, value, source, verified from membership.limit_rule where from_day <= :day and :day < until_day")
                .param("day", on)
                .query(row -> {
                    rules.put(
                            row.getString(1),
                            new Due.Rule(row.getString(1), row.getInt(2), row.getString(3), row.getBoolean(4)));
                });
        return rules;
    }

    private static JdbcClient.StatementSpec bind(UnitId top, AsOf at, JdbcClient.StatementSpec statement) {
        return statement.param("top", top.value()).param("day", at.day()).param("known", Timestamp.from(at.known()));
    }

    private JdbcClient.StatementSpec bind(Sight sight, UnitId unit, AsOf at, @Nullable Degree degree, String select) {
        return sight.bind(sql.sql(select))
                .param("unit", unit.value())
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("degree", degree == null ? null : degree.name());
    }

    private static MemberId member(ResultSet row) throws SQLException {
        return new MemberId(new RegisterId(row.getShort(1)), row.getLong(2));
    }
}

package vn.giaoban.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/** The SQL of reading the tree. */
@Repository
class Units {

    private final JdbcClient sql;

    Units(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Unit> find(UnitId unit, AsOf at) {
        return sql.sql("""
                        select u.*, k.name as kind_name,
                               (select min(s.from_day) from organisation.unit_state s
                                 where s.unit_id = u.unit_id and s.recorded_at <= :known and :known < s.superseded_at) as opened
                          from organisation_api.unit_on(:day, :known) u
                          join organisation.kind k on k.kind_code = u.kind
                         where u.unit_id = :unit
                        """)
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("unit", unit.value())
                .query(Units::unit)
                .optional();
    }

    List<Unit> children(UnitId parent, AsOf at) {
        return sql.sql("""
                        select u.*, k.name as kind_name,
                               (select min(s.from_day) from organisation.unit_state s
                                 where s.unit_id = u.unit_id and s.recorded_at <= :known and :known < s.superseded_at) as opened
                          from organisation_api.unit_on(:day, :known) u
                          join organisation.kind k on k.kind_code = u.kind
                         where u.parent_id = :parent
                         order by u.position, k.rank, u.unit_id
                        """)
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("parent", parent.value())
                .query(Units::unit)
                .list();
    }

    List<Unit> roots(AsOf at) {
        return sql.sql("""
                        select u.*, k.name as kind_name,
                               (select min(s.from_day) from organisation.unit_state s
                                 where s.unit_id = u.unit_id and s.recorded_at <= :known and :known < s.superseded_at) as opened
                          from organisation_api.unit_on(:day, :known) u
                          join organisation.kind k on k.kind_code = u.kind
                         where u.parent_id is null
                         order by k.rank, u.position, u.unit_id
                        """)
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .query(Units::unit)
                .list();
    }

    /** Root first, the unit last. */
    List<Unit> path(UnitId unit, AsOf at) {
        return sql.sql("""
                        select u.*, k.name as kind_name,
                               (select min(s.from_day) from organisation.unit_state s
                                 where s.unit_id = u.unit_id and s.recorded_at <= :known and :known < s.superseded_at) as opened
                          from organisation.ancestry a
                          join organisation_api.unit_on(:day, :known) u on u.unit_id = a.ancestor_id
                          join organisation.kind k on k.kind_code = u.kind
                         where a.unit_id = :unit and a.hierarchy_id = 1
                           and a.from_day <= :day and :day < a.until_day
                           and a.recorded_at <= :known and :known < a.superseded_at
                         order by a.distance desc
                        """)
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("unit", unit.value())
                .query(Units::unit)
                .list();
    }

    /** All units under {@code top}, itself too, in no order. */
    List<Unit> below(UnitId top, AsOf at) {
        return sql.sql("""
                        select u.*, k.name as kind_name, date '-infinity' as opened
                          from organisation.ancestry a
                          join organisation_api.unit_on(:day, :known) u on u.unit_id = a.unit_id
                          join organisation.kind k on k.kind_code = u.kind
                         where a.ancestor_id = :top and a.hierarchy_id = 1
                           and a.from_day <= :day and :day < a.until_day
                           and a.recorded_at <= :known and :known < a.superseded_at
                         order by u.position, k.rank, u.unit_id
                        """)
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("top", top.value())
                .query(Units::unit)
                .list();
    }

    Optional<UnitId> named(String code) {
        return sql.sql("select unit_id from organisation.unit where code = :code or org_code = :code")
                .param("code", code)
                .query(Long.class)
                .optional()
                .map(UnitId::new);
    }

    /** By name or alias without accents, or by the beginning of a code; closed units that day are found by their successor's day. */
    List<Unit> search(String folded, String code, AsOf at, int limit) {
        return sql.sql("""
                        select u.*, k.name as kind_name,
                               (select min(s.from_day) from organisation.unit_state s
                                 where s.unit_id = u.unit_id and s.recorded_at <= :known and :known < s.superseded_at) as opened
                          from organisation_api.unit_on(:day, :known) u
                          join organisation.kind k on k.kind_code = u.kind
                         where ext.folded(u.name) like '%' || :text || '%'
                            or starts_with(u.code, :code) or starts_with(u.org_code, :code)
                            or exists (select from organisation.alias a
                                        where a.unit_id = u.unit_id and ext.folded(a.name) like '%' || :text || '%'
                                          and a.from_day <= :day and :day < a.until_day
                                          and a.recorded_at <= :known and :known < a.superseded_at)
                         order by k.rank, u.position, u.unit_id
                         limit :limit
                        """)
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("text", folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                .param("code", code)
                .param("limit", limit)
                .query(Units::unit)
                .list();
    }

    Optional<RecordedEvent.Named> lastName(UnitId unit, Instant known) {
        return sql.sql("select unit_id, code, name from organisation_api.unit_name(:known) where unit_id = :unit")
                .param("known", Timestamp.from(known))
                .param("unit", unit.value())
                .query((row, n) ->
                        new RecordedEvent.Named(new UnitId(row.getLong(1)), row.getString(2), row.getString(3)))
                .optional();
    }

    /** Whether what the unit stands for is, or is below, what one of the tops stands for. */
    boolean isUnder(UnitId unit, Collection<UnitId> tops, AsOf at) {
        // The tops first, or the planner looks through all that is below what it finds above the unit.
        return sql.sql("""
                        with top as materialized (
                            select ancestor_id
                              from organisation.ancestry
                             where unit_id = any (:tops) and distance = 0 and hierarchy_id = 1
                               and from_day <= :day and :day < until_day
                               and recorded_at <= :known and :known < superseded_at)
                        select exists (
                            select
                              from organisation.ancestry a
                             where a.unit_id = :unit and a.hierarchy_id = 1
                               and a.from_day <= :day and :day < a.until_day
                               and a.recorded_at <= :known and :known < a.superseded_at
                               and a.ancestor_id in (select ancestor_id from top))
                        """)
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("unit", unit.value())
                .param("tops", tops.stream().map(UnitId::value).toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    List<RegisterId> registersBelow(Collection<UnitId> tops) {
        return sql.sql("""
                        select distinct u.register_id
                          from organisation.ancestry a
                          join organisation.unit u on u.unit_id = a.unit_id
                         where a.superseded_at = 'infinity' and a.hierarchy_id = 1
                           and a.ancestor_id in (select top.ancestor_id from organisation.ancestry top
                                                  where top.unit_id = any (:tops) and top.distance = 0 and top.hierarchy_id = 1
                                                    and top.superseded_at = 'infinity')
                        """)
                .param("tops", tops.stream().map(UnitId::value).toArray(Long[]::new))
                .query((row, n) -> new RegisterId(row.getShort(1)))
                .list();
    }

    Succession succession(Instant known) {
        var ended = new HashMap<UnitId, Succession.Ended>();
        sql.sql("""
                        select c.unit_id, c.day, c.successor_id, c.event_id, e.kind
                          from organisation.closing c
                          join organisation.event e on e.event_id = c.event_id
                         where c.recorded_at <= :known and :known < c.superseded_at
                        """).param("known", Timestamp.from(known)).query(row -> {
            ended.put(
                    new UnitId(row.getLong(1)),
                    new Succession.Ended(
                            row.getObject(2, LocalDate.class),
                            new UnitId(row.getLong(3)),
                            new EventId(row.getLong(4)),
                            UnitEventKind.valueOf(row.getString(5))));
        });
        return new Succession(ended);
    }

    private static Unit unit(ResultSet row, int n) throws SQLException {
        var parent = row.getObject("parent_id", Long.class);
        return new Unit(
                new UnitId(row.getLong("unit_id")),
                new RegisterId(row.getShort("register_id")),
                row.getString("code"),
                row.getString("org_code"),
                row.getString("name"),
                row.getString("committee_name"),
                row.getString("symbol"),
                row.getString("place"),
                row.getString("kind"),
                row.getString("kind_name"),
                KindClass.valueOf(row.getString("class")),
                row.getString("level"),
                row.getBoolean("holds_members"),
                row.getBoolean("counts"),
                row.getString("sector"),
                parent == null ? null : new UnitId(parent),
                row.getInt("position"),
                row.getObject("opened", LocalDate.class));
    }
}

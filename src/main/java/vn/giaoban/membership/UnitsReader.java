package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.membership.UnitsNow.Ended;
import vn.giaoban.membership.UnitsNow.Stay;
import vn.giaoban.membership.UnitsNow.UnitDay;
import vn.giaoban.membership.UnitsOverTime.Receiver;
import vn.giaoban.shared.UnitId;

/** Reads the units as they are known now, also inside the transaction that changes them. */
@Repository
class UnitsReader {

    private final JdbcClient sql;

    UnitsReader(JdbcClient sql) {
        this.sql = sql;
    }

    /** These units and all that are read as one of them now, because they closed and it stands for them. */
    Set<UnitId> readAs(Set<UnitId> units) {
        return new HashSet<>(sql.sql("""
                        with recursive through as (
                            select unit_id from unnest(cast(:units as bigint[])) as unit_id
                            union
                            select c.unit_id
                              from through
                              join organisation_api.stands_for c on c.successor_id = through.unit_id and c.superseded_at = 'infinity')
                        select unit_id from through
                        """)
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .query((row, n) -> new UnitId(row.getLong(1)))
                .list());
    }

    /**
     * Those that are named, and all that stand for them or received their people: what the lives of people in them need.
     *
     * @param codes short or 14-digit, in any case
     */
    UnitsNow reached(Set<String> codes, Set<UnitId> units) {
        var named = named(codes);
        return read(named, reached(concat(named.values(), units)));
    }

    private UnitsNow read(Map<String, UnitId> codes, List<Long> units) {
        var ids = units.toArray(Long[]::new);
        return new UnitsNow(codes, new Names(), holding(ids, true), holding(ids, false), ended(ids), receivers(ids));
    }

    private Map<String, UnitId> named(Set<String> codes) {
        var named = new HashMap<String, UnitId>();
        sql.sql("""
                        select unit_id, code, org_code from organisation_api.unit where code = any (:codes)
                        union
                        select unit_id, code, org_code from organisation_api.unit where org_code = any (:codes)
                        """).param("codes", codes.toArray(String[]::new)).query(row -> {
            var unit = new UnitId(row.getLong("unit_id"));
            named.put(row.getString("code"), unit);
            var orgCode = row.getString("org_code");
            if (orgCode != null) {
                named.put(orgCode, unit);
            }
        });
        return named;
    }

    private static Long[] concat(Collection<UnitId> some, Collection<UnitId> others) {
        return Stream.concat(some.stream(), others.stream())
                .map(UnitId::value)
                .distinct()
                .toArray(Long[]::new);
    }

    private List<Long> reached(Long[] units) {
        return sql.sql("""
                        with recursive reached as (
                            select unit_id from unnest(cast(:units as bigint[])) as unit_id
                            union
                            select next.unit_id
                              from reached
                             cross join lateral (
                                   select c.successor_id
                                     from organisation_api.stands_for c
                                    where c.unit_id = reached.unit_id and c.superseded_at = 'infinity'
                                    union all
                                   select e.receiving_cell
                                     from organisation_api.effect f
                                     join organisation_api.event e on e.event_id = f.event_id and e.superseded_at = 'infinity'
                                    where f.unit_id = reached.unit_id and f.aspect in ('CLOSE', 'KIND') and e.receiving_cell is not null
                                   ) as next (unit_id))
                        select unit_id from reached
                        """).param("units", units).query(Long.class).list();
    }

    private Map<UnitId, List<Stay>> holding(Long[] units, boolean members) {
        var holding = new HashMap<UnitId, List<Stay>>();
        sql.sql("""
                        select unit_id, from_day, until_day
                          from organisation_api.hosting
                         where unit_id = any (:units) and superseded_at = 'infinity' and (holds_members or not :members)
                         order by unit_id, from_day
                        """).param("units", units).param("members", members).query(row -> {
            holding.computeIfAbsent(new UnitId(row.getLong(1)), unit -> new ArrayList<>(1))
                    .add(new Stay(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
        });
        return holding;
    }

    private Map<UnitId, Ended> ended(Long[] units) {
        var ended = new HashMap<UnitId, Ended>();
        sql.sql("""
                        select c.unit_id, c.from_day, c.successor_id, e.event_id, shared.entry_id
                          from organisation_api.stands_for c
                          join organisation_api.effect f on f.unit_id = c.unit_id and f.aspect = 'CLOSE' and f.day = c.from_day
                          join organisation_api.event e on e.event_id = f.event_id and e.superseded_at = 'infinity'
                          left join lateral (
                                select min(s.entry_id) as entry_id
                                  from membership.carried s
                                 where s.event_id = e.event_id and s.from_unit = c.unit_id and s.superseded_at = 'infinity') shared on true
                         where c.unit_id = any (:units) and c.superseded_at = 'infinity'
                        """).param("units", units).query(row -> {
            var shared = row.getLong("entry_id");
            ended.put(
                    new UnitId(row.getLong("unit_id")),
                    new Ended(
                            row.getObject("from_day", LocalDate.class),
                            new UnitId(row.getLong("successor_id")),
                            row.getLong("event_id"),
                            shared == 0 ? null : shared));
        });
        return ended;
    }

    private Map<UnitDay, Receiver> receivers(Long[] units) {
        var receivers = new HashMap<UnitDay, Receiver>();
        sql.sql("""
                        select f.unit_id, f.day, e.receiving_cell, e.event_id, e.entry_id
                          from organisation_api.event e
                          join organisation_api.effect f on f.event_id = e.event_id and f.aspect in ('CLOSE', 'KIND')
                         where e.superseded_at = 'infinity' and e.receiving_cell is not null and f.unit_id = any (:units)
                        """).param("units", units).query(row -> {
            receivers.put(
                    new UnitDay(new UnitId(row.getLong(1)), row.getObject(2, LocalDate.class)),
                    new Receiver(new UnitId(row.getLong(3)), row.getLong(4), row.getLong(5)));
        });
        return receivers;
    }

    /** The last name of each unit, with its code; read only when a message wants one. */
    private final class Names implements Function<UnitId, String> {

        private final Map<UnitId, String> names = new HashMap<>();

        @Override
        public String apply(UnitId unit) {
            return names.computeIfAbsent(unit, this::read);
        }

        private String read(UnitId unit) {
            return sql.sql("""
                            select n.code, n.name
                              from (select max(at) as at from record_api.entry) latest
                             cross join lateral organisation_api.unit_name(latest.at) n
                             where n.unit_id = :unit
                            """)
                    .param("unit", unit.value())
                    .query((row, n) -> row.getString("name") + " (" + row.getString("code") + ")")
                    .optional()
                    .orElseGet(unit::toString);
        }
    }
}

package vn.giaoban.figures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.shared.Sql;

/** Which units are added up together (decision 0070). Follows from the structure alone, as it was known at every instant. */
@Repository
class SumBundles {

    private static final String FAITHFUL = Sql.beside(SumBundles.class, "sum-bundles.sql");

    /** The base organisation that a cell, or a part, was first entered under. */
    private static final String BASES = FAITHFUL.replace("{candidate}", """
            select distinct on (o.unit_id) o.unit_id, o.ancestor_id as anchor_id
              from own o
             where o.distance > 0
               and o.ancestor_id in (select k.unit_id from organisation_api.unit_class k where k.class = 'BASE')
               and o.unit_id not in (select k.unit_id from organisation_api.unit_class k where k.class not in ('CELL', 'PART'))
             order by o.unit_id, o.from_day, o.recorded_at, o.distance
            """).replace("{keep}", """
            insert into figures.bundle as kept (unit_id, bundle_id)
            select unit_id, anchor_id from found
            on conflict (unit_id) do update set next_id = excluded.bundle_id where kept.bundle_id <> excluded.bundle_id
            """);

    private static final String TOPS = FAITHFUL.replace("{candidate}", """
            select u.unit_id, t.top_id as anchor_id
              from organisation_api.unit u
              join figures.top_of_register t on t.first_register = u.register_id
             where u.unit_id = any (:units)
            """).replace("{keep}", """
            insert into figures.bundle_top as kept (bundle_id, top_id)
            select unit_id, anchor_id from found
            on conflict (bundle_id) do update set next_id = excluded.top_id where kept.top_id <> excluded.top_id
            """);

    private final JdbcClient sql;

    SumBundles(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of units that became known, or stand otherwise than it was known; what changes is only noted as next. */
    void assign(Collection<Long> units) {
        var all = new TreeSet<>(units);
        all.addAll(newTops(units));
        with(BASES, all).update();
        var bundles = with("""
                        select unit_id from figures.bundle where unit_id = any (:units) and coalesce(next_id, bundle_id) = unit_id
                        """, all).query(Long.class).list();
        with(TOPS, bundles).update();
    }

    /** The unit of each register that most of its units stood under; @return the units of registers that have another one now */
    private List<Long> newTops(Collection<Long> units) {
        return with("""
                        with register as (
                            select distinct u.register_id from organisation_api.unit u where u.unit_id = any (:units)
                        ), best as (
                            select distinct on (b.register_id) b.register_id, b.ancestor_id
                              from (select u.register_id, s.ancestor_id, count(distinct s.unit_id) as units
                                      from organisation_api.unit u
                                      join register on register.register_id = u.register_id
                                      join organisation_api.stands_under s on s.unit_id = u.unit_id and s.hierarchy_id = 1
                                      join organisation_api.unit a on a.unit_id = s.ancestor_id and a.register_id = u.register_id
                                     group by 1, 2) b
                              left join figures.top_of_register t on t.first_register = b.register_id
                             order by b.register_id, b.units desc, coalesce(t.top_id = b.ancestor_id, false) desc, b.ancestor_id
                        ), other as (
                            insert into figures.top_of_register as kept (first_register, top_id)
                            select register_id, ancestor_id from best
                            on conflict (first_register) do update set top_id = excluded.top_id where kept.top_id <> excluded.top_id
                            returning first_register
                        )
                        select u.unit_id from organisation_api.unit u join other on other.first_register = u.register_id
                        """, units).query(Long.class).list();
    }

    /** @return units that became known, stand otherwise or were something else than was known before, and those that are added up elsewhere */
    List<Long> reassign(Instant after, Instant upTo) {
        var changed = sql.sql("""
                        select unit_id from organisation_api.stands_under
                         where hierarchy_id = 1 and (recorded_at > :after and recorded_at <= :up_to
                                                     or superseded_at > :after and superseded_at <= :up_to)
                         union
                        select unit_id from organisation_api.unit_class
                         where recorded_at > :after and recorded_at <= :up_to or superseded_at > :after and superseded_at <= :up_to
                        """)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("up_to", upTo.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
        assign(changed);
        var units = new TreeSet<>(changed);
        units.addAll(moved());
        return List.copyOf(units);
    }

    /** Units whose sums are others from {@link #move} on. */
    List<Long> moved() {
        return sql.sql("""
                        select unit_id from figures.bundle where next_id is not null
                         union
                        select b.unit_id
                          from figures.bundle_top t
                          join figures.bundle b on b.bundle_id = t.bundle_id
                         where t.next_id is not null
                        """).query(Long.class).list();
    }

    void move() {
        sql.sql("update figures.bundle set bundle_id = next_id, next_id = null where next_id is not null")
                .update();
        sql.sql("update figures.bundle_top set top_id = next_id, next_id = null where next_id is not null")
                .update();
    }

    /** Notes anew in which registers the units of each top were first entered. */
    void note() {
        sql.sql("delete from figures.register_of_top").update();
        sql.sql("""
                        insert into figures.register_of_top (top_id, first_register)
                        select distinct t.top_id, u.register_id
                          from figures.bundle b
                          join figures.bundle_top t on t.bundle_id = b.bundle_id
                          join organisation_api.unit u on u.unit_id = b.unit_id
                        """).update();
    }

    private JdbcClient.StatementSpec with(String statement, Collection<Long> units) {
        return sql.sql(statement).param("units", units.toArray(Long[]::new));
    }
}

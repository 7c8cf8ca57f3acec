package vn.giaoban.access;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.organisation.RegistersUnder;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/** What this module asks of the tree. Closed units are read through those they stand for. */
@Repository
class Tree {

    private final JdbcClient sql;
    private final RegistersUnder registersUnder;

    Tree(JdbcClient sql, RegistersUnder registersUnder) {
        this.sql = sql;
        this.registersUnder = registersUnder;
    }

    Set<UnitId> roots(AsOf at) {
        return units(sql.sql("""
                        select unit_id from organisation_api.unit_on(:day, :known) where parent_id is null
                        """)
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .query(Long.class)
                .list());
    }

    boolean isUnder(UnitId unit, Collection<UnitId> tops, AsOf at) {
        return !tops.isEmpty()
                && sql.sql("""
                        select exists (
                            select
                              from organisation_api.stands_under s
                              join organisation_api.stands_under t
                                on t.unit_id = any (:tops) and t.distance = 0 and t.hierarchy_id = 1
                               and t.from_day <= :day and :day < t.until_day
                               and t.recorded_at <= :known and :known < t.superseded_at
                               and t.ancestor_id = s.ancestor_id
                             where s.unit_id = :unit and s.hierarchy_id = 1
                               and s.from_day <= :day and :day < s.until_day
                               and s.recorded_at <= :known and :known < s.superseded_at)
                        """)
                        .param("tops", keys(tops))
                        .param("unit", unit.value())
                        .param("day", at.day())
                        .param("known", Timestamp.from(at.known()))
                        .query(Boolean.class)
                        .single();
    }

    /** Units above a unit and the unit itself, whatever it stands for that day. */
    Set<UnitId> above(UnitId unit, AsOf at) {
        return units(sql.sql("""
                        select ancestor_id
                          from organisation_api.stands_under
                         where unit_id = :unit and hierarchy_id = 1
                           and from_day <= :day and :day < until_day
                           and recorded_at <= :known and :known < superseded_at
                        """)
                .param("unit", unit.value())
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .query(Long.class)
                .list());
    }

    /** Registers whose units, open or closed since, are read under one of these tops; and those whose members were let in there. */
    Set<RegisterId> registersUnder(Collection<UnitId> tops, AsOf at) {
        var registers = new HashSet<>(registersUnder.of(tops, at.day()));
        sql.sql("select register_id from access.register_sight where viewer_register = any (:viewers)")
                .param("viewers", registers.stream().map(RegisterId::value).toArray(Short[]::new))
                .query(Short.class)
                .list()
                .forEach(register -> registers.add(new RegisterId(register)));
        return registers;
    }

    private static Long[] keys(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(Long[]::new);
    }

    private static Set<UnitId> units(List<Long> keys) {
        var units = new HashSet<UnitId>();
        keys.forEach(key -> units.add(new UnitId(key)));
        return units;
    }
}

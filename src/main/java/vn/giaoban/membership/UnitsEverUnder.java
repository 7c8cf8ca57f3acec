package vn.giaoban.membership;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoban.shared.UnitId;

/** Units that stand under some tops, or ever stood there. A form asks for a few one by one; a file soon for all at once. */
class UnitsEverUnder implements Predicate<UnitId> {

    private static final int FEW = 30;

    private final JdbcClient sql;
    private final Set<UnitId> tops;
    private final Map<UnitId, Boolean> some = new HashMap<>();
    private @Nullable Set<UnitId> all;

    UnitsEverUnder(JdbcClient sql, Collection<UnitId> tops) {
        this.sql = sql;
        this.tops = Set.copyOf(tops);
    }

    @Override
    public synchronized boolean test(UnitId unit) {
        if (all == null && some.size() < FEW) {
            return some.computeIfAbsent(unit, this::isUnder);
        }
        if (all == null) {
            all = everyone();
        }
        return all.contains(unit);
    }

    private boolean isUnder(UnitId unit) {
        return tops.contains(unit)
                || sql.sql("""
                                select exists (select from organisation_api.stands_under
                                                where unit_id = :unit and hierarchy_id = 1 and ancestor_id = any (:tops)
                                                  and superseded_at = 'infinity')
                                """)
                        .param("unit", unit.value())
                        .param("tops", keys())
                        .query(Boolean.class)
                        .single();
    }

    private Set<UnitId> everyone() {
        var units = new HashSet<>(tops);
        sql.sql("""
                        select distinct unit_id from organisation_api.stands_under
                         where hierarchy_id = 1 and ancestor_id = any (:tops) and superseded_at = 'infinity'
                        """).param("tops", keys()).query(Long.class).list().forEach(unit -> units.add(new UnitId(unit)));
        return units;
    }

    private Long[] keys() {
        return tops.stream().map(UnitId::value).toArray(Long[]::new);
    }
}

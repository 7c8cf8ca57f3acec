package vn.giaoban.organisation;

import java.sql.Timestamp;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Sql;
import vn.giaoban.shared.UnitId;

/** Where each unit stands on every day along a hierarchy, made anew for some units and all that stand or stood under or for them. */
@Repository
class Ancestry {

    static final short TERRITORIAL = 1;

    private static final String STATEMENT = Sql.beside(Ancestry.class, "ancestry.sql");

    private static final String BY_STATE = STATEMENT.replace("{up}", """
            select s.parent_id as node, 1 as step, s.from_day, s.until_day
              from organisation.unit_state s
             where s.unit_id = walk.node and s.superseded_at = 'infinity' and s.parent_id is not null""");

    /** Units with a second place stand there instead, on the days of that place: so everything is in the hierarchy once. */
    private static final String BY_SECOND_PLACE = STATEMENT.replace("{up}", """
            select s.parent_id as node, 1 as step, lower(free.during) as from_day, upper(free.during) as until_day
              from organisation.unit_state s
             cross join lateral unnest(
                   datemultirange(daterange(s.from_day, s.until_day))
                   - coalesce((select range_agg(daterange(p.from_day, p.until_day))
                                 from organisation.second_place p
                                where p.hierarchy_id = :hierarchy and p.unit_id = s.unit_id and p.superseded_at = 'infinity'),
                              '{}'::datemultirange)) as free (during)
             where s.unit_id = walk.node and s.superseded_at = 'infinity' and s.parent_id is not null
             union all
            select p.parent_id, 1, greatest(p.from_day, s.from_day), least(p.until_day, s.until_day)
              from organisation.second_place p
              join organisation.unit_state s on s.unit_id = p.unit_id and s.superseded_at = 'infinity'
               and greatest(p.from_day, s.from_day) < least(p.until_day, s.until_day)
             where p.hierarchy_id = :hierarchy and p.unit_id = walk.node and p.superseded_at = 'infinity'""");

    private final JdbcClient sql;

    Ancestry(JdbcClient sql) {
        this.sql = sql;
    }

    void read(Entry entry, short hierarchy, Collection<UnitId> units) {
        sql.sql(hierarchy == TERRITORIAL ? BY_STATE : BY_SECOND_PLACE)
                .param("hierarchy", hierarchy)
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }
}

package vn.giaoban.organisation;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.UnitId;

/** Which villages and residential groups a cell covers. */
@Repository
class Villages {

    private final JdbcClient sql;

    Villages(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param home the unit in whose area the villages lie */
    void cover(Entry entry, UnitId unit, UnitId home, List<String> names, LocalDate from) {
        sql.sql("""
                        insert into organisation.village (unit_id, name, entry_id)
                        select :home, name, :entry from unnest(:names::text[]) as name
                            on conflict do nothing
                        """)
                .param("home", home.value())
                .param("entry", entry.id())
                .param("names", names.toArray(String[]::new))
                .update();
        sql.sql("""
                        insert into organisation.cover (village_id, unit_id, from_day, entry_id, recorded_at)
                        select village_id, :unit, :from, :entry, :at
                          from organisation.village
                         where unit_id = :home and name = any (:names::text[])
                        """)
                .param("unit", unit.value())
                .param("home", home.value())
                .param("from", from)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .param("names", names.toArray(String[]::new))
                .update();
    }

    void uncover(Entry entry, Collection<UnitId> units) {
        sql.sql("""
                        update organisation.cover set superseded_at = :at, superseded_by = :entry
                         where unit_id = any (:units) and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .update();
    }
}

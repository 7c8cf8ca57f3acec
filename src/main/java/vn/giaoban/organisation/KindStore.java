package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads kinds, rules and sectors. */
@Repository
class KindStore {

    private final JdbcClient sql;

    KindStore(JdbcClient sql) {
        this.sql = sql;
    }

    Kinds kinds() {
        var kinds = new LinkedHashMap<String, Kind>();
        sql.sql("""
                        select kind_code, name, name_en, class, level, holds_members, counts, from_day, until_day, source, verified
                          from organisation.kind order by rank
                        """).query(row -> {
            var kind = new Kind(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    KindClass.valueOf(row.getString(4)),
                    row.getString(5),
                    row.getBoolean(6),
                    row.getBoolean(7),
                    row.getObject(8, LocalDate.class),
                    row.getObject(9, LocalDate.class),
                    row.getString(10),
                    row.getBoolean(11));
            kinds.put(kind.code(), kind);
        });
        var rules = sql
                .sql("""
                        select u.kind_code, u.parent_kind, u.from_day, u.until_day, u.source, u.verified
                          from organisation.kind_under u
                          join organisation.kind p on p.kind_code = u.parent_kind
                         order by p.rank, u.from_day
                        """)
                .query((row, n) -> new Kinds.Under(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getBoolean(6)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Kinds.Under::kind, HashMap::new, Collectors.toList()));
        var sectors = sql.sql("""
                        select sector_code, name, state_owned, from_day, until_day, source, verified
                          from organisation.sector order by rank, sector_code
                        """)
                .query((row, n) -> new Kinds.Sector(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        row.getString(6),
                        row.getBoolean(7)))
                .list();
        return new Kinds(kinds, rules, sectors);
    }
}

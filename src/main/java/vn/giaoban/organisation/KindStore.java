package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
                .sql("select kind_code, parent_kind, from_day, until_day from organisation.kind_under")
                .query((row, n) -> new Kinds.Under(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Kinds.Under::kind, HashMap::new, Collectors.toList()));
        List<String> sectors = sql.sql("select sector_code from organisation.sector order by rank")
                .query(String.class)
                .list();
        return new Kinds(kinds, rules, sectors);
    }
}

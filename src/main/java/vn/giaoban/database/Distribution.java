package vn.giaoban.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoban.shared.Sql;

/**
 * How our tables lie on a cluster of PostgreSQL servers with the Citus extension, read from the catalogue: a table of records has row
 * security and is spread by {@code register_id}; everything else (units, kinds, rules, accounts, entries) is copied to every server.
 *
 * @param tables those that others point to first, so that they can be declared in this order
 */
record Distribution(List<Table> tables) {

    static final String COLUMN = "register_id";

    /**
     * @param name schema and name, quoted where need be
     * @param spread by {@link #COLUMN}; else a copy on every server
     * @param obstacles what Citus would refuse in it, in English as in its manual; empty if it fits
     */
    record Table(String name, boolean spread, List<String> obstacles) {}

    private record Reference(String from, String to) {}

    static Distribution read(JdbcClient sql) {
        var obstacles = new HashMap<String, List<String>>();
        sql.sql(Sql.beside(Distribution.class, "distribution-obstacles.sql"))
                .param("column", COLUMN)
                .query(row -> {
                    obstacles
                            .computeIfAbsent(row.getString("name"), table -> new ArrayList<>())
                            .add(row.getString("obstacle"));
                });
        var tables = new LinkedHashMap<String, Table>();
        sql.sql(Sql.beside(Distribution.class, "distribution-tables.sql")).query(row -> {
            var name = row.getString("name");
            tables.put(name, new Table(name, row.getBoolean("spread"), obstacles.getOrDefault(name, List.of())));
        });
        var references = sql.sql("""
                        select distinct k.conrelid::regclass::text, k.confrelid::regclass::text
                          from pg_constraint k
                          join pg_namespace n on n.oid = k.connamespace
                         where k.contype = 'f' and k.conrelid <> k.confrelid and n.nspname not in ('ext', 'migration')
                        """)
                .query((row, n) -> new Reference(row.getString(1), row.getString(2)))
                .list();
        return new Distribution(pointedToFirst(tables, references));
    }

    private static List<Table> pointedToFirst(Map<String, Table> tables, List<Reference> references) {
        var ordered = new LinkedHashMap<String, Table>();
        var left = new LinkedHashMap<>(tables);
        while (!left.isEmpty()) {
            var ready = left.values().stream()
                    .filter(table -> references.stream()
                            .noneMatch(reference ->
                                    reference.from().equals(table.name()) && left.containsKey(reference.to())))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("tables point to each other in a circle: " + left.keySet());
            }
            ready.forEach(table -> {
                ordered.put(table.name(), table);
                left.remove(table.name());
            });
        }
        return List.copyOf(ordered.values());
    }

    List<String> obstacles() {
        return tables.stream()
                .flatMap(table -> table.obstacles().stream().map(obstacle -> table.name() + ": " + obstacle))
                .toList();
    }
}

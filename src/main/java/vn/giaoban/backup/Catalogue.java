package vn.giaoban.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.giaoban.backup.Manifest.Migration;
import vn.giaoban.backup.Manifest.Position;
import vn.giaoban.backup.Manifest.Table;

/** Our part of the database as PostgreSQL's own catalogue shows it, so that no list of tables can fall behind. Runs as the owner. */
final class Catalogue {

    private static final String OURS = """
            pg_get_userbyid(c.relowner) = 'giaoban_owner' and n.nspname <> 'migration' and c.relpersistence <> 't'
            """;

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname),
                   array_agg(quote_ident(a.attname) order by a.attnum) filter (where a.attgenerated = '') as columns,
                   array_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) order by a.attname) as shape
              from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relkind = 'r' and
            """ + OURS + " group by n.nspname, c.relname order by 1";

    /** Questions whether a table has records, which a fresh database has none of. What migrations put there names no entry. */
    private static final String RECORDS = """
            select format('%I.%I', n.nspname, c.relname),
                   format('select exists (select from %I.%I%s)', n.nspname, c.relname,
                          case when a.attname is not null then ' where entry_id is not null' else '' end)
              from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'entry_id'
             where c.relkind = 'r'
               and (c.relrowsecurity or a.attname is not null)
               and
            """ + OURS + " order by 1";

    private static final String FORCED = """
            select format('%I.%I', n.nspname, c.relname)
              from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and c.relforcerowsecurity and
            """ + OURS;

    private static final String FOREIGN_KEYS = """
            select format('%I.%I', n.nspname, c.relname), quote_ident(k.conname), pg_get_constraintdef(k.oid)
              from pg_catalog.pg_constraint k
              join pg_catalog.pg_class c on c.oid = k.conrelid
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where k.contype = 'f' and k.conparentid = 0 and
            """ + OURS + " order by 1, 2";

    private static final String SEQUENCES = """
            select format('%I.%I', n.nspname, c.relname)
              from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'S' and
            """ + OURS + " order by 1";

    private static final String MIGRATIONS = """
            select version, script, coalesce(checksum, 0)
              from migration.flyway_schema_history
             where success and version is not null
             order by installed_rank
            """;

    /** A foreign key, to be taken away and made again. */
    record ForeignKey(String table, String name, String definition) {}

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    List<Table> tables() throws SQLException {
        return list(TABLES, row -> new Table(row.getString(1), words(row.getArray(2)), words(row.getArray(3))));
    }

    /** A table in which something was recorded, if there is one. */
    Optional<String> recorded() throws SQLException {
        for (var table : list(RECORDS, row -> Map.entry(row.getString(1), row.getString(2)))) {
            if (answer(table.getValue()).equals("t")) {
                return Optional.of(table.getKey());
            }
        }
        return Optional.empty();
    }

    /** Tables whose row policies hold their owner too. */
    List<String> forced() throws SQLException {
        return list(FORCED, row -> row.getString(1));
    }

    List<ForeignKey> foreignKeys() throws SQLException {
        return list(FOREIGN_KEYS, row -> new ForeignKey(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** Positions are of this moment, not of the snapshot: never behind it. */
    List<Position> sequences() throws SQLException {
        var positions = new ArrayList<Position>();
        for (var name : list(SEQUENCES, row -> row.getString(1))) {
            positions.addAll(list(
                    "select last_value, is_called from " + name,
                    row -> new Position(name, row.getLong(1), row.getBoolean(2))));
        }
        return positions;
    }

    /** Repeatable ones are left out: they make views and functions, which a backup does not hold. */
    List<Migration> migrations() throws SQLException {
        if (!answer("select to_regclass('migration.flyway_schema_history') is not null")
                .equals("t")) {
            return List.of();
        }
        return list(MIGRATIONS, row -> new Migration(row.getString(1), row.getString(2), row.getInt(3)));
    }

    String answer(String query) throws SQLException {
        return list(query, row -> row.getString(1)).get(0);
    }

    private <T> List<T> list(String query, Row<T> reader) throws SQLException {
        var found = new ArrayList<T>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }

    private static List<String> words(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/** DuckDB, in this process, over the same rows (all versions): the bound for scans. */
final class NationDuck implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "organisation.unit (unit_id bigint, code varchar)",
            "organisation.unit_state (unit_id bigint, parent_id bigint, from_day date, until_day date, superseded_at timestamptz)",
            "organisation.closing (unit_id bigint, successor_id bigint, day date, superseded_at timestamptz)",
            "membership.belonging (register_id smallint, member_id bigint, unit_id bigint, from_day date, until_day date, superseded_at timestamptz)",
            "membership.step (kind varchar, day date, from_unit bigint, to_unit bigint, superseded_at timestamptz)",
            "membership.profile (register_id smallint, member_id bigint, from_day date, until_day date, birth date, sex varchar, ethnicity varchar,"
                    + " education varchar, superseded_at timestamptz)");

    private final Connection duck;
    private final Path file;

    /** @param postgres whose rows are read, as one who sees them all */
    NationDuck(Connection postgres) throws SQLException, IOException {
        var begun = System.nanoTime();
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "duck-");
        file = folder.resolve("nation.duckdb");
        duck = DriverManager.getConnection("jdbc:duckdb:" + file);
        NationStore.execute(duck, "set threads = " + Runtime.getRuntime().availableProcessors() + "; set memory_limit = '2GB';"
                + " set temp_directory = '" + folder + "'; create schema organisation; create schema membership");
        for (var table : TABLES) {
            NationStore.execute(duck, "create table " + table);
            var columns = table.substring(table.indexOf('(') + 1, table.length() - 1).replaceAll(" (bigint|smallint|varchar|date|timestamptz)", "");
            var name = table.substring(0, table.indexOf(' '));
            var csv = folder.resolve("rows.csv");
            try (var out = new BufferedOutputStream(Files.newOutputStream(csv), 1 << 20)) {
                postgres.unwrap(PGConnection.class).getCopyAPI()
                        .copyOut("copy (select " + columns + " from " + name + ") to stdout with (format csv)", out);
            }
            NationStore.execute(duck, "copy " + name + " from '" + csv + "' (format csv, header false)");
            Files.delete(csv);
        }
        System.out.printf(Locale.ROOT, "DuckDB %s: the same rows loaded in %.0f s, %d MB%n",
                NationStore.answers(duck, "select version()").get(0), (System.nanoTime() - begun) / 1e9, Files.size(file) >> 20);
    }

    List<String> answers(String sql) throws SQLException {
        return NationStore.answers(duck, sql);
    }

    @Override
    public void close() throws SQLException {
        duck.close();
        try (var all = Files.walk(file.getParent())) {
            all.sorted(java.util.Comparator.reverseOrder()).forEach(one -> one.toFile().delete());
        } catch (IOException e) {
            System.out.println("left behind: " + file.getParent());
        }
    }
}

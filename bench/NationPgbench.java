import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The bare statements of the steps by PostgreSQL's own pgbench (of Debian's packages, any release) on the same database, as the application's role
 * under row policies: what a cell's list, a person, a name, a record of one row cost without an application. Written are copies of the tables.
 */
final class NationPgbench {

    private final Connection connection;
    private final NationStore store;
    private final List<String[]> cells;

    NationPgbench(Connection connection, NationStore store, List<String[]> cells) {
        this.connection = connection;
        this.store = store;
        this.cells = cells;
    }

    /** @return transactions a second; 0 if it is not installed */
    double run(int seconds) throws IOException, InterruptedException, SQLException {
        prepare();
        var folder = Files.createTempDirectory(Path.of("target/bench"), "pgbench-");
        var pick = "\\set n random(1, " + cells.size() + ")\n";
        // the mix of NationSession: of twelve steps ten read, two record, and every step knows who is asking
        var who = "select a.account_id, g.role_code, g.unit_id from access.account a join access.granted g using (account_id) where a.login = 'chibo.1';\n";
        write(folder, "list", pick + who + """
                select p.name, p.birth, b.degree from nation.bench_cell c join membership.belonging b on b.unit_id = c.unit_id
                  join membership.profile p on p.register_id = b.register_id and p.member_id = b.member_id
                 where c.n = :n and b.superseded_at = 'infinity' and b.until_day = 'infinity' and p.superseded_at = 'infinity' order by p.name limit 100;
                """);
        write(folder, "person", pick + who + """
                select p.* from nation.bench_cell c join membership.profile p on p.register_id = c.register_id and p.member_id = c.member_id
                 where c.n = :n and p.superseded_at = 'infinity';
                select m.* from nation.bench_cell c join membership.movement m on m.register_id = c.register_id and m.member_id = c.member_id
                 where c.n = :n and m.superseded_at = 'infinity' order by m.day;
                """);
        write(folder, "unit", pick + who + """
                select u.code, s.* from nation.bench_cell c join organisation.unit u using (unit_id) join organisation.unit_state s using (unit_id)
                 where c.n = :n and s.superseded_at = 'infinity';
                """);
        write(folder, "record", pick + who + """
                begin;
                insert into nation.bench_entry (at, account, login, what, registers) select now(), 1, 'bench', 'bench', array[register_id]
                  from nation.bench_cell where n = :n;
                insert into nation.bench_report (register_id, unit_id, member_id, kind, day, words, entry_id, recorded_at)
                select register_id, unit_id, member_id, 'OTHER', '2026-11-20', 'bench', 1, now() from nation.bench_cell where n = :n;
                commit;
                """);
        var server = Pattern.compile("//([^:/]+):(\\d+)/([^?]+)").matcher(store.url());
        if (!server.find()) {
            throw new IllegalStateException("no server in " + store.url());
        }
        var builder = new ProcessBuilder("pgbench", "-n", "-M", "prepared", "-c", "16", "-j", "2", "-T", String.valueOf(Math.min(20, seconds)),
                "-h", server.group(1), "-p", server.group(2), "-U", store.user(), "-f", folder.resolve("list") + "@2", "-f", folder.resolve("person") + "@4",
                "-f", folder.resolve("unit") + "@4", "-f", folder.resolve("record") + "@2", server.group(3));
        builder.environment().put("PGPASSWORD", store.password());
        builder.environment().put("PGOPTIONS", "-c role=giaoban_app -c giaoban.registers={"
                + String.join(",", NationStore.answers(connection, "select register_id from record.register")) + "}");
        connection.commit();
        try {
            var process = builder.redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor(1, TimeUnit.MINUTES);
            var tps = Pattern.compile("tps = ([0-9.]+)").matcher(said);
            if (process.exitValue() == 0 && tps.find()) {
                return Double.parseDouble(tps.group(1));
            }
            System.out.println(said);
        } catch (IOException notInstalled) {
            System.out.println("no pgbench: " + notInstalled.getMessage() + " (apt-get install postgresql-contrib)");
        }
        return 0;
    }

    private static void write(Path folder, String name, String sql) throws IOException {
        // a statement of pgbench ends with its semicolon, not with its line
        Files.writeString(folder.resolve(name), sql);
    }

    private void prepare() throws SQLException {
        NationStore.execute(connection, """
                drop table if exists nation.bench_cell, nation.bench_entry, nation.bench_report;
                create table nation.bench_cell (n int primary key, unit_id bigint not null, register_id smallint not null, member_id bigint not null);
                create table nation.bench_entry (like record.entry including all);
                create table nation.bench_report (like membership.report including all);
                grant usage on schema nation to giaoban_app;
                grant select, insert on nation.bench_cell, nation.bench_entry, nation.bench_report to giaoban_app
                """);
        for (var n = 0; n < cells.size(); n++) {
            var member = cells.get(n)[2].split(",")[0].split("-");
            NationStore.execute(connection, "insert into nation.bench_cell values (%d, %s, %s, %s)".formatted(n + 1, cells.get(n)[1], member[0], member[1]));
        }
        connection.commit();
        NationStore.execute(connection, "analyze nation.bench_cell");
        connection.commit();
    }
}

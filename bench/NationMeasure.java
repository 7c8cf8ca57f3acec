import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Every line of what issue "The nation on one machine" promises: warm, under the application's role with row policies, after one write, another
 * month or unit each time; beside each the references in the same run. Ends with 1 if a figure differs or a change is lost.
 */
final class NationMeasure {

    private static final String ALL = "sizes,figures,children,breakdown,fresh,search,lists,merge,load,import";

    private static NationStore store;

    private final NationApplication application;
    private final Map<String, String> options;

    NationMeasure(NationStore of, NationApplication application, Map<String, String> options) {
        store = of;
        this.application = application;
        this.options = options;
    }

    /** Another connection that reads every register. */
    static Connection reading(Connection like) throws SQLException {
        var connection = store.connect();
        seeAll(connection);
        return connection;
    }

    boolean run() throws Exception {
        environment();
        var only = Arrays.asList(options.getOrDefault("only", ALL).split(","));
        var without = Arrays.asList(options.getOrDefault("without", "").split(","));
        try (var connection = store.connect()) {
            seeAll(connection);
            var centre = new NationVisitor(application.base(), "tochuc.tw");
            var report = new NationReport(centre, Integer.parseInt(options.getOrDefault("runs", "10")), without);
            var world = new NationWorld(connection);
            System.out.printf(Locale.ROOT, "%,d people, %,d units%n", world.people, world.units);
            sumsAreReady(connection);
            var needed = only.contains("figures") || only.contains("children") || only.contains("breakdown") || only.contains("fresh");
            var analytics = needed && !without.contains("dhis2") ? new NationAnalytics(connection) : null;
            if (analytics != null) {
                analytics.rebuild();
            }
            try (var duck = needed && !without.contains("duckdb") ? new NationDuck(connection) : null) {
                var figures = needed ? new NationFigures(connection, report, centre, world, analytics, duck) : null;
                section(report, only, "sizes", () -> sizes(connection, report, world));
                section(report, only, "figures", () -> figures.heads());
                section(report, only, "children", () -> figures.children());
                if (only.contains("breakdown")) {
                    partsAreReady(connection);
                }
                section(report, only, "breakdown", () -> figures.bothWays());
                section(report, only, "fresh", () -> figures.fresh(application.base()));
            }
            section(report, only, "search", () -> new NationPersons(connection, report, centre, application.base()).search());
            section(report, only, "lists", () -> new NationPersons(connection, report, centre, application.base()).lists());
            section(report, only, "merge", () -> new NationMerge(connection, report, centre, application.base()).run());
            section(report, only, "load", () -> new NationLoad(connection, store, report, application.base(), options).run());
            section(report, only, "import", () -> new NationImport(connection, report, application, options, world).run());
            report.print();
            System.out.println("\nload at the end " + NationReport.load() + ", JVM of the application " + application.memory());
            return report.isRight();
        }
    }

    /** Sums by month are made once, behind the first start; until then rows are read, which is not what is measured. */
    private static void sumsAreReady(Connection connection) throws SQLException, InterruptedException {
        var begun = System.nanoTime();
        String left;
        do {
            left = NationStore.answers(connection, "select coalesce((select coalesce(next_register, 0) from figures.fold), -1)").get(0);
            connection.commit();
            if (!left.equals("0")) {
                Thread.sleep(1_000);
            }
        } while (!left.equals("0") && System.nanoTime() - begun < 3_600_000_000_000L);
        System.out.printf(Locale.ROOT, "sums by month: waited %.0f s until they were ready; %s%n", (System.nanoTime() - begun) / 1e9, NationStore.answers(connection, """
                select format('%s rows, %s', (select count(*) from figures.month_sum),
                              pg_size_pretty(pg_total_relation_size('figures.month_sum') + pg_total_relation_size('figures.passing')))
                """).get(0));
        connection.commit();
    }

    /** Sums of parts are made a day at a time, newest first, behind the start: until those of the months that are asked for are there rows are read. */
    private static void partsAreReady(Connection connection) throws SQLException, InterruptedException {
        var begun = System.nanoTime();
        var last = NationWorld.FIRST.plusMonths(NationWorld.MONTHS).minusDays(1);
        String missing;
        do {
            missing = NationStore.answers(connection, """
                    select count(*) from generate_series(date '%s', date '%s', interval '1 month') m
                     where not exists (select from figures.part_day d where d.day = m + interval '1 month' - interval '1 day')
                    """.formatted(NationWorld.FIRST, last)).get(0);
            connection.commit();
            if (!missing.equals("0")) {
                Thread.sleep(5_000);
            }
        } while (!missing.equals("0") && System.nanoTime() - begun < 3 * 3_600_000_000_000L);
        System.out.printf(Locale.ROOT, "sums of parts: waited %.0f s, %s months are missing; %s%n", (System.nanoTime() - begun) / 1e9, missing, NationStore.answers(connection, """
                select format('%s rows, %s', (select count(*) from figures.part_sum), pg_size_pretty(pg_total_relation_size('figures.part_sum')))
                """).get(0));
        connection.commit();
    }

    private interface Section {
        void run() throws Exception;
    }

    /** One that fails does not take the others with it. */
    private static void section(NationReport report, List<String> only, String name, Section section) throws Exception {
        if (!only.contains(name)) {
            return;
        }
        report.section(name);
        var begun = System.nanoTime();
        try {
            section.run();
        } catch (IllegalStateException | SQLException | java.io.IOException | java.util.concurrent.ExecutionException e) {
            report.wrong(name + ": " + e);
            e.printStackTrace(System.out);
        }
        System.out.printf(Locale.ROOT, "--- %s took %.0f s%n", name, (System.nanoTime() - begun) / 1e9);
    }

    private void environment() throws java.io.IOException {
        var model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name")).findFirst();
        System.out.printf("%s, %d processors, %s, Java %s, application with -Xmx%s, load %s%n",
                model.map(line -> line.split(":", 2)[1].strip()).orElse("?"), Runtime.getRuntime().availableProcessors(),
                Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\s+", " "), Runtime.version(), application.heap(), NationReport.load());
        try (var connection = store.connect()) {
            System.out.println(NationStore.answers(connection, """
                    select format('PostgreSQL %s, shared_buffers %s, work_mem of the application %s', current_setting('server_version'),
                                  current_setting('shared_buffers'), (select reset_val || 'kB' from pg_settings where name = 'work_mem'))
                    """).get(0));
        } catch (SQLException e) {
            throw new java.io.IOException(e);
        }
    }

    /** So that the counting by hand, as the owner, reads every register. */
    static void seeAll(Connection connection) throws SQLException {
        NationStore.execute(connection, "set giaoban.registers = '{" + String.join(
                ",", NationStore.answers(connection, "select register_id from record.register")) + "}'");
        connection.commit();
    }

    private static void sizes(Connection connection, NationReport report, NationWorld world) throws SQLException {
        var total = new long[2];
        for (var line : NationStore.answers(connection, """
                select concat_ws(' ', n.nspname, c.relname, c.reltuples::bigint, pg_table_size(c.oid), pg_indexes_size(c.oid))
                  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                 where n.nspname not in ('pg_catalog', 'information_schema', 'nation') and c.relkind = 'r' and pg_total_relation_size(c.oid) > 0
                 order by pg_total_relation_size(c.oid) desc
                """)) {
            var words = line.split(" ");
            total[0] += Long.parseLong(words[3]);
            total[1] += Long.parseLong(words[4]);
            if (Long.parseLong(words[3]) > 4 << 20) {
                System.out.printf(Locale.ROOT, "  %-28s %,12d rows %,8d MB, indexes %,8d MB%n", words[0] + "." + words[1], Long.parseLong(words[2]),
                        Long.parseLong(words[3]) >> 20, Long.parseLong(words[4]) >> 20);
            }
        }
        var millions = world.people / 1e6;
        report.row("size on disk for each million members", "stated", "–", "–", String.format(
                Locale.ROOT, "tables %.0f MB, indexes %.0f MB (all: %.0f and %.0f MB)", total[0] / millions / (1 << 20), total[1] / millions / (1 << 20),
                total[0] / 1048576.0, total[1] / 1048576.0));
    }
}

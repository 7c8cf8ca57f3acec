import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Asks the application over HTTP what issue "The nation on one machine" promises, warm, under its own role with row policies; and asks plain
 * SQL over the base tables the same. Another month each time, so that nothing is answered from memory. Ends with 1 if a figure differs.
 */
final class NationMeasure {

    private static final String HEADS = "opening,all-admissions,transfers-in,transfers-out,removed,died,closing";
    /** What takes longer is asked three times only. */
    private static final long LONG = 3_000_000_000L;

    private interface Asked {
        String on(int run) throws Exception;
    }

    private final NationStore store;
    private final String base;
    private final int runs;
    private boolean right = true;

    NationMeasure(NationStore store, NationApplication application, int runs) {
        this.store = store;
        this.base = application.base();
        this.runs = runs;
    }

    boolean run() throws Exception {
        System.out.printf("%d processors, %s, load %s%n", Runtime.getRuntime().availableProcessors(), memory(), load());
        try (var connection = store.connect()) {
            NationStore.execute(connection, "reset role; set role giaoban_owner");
            policies(connection);
            sizes(connection);
            var centre = new NationVisitor(base, "tochuc.tw");
            var officer = new NationVisitor(base, "tochuc.tng");
            var commune = NationStore.answers(connection, """
                    select u.code from organisation.unit u join organisation.unit_state s using (unit_id)
                     where s.kind_code = 'dang-bo-xa' and u.register_id = (select register_id from record.register where code = 'TNG')
                     order by u.unit_id limit 1
                    """).get(0);
            for (var unit : List.of("TW", "TNG", commune)) {
                heads(centre, unit);
            }
            against(connection, centre, "TW");
            against(connection, centre, "TNG");
            against(connection, centre, commune);
            time("one line per child, Centre: members", run -> centre.get(figures("TW", run, "/children", "indicators=members")));
            time("one line per child, Centre: heads", run -> centre.get(figures("TW", run, "/children", "indicators=" + HEADS)));
            time("one line per child, province: members", run -> centre.get(figures("TNG", run, "/children", "indicators=members")));
            time("one line per child, province: heads", run -> centre.get(figures("TNG", run, "/children", "indicators=" + HEADS)));
            for (var by : List.of("sex", "age-band", "ethnicity", "education", "sector")) {
                time("members of the Centre by " + by, run -> centre.get(figures("TW", run, "", "indicators=members&by=" + by)));
            }
            people(connection, centre, officer);
            merge(connection, centre);
        }
        System.out.println("load at the end " + load());
        return right;
    }

    private void heads(NationVisitor who, String unit) throws Exception {
        for (var structure : List.of("as-was", "as-is")) {
            time("head figures of " + unit + ", " + structure, run -> who.get(figures(unit, run, "", "indicators=" + HEADS + "&structure=" + structure)));
        }
        // months before the reform, read under the tree after it
        time("head figures of " + unit + ", restated", run -> who.get(figures(unit, run + 14, "", "indicators=" + HEADS + "&structure=2025-12-31")));
    }

    private static LocalDate month(int run) {
        return LocalDate.of(2025, 8, 1).plusMonths(run % 14).minusYears(run / 14);
    }

    private static String figures(String unit, int run, String after, String query) {
        var from = month(run);
        return "/api/v1/figures/" + unit + after + "?from=" + from + "&until=" + from.plusMonths(1) + "&" + query;
    }

    // --- the same by hand

    private static final String BELOW = """
            with recursive below as (
                select unit_id, ''::text as kind from organisation.unit where code = '{unit}'
                union
                select s.unit_id, s.kind_code from organisation.unit_state s join below b on s.parent_id = b.unit_id
                 where s.superseded_at = 'infinity' and s.from_day <= '{day}' and '{day}' < s.until_day),
            home as (
                select unit_id, unit_id as entered from below
                union
                select h.unit_id, c.unit_id from home h join organisation.closing c on c.successor_id = h.entered
                 where c.superseded_at = 'infinity' and c.day <= '{day}')
            """;
    private static final Map<String, String> BY_HAND = Map.of(
            "members", BELOW + """
                    select count(*) from membership.belonging m
                     where m.superseded_at = 'infinity' and m.from_day <= '{day}' and '{day}' < m.until_day
                       and m.unit_id in (select entered from home)
                    """,
            "members-women", BELOW + """
                    select count(*) from membership.belonging m join membership.profile p using (register_id, member_id)
                     where m.superseded_at = 'infinity' and m.from_day <= '{day}' and '{day}' < m.until_day and p.superseded_at = 'infinity'
                       and p.sex = 'F' and m.unit_id in (select entered from home)
                    """,
            "admissions", BELOW + """
                    select count(*) from membership.movement m
                     where m.superseded_at = 'infinity' and m.kind = 'admission' and m.day >= '{from}' and m.day < '{until}'
                       and m.to_unit in (select entered from home)
                    """,
            "died", BELOW + """
                    select count(*) from membership.movement m
                     where m.superseded_at = 'infinity' and m.kind = 'died' and m.day >= '{from}' and m.day < '{until}'
                       and m.from_unit in (select entered from home)
                    """,
            "cells", BELOW + "select count(*) from below where kind = 'chi-bo'");

    private void against(Connection connection, NationVisitor who, String unit) throws Exception {
        for (var asked : BY_HAND.entrySet()) {
            // a new commune is asked only for months since it is there
            var shift = unit.startsWith("U") ? 0 : 100;
            var said = new TreeMap<Integer, String>();
            var application = time(asked.getKey() + " of " + unit, run -> {
                var answer = who.get(figures(unit, run + shift, "", "indicators=" + asked.getKey()));
                var value = Pattern.compile("\"value\":\\s*\"?([0-9]+)").matcher(answer);
                said.put(run, value.find() ? value.group(1) : answer);
                return answer;
            });
            var counted = new TreeMap<Integer, String>();
            var hand = time("  the same by hand", run -> {
                var from = month(run + shift);
                var until = from.plusMonths(1);
                var count = NationStore.answers(connection, asked.getValue()
                                .replace("{unit}", unit)
                                .replace("{day}", until.minusDays(1).toString())
                                .replace("{from}", from.toString())
                                .replace("{until}", until.toString()))
                        .get(0);
                counted.put(run, count);
                return count;
            });
            // what takes long was asked of fewer months by one of them
            said.keySet().retainAll(counted.keySet());
            counted.keySet().retainAll(said.keySet());
            var equal = said.equals(counted);
            System.out.printf(Locale.ROOT, "  application / by hand: %.2f, %s in %d months%n", application / (double) hand, equal ? "equal" : "WRONG", said.size());
            if (!equal) {
                System.out.println("  said " + said + ", counted " + counted);
                right = false;
            }
        }
    }

    // --- people

    private void people(Connection connection, NationVisitor centre, NationVisitor officer) throws Exception {
        var names = List.of("huong giang", "nong duc", "tuan anh", "thi lan", "quoc khanh", "nguyen van", "bich phuong", "le", "hoang long", "xuan");
        time("search by part of the name, nation", run -> centre.get("/members?q=" + NationVisitor.encoded(names.get(run % names.size()))));
        time("search by part of the name, province", run -> officer.get("/members?q=" + NationVisitor.encoded(names.get(run % names.size()))));
        for (var where : List.of("TNG", "TW")) {
            var unit = NationStore.answers(connection, "select unit_id from organisation.unit where code = '" + where + "'").get(0);
            var who = where.equals("TW") ? centre : officer;
            time("list of members of " + where + ", page 1", run -> who.get("/members?unit=" + unit));
            var members = Pattern.compile("\"value\":\\s*\"?([0-9]+)").matcher(who.get(
                    "/api/v1/figures/" + where + "?from=2026-10-01&until=2026-11-01&indicators=members"));
            var pages = members.find() ? (Integer.parseInt(members.group(1)) + 99) / 100 : 1;
            time("list of members of " + where + ", page " + pages, run -> who.get("/members?unit=" + unit + "&page=" + pages));
        }
    }

    private void merge(Connection connection, NationVisitor centre) throws Exception {
        var unit = NationStore.answers(connection, "select unit_id from organisation.unit where code = 'HUE'").get(0);
        var form = "/units/" + unit + "/events/ABSORB";
        time("form of a merge of two provinces", run -> centre.get(form));
        time("preview of a merge of two provinces", run -> {
            var page = centre.post(form, form, Map.of("day", "2026-11-01", "otherCode", "QT", "number", "1-QĐ")).body();
            if (!page.contains("previewed")) {
                throw new IllegalStateException("no preview: " + page.substring(0, Math.min(300, page.length())));
            }
            return page;
        });
    }

    // --- numbers

    private long time(String what, Asked asked) throws Exception {
        var nanos = new ArrayList<Long>();
        var cold = 0L;
        for (var run = -2; run < runs; run++) {
            if (run == -1 && cold > LONG || run > 2 && nanos.get(0) > LONG) {
                continue;
            }
            var begun = System.nanoTime();
            try {
                asked.on(run < 0 ? runs - run : run);
            } catch (IllegalStateException e) {
                System.out.printf("%-50s %s%n", what, e.getMessage());
                right = false;
                return 1;
            }
            var took = System.nanoTime() - begun;
            if (run < 0) {
                cold = run == -2 ? took : cold;
            } else {
                nanos.add(took);
            }
        }
        nanos.sort(Long::compare);
        var median = nanos.get(nanos.size() / 2);
        var p95 = nanos.get((int) Math.ceil(0.95 * nanos.size()) - 1);
        System.out.printf(Locale.ROOT, "%-50s %9.1f ms median %9.1f p95 %9.1f cold, %d runs%n", what, median / 1e6, p95 / 1e6, cold / 1e6, nanos.size());
        return median;
    }

    /** So that the counting by hand, as the owner, reads every register. */
    private static void policies(Connection connection) throws SQLException {
        NationStore.execute(connection, "set giaoban.registers = '{" + String.join(
                ",", NationStore.answers(connection, "select register_id from record.register")) + "}'");
        connection.commit();
    }

    private static void sizes(Connection connection) throws SQLException {
        for (var line : NationStore.answers(connection, """
                select format('%s: %s rows, %s MB, indexes %s MB', c.oid::regclass, c.reltuples::bigint, pg_table_size(c.oid) / 1048576,
                              pg_indexes_size(c.oid) / 1048576)
                  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                 where n.nspname in ('membership', 'organisation') and c.relkind = 'r' and c.reltuples > 1000
                 order by pg_total_relation_size(c.oid) desc
                """)) {
            System.out.println(line);
        }
    }

    private static String load() throws java.io.IOException {
        return Files.readString(Path.of("/proc/loadavg")).strip();
    }

    private static String memory() throws java.io.IOException {
        return Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\s+", " ");
    }
}

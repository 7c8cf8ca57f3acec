import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Makes up a nation in an empty database of the application: {@code bench/nation make --data=DIR | --url=jdbc:… --size=1|10|100 --seed=1}.
 * The same size and seed make the same rows. Stopped at any moment, the same command goes on where it was.
 */
final class Nation {

    private static final int WORKERS = 2;
    /** Of password "giaoban". */
    private static final String HASH = "{bcrypt}$2a$08$6D.lbpeqGS.s4J00UwlqjOmi7rXzqTe/MbA4gmbL4JGV61HBLV4p.";

    private final NationStore store;
    private final double size;
    private final long seed;
    private final NationTree tree;
    private final NationFounding founding;

    private Nation(NationStore store, double size, long seed) throws IOException {
        this.store = store;
        this.size = size;
        this.seed = seed;
        this.tree = new NationTree(seed, size);
        this.founding = new NationFounding(
                tree, Files.readString(Path.of("src/main/java/vn/giaoban/organisation/ancestry.sql")));
    }

    public static void main(String[] arguments) throws Exception {
        var options = new HashMap<String, String>();
        Arrays.stream(arguments)
                .filter(one -> one.startsWith("--"))
                .forEach(one -> options.put(one.substring(2).split("=", 2)[0], one.split("=", 2)[1]));
        var application = new NationApplication(Path.of(arguments[1]), options);
        try {
            var store = application.start();
            if (arguments[0].equals("make")) {
                new Nation(store, Double.parseDouble(options.getOrDefault("size", "1")), Long.parseLong(options.getOrDefault("seed", "1"))).make();
            } else if (arguments[0].equals("check")) {
                System.exit(check(store, application, options) ? 0 : 1);
            } else if (arguments[0].equals("measure")) {
                System.exit(new NationMeasure(store, application, options).run() ? 0 : 1);
            } else if (arguments[0].equals("serve")) {
                System.out.println("serving at " + application.base() + " until stopped");
                Thread.sleep(Long.MAX_VALUE);
            }
        } finally {
            application.stop();
        }
    }

    /** The application's own derivation of what was recorded, against the rows that were written; its figures against a count by hand. */
    private static boolean check(NationStore store, NationApplication application, Map<String, String> options) throws Exception {
        var only = List.of(options.getOrDefault("only", "derivation,figures,whole").split(","));
        var seed = Long.parseLong(options.getOrDefault("seed", String.valueOf(System.nanoTime() % 1_000)));
        System.out.println("sample " + seed + ", load " + NationReport.load());
        try (var connection = store.connect()) {
            NationMeasure.seeAll(connection);
            var right = true;
            if (only.contains("derivation")) {
                var wrong = new ArrayList<String>();
                var sample = Integer.parseInt(options.getOrDefault("sample", "2000"));
                wrong.addAll(new vn.giaoban.organisation.NationStructure(connection).check(sample, seed));
                wrong.addAll(new vn.giaoban.membership.NationLives(connection).check(sample, seed));
                wrong.stream().limit(10).forEach(System.out::println);
                right = wrong.isEmpty();
                connection.commit();
            }
            var recount = new NationRecount(connection, new NationVisitor(application.base(), "tochuc.tw"), seed);
            if (only.contains("figures")) {
                right &= recount.sample(Integer.parseInt(options.getOrDefault("questions", "200")));
            }
            if (only.contains("whole")) {
                right &= recount.whole(Integer.parseInt(options.getOrDefault("units", "1000")));
            }
            return right;
        }
    }

    private void make() throws Exception {
        var start = System.nanoTime();
        try (var connection = store.connect()) {
            store.begin(connection, "nation of " + size + " % from seed " + seed);
            store.step(connection, "take away", NationIndexes::takeAway);
            store.step(connection, "registers and accounts", this::registers);
            store.step(connection, "opening lists", founding::openingLists);
            store.step(connection, "statistics of units", open -> NationStore.execute(
                    open, "analyze organisation.unit_state; analyze organisation.closing; analyze organisation.ancestry"));
            for (var register = 1; register <= NationClock.REGISTERS; register++) {
                ancestry(connection, register);
            }
            for (var year = 2016; year <= 2024; year++) {
                var of = year;
                store.step(connection, "cells of " + year, open -> founding.ancestry(
                        open, founding.year(open, of), NationClock.units(YearMonth.of(of, 1))));
            }
            for (var province = 2; province <= NationClock.REGISTERS; province++) {
                var of = province;
                if (tree.close[province] == NationRows.FOREVER) {
                    store.step(connection, "reform of " + tree.code(province), open -> founding.ancestry(
                            open, founding.reform(open, of), NationClock.REFORMED));
                }
            }
            store.say(tree.units + " units", start);
        }
        people();
        var building = System.nanoTime();
        NationIndexes.putBack(store);
        store.say("keys, indexes, foreign keys", building);
        try (var connection = store.connect()) {
            finish(connection);
        }
        store.say("ready", start);
    }

    private void ancestry(Connection connection, int register) throws Exception {
        store.step(connection, "ancestry of register " + register, open -> founding.ancestry(
                open,
                IntStream.rangeClosed(1, tree.units)
                        .filter(unit -> tree.register[unit] == register && tree.open[unit] <= NationTree.OPENED)
                        .boxed()
                        .toList(),
                NationClock.FOUNDING));
    }

    private void people() throws Exception {
        record Lot(int register, int number, int people) {}
        var lots = new ArrayList<Lot>();
        var all = 5_600_000 * size / 100;
        for (var register = 2; register <= NationClock.REGISTERS; register++) {
            var people = (int) Math.round(all * NationProvinces.ALL.get(register - 2).weight() / NationProvinces.WEIGHTS);
            for (var lot = 0; lot * NationPeople.LOT < people; lot++) {
                lots.add(new Lot(register, lot, Math.min(NationPeople.LOT, people - lot * NationPeople.LOT)));
            }
        }
        var start = System.nanoTime();
        var queue = new ConcurrentLinkedQueue<>(lots);
        together(() -> {
            try (var connection = store.connect()) {
                for (var lot = queue.poll(); lot != null; lot = queue.poll()) {
                    var one = lot;
                    store.step(connection, "people " + one.register() + "/" + one.number(), open -> new NationPeople(
                                    tree, seed, one.register(), one.number())
                            .write(open, one.people()));
                    if (queue.size() % 20 == 0) {
                        store.say("%d of %d lots of people".formatted(lots.size() - queue.size(), lots.size()), start);
                    }
                }
            }
            return null;
        });
        store.say("%.0f people".formatted(all), start);
    }

    /** The same on two threads; the first failure ends all. */
    static void together(Callable<Void> work) throws Exception {
        var threads = Executors.newFixedThreadPool(WORKERS);
        try {
            for (var one : threads.invokeAll(java.util.Collections.nCopies(WORKERS, work))) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private void registers(Connection connection) throws java.sql.SQLException, IOException {
        var rows = new NationRows();
        NationClock.write(rows);
        account(rows, 1, "quantri", "administrator", 0);
        account(rows, 2, "quantri2", "administrator", 0);
        account(rows, 3, "tochuc.tw", "centre-officer", 0);
        for (var register = 1; register <= NationClock.REGISTERS; register++) {
            rows.add(
                    "record.register (register_id, code, name, first_day, entry_id)",
                    register,
                    tree.code(register),
                    tree.name(register),
                    NationClock.FIRST_DAY,
                    NationClock.FOUNDING);
            if (register > 1) {
                account(
                        rows,
                        2 + register,
                        "tochuc." + tree.code(register).toLowerCase(Locale.ROOT),
                        "provincial-organisation-officer",
                        register);
            }
        }
        rows.send(connection);
    }

    private static void account(NationRows rows, int id, String login, String role, int unit) {
        account(rows, id, login, role, unit, HASH);
    }

    /** @param unit 0: everywhere */
    static void account(NationRows rows, int id, String login, String role, int unit, String hash) {
        rows.add("access.account (account_id, login, name, entry_id)", id, login, login, NationClock.FOUNDING);
        rows.add(
                "access.credential (account_id, hash, one_time, changed_at)", id, hash, false, NationClock.at(NationClock.FOUNDING));
        rows.add(
                "access.granted (account_id, role_code, unit_id, from_day, given_by, confirmed_by, entry_id, recorded_at)",
                id,
                role,
                NationRows.number(unit),
                NationClock.FIRST_DAY,
                0,
                0,
                NationClock.FOUNDING,
                NationClock.at(NationClock.FOUNDING));
    }

    private void finish(Connection connection) throws Exception {
        store.step(connection, "sight between registers", open -> NationStore.execute(open, """
                alter table membership.belonging no force row level security;
                insert into access.register_sight (viewer_register, register_id, entry_id)
                select distinct u.register_id, b.register_id, 1
                  from membership.belonging b
                  join organisation.unit u on u.unit_id = b.unit_id
                 where u.register_id <> b.register_id;
                alter table membership.belonging force row level security
                """));
        store.step(connection, "numbers", open -> {
            for (var of : List.of(
                    "record.entry entry_id", "access.account account_id", "organisation.unit unit_id", "organisation.event event_id",
                    "organisation.plan plan_id", "membership.belonging belonging_id", "membership.step step_id")) {
                var table = of.split(" ")[0];
                var column = of.split(" ")[1];
                var last = table.startsWith("membership") ? 100_000L * NationPeople.LOT * 40 : 6_000_000L;
                var value = table.equals("record.entry") ? NationClock.lastEntry() : last;
                NationStore.execute(open, "select setval(pg_get_serial_sequence('%s', '%s'), %d)".formatted(table, column, value));
            }
            NationStore.execute(open, "select setval('membership.member_number', 1000000000), setval('membership.movement_number', 100000000000)");
        });
        store.step(connection, "statistics", open -> NationStore.execute(open, String.join(
                ";",
                List.of("member", "profile", "member_name", "opening", "movement", "belonging", "step", "seniority").stream()
                        .map(table -> "analyze membership." + table)
                        .toList())
                + "; analyze record.entry; analyze organisation.unit; analyze organisation.event; analyze organisation.effect;"
                + " analyze organisation.unit_state; analyze organisation.closing; analyze organisation.ancestry; analyze access.register_sight"));
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** What was measured, said at once and kept as rows of a Markdown table for docs/performance.md. */
final class NationReport {

    /** What a reference took, and how it compares. */
    record Against(String name, NationTimes times, String remark) {}

    private static final int WARM_UPS = 2;
    /** What takes longer is asked fewer times, but never fewer than five after its warm-up. */
    private static final double LONG = 3_000;
    /** Of what takes longer two runs are enough, and the row says so. */
    private static final double HOPELESS = 20_000;
    private static final int REFERENCES = 5;
    private static final double QUICK = 200;

    private final List<String> rows = new ArrayList<>();
    private final NationVisitor clock;
    private final int runs;
    private final List<String> without;
    private String command = "";
    private boolean right = true;

    /**
     * @param clock somebody through whom the application's own metrics are read
     * @param without references that are not asked: {@code sql} for plain SQL, which takes most of the time
     */
    NationReport(NationVisitor clock, int runs, List<String> without) {
        this.clock = clock;
        this.runs = runs;
        this.without = without;
    }

    int runs() {
        return runs;
    }

    void section(String name) throws IOException {
        command = "`--only=" + name + "`";
        System.out.printf("%n--- %s, load %s%n", name, load());
    }

    boolean isRight() {
        return right;
    }

    void wrong(String what) {
        System.out.println("WRONG " + what);
        right = false;
    }

    /** Times in one round: the application's, by its own clock and over HTTP, and the references'. */
    interface Round {
        /** @param run from 0; another one each time, also for the warm-up */
        void on(int run, Timing timing) throws Exception;
    }

    /** Collects the times of one question. */
    final class Timing {
        final NationTimes server = new NationTimes();
        final NationTimes http = new NationTimes();
        private final List<Against> against = new ArrayList<>();
        private final Map<String, Integer> asks = new HashMap<>();
        private boolean warm;

        /** Asks the application. */
        <T> T application(Callable<T> asked) throws Exception {
            var before = clock.served();
            var begun = System.nanoTime();
            var answer = asked.call();
            var took = System.nanoTime() - begun;
            var after = clock.served();
            for (var tries = 0; tries < 50 && after.requests() == before.requests(); tries++) {
                Thread.sleep(2);
                after = clock.served();
            }
            if (warm) {
                http.add(took);
                server.add(Math.round((after.seconds() - before.seconds()) * 1e9));
            }
            return answer;
        }

        /**
         * Asks a reference, in the same round: once for its warm-up, then in five rounds, and in all where it is quick.
         *
         * @return null if it was not asked this time
         */
        <T> T reference(String name, String remark, Callable<T> asked) throws Exception {
            if (name.equals("plain SQL") && without.contains("sql")) {
                return null;
            }
            var found = against.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
            if (found == null) {
                against.add(found = new Against(name, new NationTimes(), remark));
            }
            var times = found.times();
            if (!warm && asks.merge(name, 1, Integer::sum) > 1 || times.runs() >= REFERENCES && times.median() > QUICK) {
                return null;
            }
            var begun = System.nanoTime();
            var answer = asked.call();
            if (warm) {
                times.add(System.nanoTime() - begun);
            }
            return answer;
        }
    }

    /** Rounds after a warm-up; the row says what they gave. */
    Timing measure(String what, String bar, Round round) throws Exception {
        var timing = new Timing();
        for (var run = 0; run < WARM_UPS; run++) {
            round.on(run, timing);
        }
        timing.warm = true;
        for (var run = 0; run < runs && (run < 5 || timing.server.median() < LONG) && (run < 2 || timing.server.median() < HOPELESS); run++) {
            round.on(WARM_UPS + run, timing);
        }
        row(what, bar, timing.server.toString(), timing.http + ", " + timing.http.runs() + " runs", ratios(timing));
        return timing;
    }

    private static String ratios(Timing timing) {
        var text = new StringBuilder();
        for (var one : timing.against) {
            var ratio = one.times().median() / timing.server.median();
            text.append(text.isEmpty() ? "" : "; ")
                    .append(one.name())
                    .append(' ')
                    .append(NationTimes.ms(one.times().median()))
                    .append(String.format(Locale.ROOT, " = %.3g ×", ratio))
                    .append(one.remark());
        }
        return text.isEmpty() ? "–" : text.toString();
    }

    void row(String what, String bar, String server, String http, String ratios) {
        System.out.printf("%-62s %-22s %-26s %s%n", what, server, http, ratios);
        rows.add("| " + String.join(" | ", what, bar, server, http, ratios, command) + " |");
    }

    void print() {
        System.out.println();
        System.out.println("| what | bar at 100 % | ms by the application's clock: median (p95) | over HTTP | references, median ms = times as long as ours | `bench/nation measure` |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        rows.forEach(System.out::println);
    }

    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).strip();
    }
}

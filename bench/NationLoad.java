import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Officers of provinces and secretaries of cells, each with a session, reading and recording with some thought between steps. How many at once
 * until the slowest of a hundred waits half a second; and without thought, how much of what the bare statements do. Nothing may fail, nothing
 * that was accepted may be missing. The visitors run on the same processors.
 */
final class NationLoad {

    private static final int SECRETARIES = 900;
    private static final double BAR = 500;

    private final Connection connection;
    private final NationStore store;
    private final NationReport report;
    private final String base;
    private final Map<String, String> options;
    private final String marker = "bench " + System.currentTimeMillis();
    private final List<String[]> cells = new ArrayList<>();
    private final List<NationSession.Province> officers = new ArrayList<>();
    private final List<NationVisitor> visitors = new ArrayList<>();
    private int accepted;

    NationLoad(Connection connection, NationStore store, NationReport report, String base, Map<String, String> options) {
        this.connection = connection;
        this.store = store;
        this.report = report;
        this.base = base;
        this.options = options;
    }

    void run() throws Exception {
        accounts();
        var wanted = Integer.parseInt(options.getOrDefault("sessions", "200"));
        var thought = Double.parseDouble(options.getOrDefault("thought", "5"));
        var seconds = Integer.parseInt(options.getOrDefault("seconds", "30"));
        var first = round(wanted, thought, seconds, "pages under load: " + wanted + " sessions, " + thought + " s of thought", "p99 ≤ 500 ms, no error");
        var good = first ? wanted : 0;
        var bad = first ? 0 : wanted;
        for (var tries = 0; tries < 4 && (bad == 0 || bad - good > Math.max(20, good / 10)); tries++) {
            var next = bad == 0 ? Math.min(SECRETARIES, good * 2) : (good + bad) / 2 / 10 * 10;
            if (next == good || next < 10) {
                break;
            }
            if (round(next, thought, seconds, "the same, " + next + " sessions", "–")) {
                good = next;
            } else {
                bad = next;
            }
        }
        report.row("most sessions at which p99 ≤ 500 ms held", "stated", "–", good + (bad == 0 ? " (more were not tried)" : ", not at " + bad), "–");
        var rate = saturated(seconds);
        var bare = new NationPgbench(connection, store, cells).run(seconds);
        report.row("steps a second without thought, 16 sessions", "as a ratio", "–", String.format(Locale.ROOT, "%.0f/s", rate), bare == 0
                ? "pgbench could not run"
                : String.format(Locale.ROOT, "bare statements by pgbench, the same mix: %.0f/s = %.1f × ours", bare, bare / rate));
        nothingLost();
    }

    private void accounts() throws Exception {
        if (NationStore.answers(connection, "select 1 from access.account where login = 'chibo.1'").isEmpty()) {
            var rows = new NationRows();
            var hash = NationStore.answers(connection, "select c.hash from access.credential c join access.account a using (account_id) where a.login = 'tochuc.tw'").get(0);
            var number = 0;
            for (var cell : NationStore.answers(connection, """
                    select unit_id from (select distinct b.unit_id from membership.belonging b join organisation.unit_state s using (unit_id)
                        where b.superseded_at = 'infinity' and b.until_day = 'infinity' and s.superseded_at = 'infinity' and s.until_day = 'infinity'
                          and b.register_id <= 64) as cell
                     order by md5(unit_id::text) limit %d
                    """.formatted(SECRETARIES))) {
                number++;
                Nation.account(rows, 1_000 + number, "chibo." + number, "cell-secretary", Integer.parseInt(cell), hash);
            }
            rows.send(connection);
            connection.commit();
        }
        for (var line : NationStore.answers(connection, """
                select concat_ws(' ', a.login, g.unit_id, (select string_agg(register_id || '-' || member_id, ',') from membership.belonging b
                           where b.unit_id = g.unit_id and b.superseded_at = 'infinity' and b.until_day = 'infinity'))
                  from access.account a join access.granted g using (account_id) where a.login like 'chibo.%' order by a.account_id
                """)) {
            var words = line.split(" ");
            if (words.length == 3) {
                cells.add(words);
            }
        }
        for (var code : List.of("HN", "TH", "NA", "TNG", "PT", "HP", "HCM", "CT")) {
            officers.add(new NationSession.Province(code, NationWorld.id(connection, code), new NationWriter(connection, null, code)));
        }
        connection.commit();
    }

    // --- sessions

    private boolean isOfficer(int number) {
        return number % 10 == 0;
    }

    /** Signs in as many more as are wanted; who is signed in stays. */
    private void visitors(int wanted) throws Exception {
        for (var number = visitors.size(); number < wanted; number++) {
            var of = officers.get(number / 10 % officers.size());
            visitors.add(new NationVisitor(base, isOfficer(number) ? "tochuc." + of.province().toLowerCase(Locale.ROOT) : cells.get(number % cells.size())[0]));
        }
    }

    private record Heard(NationTimes times, Map<String, NationTimes> each, int errors, String why, double seconds) {}

    /** @param warm seconds that are not counted */
    private Heard hear(int wanted, double thought, int warm, int seconds) throws Exception {
        visitors(wanted);
        var begin = System.nanoTime() + warm * 1_000_000_000L;
        var done = new CountDownLatch(wanted);
        var sessions = new ArrayList<NationSession>();
        for (var number = 0; number < wanted; number++) {
            var session = new NationSession(visitors.get(number), number, thought, begin, begin + seconds * 1_000_000_000L, done);
            if (isOfficer(number)) {
                session.isOfficer(officers.get(number / 10 % officers.size()), marker);
            } else {
                session.isSecretary(cells.get(number % cells.size()), marker);
            }
            sessions.add(session);
            var thread = new Thread(session, "session-" + number);
            thread.setDaemon(true);
            thread.start();
        }
        done.await();
        var times = new NationTimes();
        var each = new java.util.TreeMap<String, NationTimes>();
        sessions.forEach(session -> {
            times.addAll(session.times);
            session.each.forEach((what, some) -> each.computeIfAbsent(what, any -> new NationTimes()).addAll(some));
        });
        accepted += sessions.stream().mapToInt(session -> session.accepted).sum();
        return new Heard(
                times,
                each,
                sessions.stream().mapToInt(session -> session.errors).sum(),
                sessions.stream().map(session -> session.why).filter(why -> !why.isEmpty()).findFirst().orElse(""),
                seconds);
    }

    /** @return whether the bar held */
    private boolean round(int wanted, double thought, int seconds, String what, String bar) throws Exception {
        var heard = hear(wanted, thought, Math.min(10, seconds / 3), seconds);
        var times = heard.times();
        report.row(what, bar, "–", String.format(Locale.ROOT, "p50 %s, p95 %s, p99 %s, longest %s; %.1f steps/s, %d errors", NationTimes.ms(times.median()),
                NationTimes.ms(times.p95()), NationTimes.ms(times.at(0.99)), NationTimes.ms(times.at(1)), times.runs() / heard.seconds(), heard.errors()), "load "
                + NationReport.load().split(" ")[0]);
        heard.each().forEach((step, some) -> System.out.printf(Locale.ROOT, "    %-28s p50 %s, p99 %s, %d times%n", step, NationTimes.ms(some.median()),
                NationTimes.ms(some.at(0.99)), some.runs()));
        if (heard.errors() > 0) {
            report.wrong("errors under load, such as " + heard.why());
        }
        return heard.errors() == 0 && times.at(0.99) <= BAR;
    }

    private double saturated(int seconds) throws Exception {
        var heard = hear(16, 0, 5, Math.min(20, seconds));
        if (heard.errors() > 0) {
            report.wrong("errors without thought, such as " + heard.why());
        }
        return heard.times().runs() / heard.seconds();
    }

    /** Every report and every death that was accepted is in the database. */
    private void nothingLost() throws SQLException {
        var there = NationWorld.number(connection, """
                select (select count(*) from membership.report where words = '{m}')
                     + (select count(*) from membership.movement where decision_no = '{m}' and superseded_at = 'infinity')
                """.replace("{m}", marker));
        connection.commit();
        if (there != accepted) {
            report.wrong("accepted " + accepted + " records, there are " + there);
        }
        report.row("records accepted under load and found afterwards", "nothing lost", "–", accepted + " and " + there, "–");
    }
}

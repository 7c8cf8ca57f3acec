import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/** One who works on the pages: a step, some thought, the next step. Two of six steps record something: the form, and sending it. */
final class NationSession implements Runnable {

    /** @param unit its number in addresses */
    record Province(String province, long unit, NationWriter members) {}

    private static final List<String> NAMES = List.of("huong giang", "tuan anh", "thi lan", "quoc khanh", "nong duc", "minh chau");

    final NationTimes times = new NationTimes();
    /** By what was done. */
    final Map<String, NationTimes> each = new TreeMap<>();
    int errors;
    int accepted;
    String why = "";

    private final NationVisitor visitor;
    private final int number;
    private final double thought;
    private final long begin;
    private final long end;
    private final CountDownLatch done;
    private Province officer;
    private String[] cell;
    private String marker;
    private String form;
    private String key;

    /** @param begin in nanoseconds; steps before it are not counted */
    NationSession(NationVisitor visitor, int number, double thought, long begin, long end, CountDownLatch done) {
        this.visitor = visitor;
        this.number = number;
        this.thought = thought;
        this.begin = begin;
        this.end = end;
        this.done = done;
    }

    void isOfficer(Province of, String marks) {
        officer = of;
        marker = marks;
    }

    /** @param of login, unit, members joined by commas */
    void isSecretary(String[] of, String marks) {
        cell = of;
        marker = marks;
    }

    @Override
    public void run() {
        try {
            sleep(thought * ThreadLocalRandom.current().nextDouble());
            for (var step = number; System.nanoTime() < end; step++) {
                var sent = System.nanoTime();
                var what = "?";
                try {
                    what = officer == null ? secretary(step) : officer(step);
                } catch (Exception e) {
                    errors++;
                    why = e.toString();
                }
                if (sent >= begin) {
                    times.add(System.nanoTime() - sent);
                    each.computeIfAbsent(what, any -> new NationTimes()).add(System.nanoTime() - sent);
                }
                sleep(thought * (0.5 + ThreadLocalRandom.current().nextDouble()));
            }
        } catch (InterruptedException e) {
            errors++;
        } finally {
            done.countDown();
        }
    }

    private static void sleep(double seconds) throws InterruptedException {
        Thread.sleep(Math.round(seconds * 1_000));
    }

    /** @return what was done */
    private String secretary(int step) throws Exception {
        var members = cell[2].split(",");
        var member = members[step / 6 % members.length];
        return switch (step % 6) {
            case 0 -> read("cell's start page", "/");
            case 1 -> read("cell's list of members", "/members?unit=" + cell[1]);
            case 2 -> read("a member's file", "/members/" + member);
            case 3 -> read("cell's page", "/units/" + cell[1]);
            case 4 -> open("form of a report", "/changes/new?member=" + member);
            // not told twice of the same day
            default -> send("sending a report", Map.of("kind", "OTHER", "words", marker, "day",
                    java.time.LocalDate.of(2026, 11, 20).minusDays(ThreadLocalRandom.current().nextInt(300)).toString()));
        };
    }

    private String officer(int step) throws Exception {
        return switch (step % 6) {
            case 0 -> read("officer's start page", "/");
            case 1 -> read("officer's search", "/members?q=" + NationVisitor.encoded(NAMES.get(step / 6 % NAMES.size())));
            case 2 -> read("province's page", "/units/" + officer.unit());
            case 3 -> read("province's list of members", "/members?unit=" + officer.unit());
            case 4 -> open("form of a movement", "/members/" + officer.members().next().id() + "/movements/new");
            default -> send("recording a movement",
                    Map.of("kind", "died", "day", "2026-11-12", "decisionDay", "2026-11-12", "decisionNo", marker, "sure", "true"));
        };
    }

    private String read(String what, String path) throws Exception {
        visitor.get(path);
        return what;
    }

    private String open(String what, String path) throws Exception {
        form = path;
        key = visitor.keyOf(path);
        return what;
    }

    /** Nothing if no form is open: in the first round somebody may begin with the last step. */
    private String send(String what, Map<String, String> fields) throws Exception {
        if (key != null) {
            var opened = key;
            key = null;
            NationVisitor.accepted(visitor.send(opened, form, fields), form);
            accepted++;
        }
        return what;
    }
}

package vn.giaoban.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.importing.Comparison.Decision;
import vn.giaoban.importing.Comparison.Kind;
import vn.giaoban.importing.Comparison.State;
import vn.giaoban.importing.sheet.Spreadsheet;
import vn.giaoban.membership.Compared;
import vn.giaoban.membership.Compared.Result;
import vn.giaoban.membership.Compared.Sure;
import vn.giaoban.membership.Compared.Told;
import vn.giaoban.membership.Matching;
import vn.giaoban.membership.MemberId;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.UnitId;

/**
 * Lists of other systems held against the register. The file itself is never kept; what came out is, sealed, for as many days as the rule
 * says. Nothing about members is written.
 */
@Service
public class Comparisons implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Comparisons.class);
    private static final int MOST_LINES = 100_000;

    private final ComparisonRows rows;
    private final Matching matching;
    private final Organisation organisation;
    private final Registers registers;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<Long, Progress> running = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "comparison");
        thread.setDaemon(true);
        return thread;
    });

    Comparisons(
            ComparisonRows rows,
            Matching matching,
            Organisation organisation,
            Registers registers,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.matching = matching;
        this.organisation = organisation;
        this.registers = registers;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Reads a list and starts to compare it with those who belong under a unit on a day.
     *
     * @throws vn.giaoban.importing.sheet.SheetRefusal if the file cannot be read
     * @throws Refusal if it has no headings that are known, or the unit is not the actor's
     */
    public long start(Actor by, UnitId unit, AsOf at, Upload file) {
        matching.check(by, unit);
        var register = organisation.unit(unit, at).register();
        var reader = new OtherList();
        Spreadsheet.read(file.content(), MOST_LINES, reader);
        var told = reader.rows();
        var id = inTransaction(
                () -> rows.add(by, register, unit, at, file.name(), told.size(), clock.instant(), today()));
        var comparison = inTransaction(() -> rows.find(id)).orElseThrow(ImportingRefusal::notFound);
        running.put(id, new Progress(told.size()));
        worker.execute(() -> Acting.as(by, () -> run(by, comparison, told)));
        return id;
    }

    private void run(Actor by, Comparison comparison, List<Told> told) {
        var progress = running.getOrDefault(comparison.id(), new Progress(told.size()));
        try {
            progress.step("comparing", 0);
            var result = matching.match(
                    by, comparison.unit(), new AsOf(comparison.day(), comparison.known()), told, progress::one);
            var lines = lines(result, told);
            progress.step("keeping", told.size() * 2);
            transaction.executeWithoutResult(status -> {
                rows.insert(comparison, lines);
                rows.end(comparison, State.DONE, result.here(), result.pairs().size(), null, clock.instant());
            });
        } catch (Refusal refusal) {
            fail(comparison, refusal.code());
        } catch (Throwable fault) {
            var reference = UUID.randomUUID().toString().substring(0, 8);
            log.error("comparison {} failed, reference {}", comparison.id(), reference, fault);
            fail(comparison, reference);
        } finally {
            running.remove(comparison.id());
        }
    }

    private void fail(Comparison comparison, String why) {
        transaction.executeWithoutResult(status -> rows.end(comparison, State.FAILED, 0, 0, why, clock.instant()));
    }

    private static List<ComparedLine> lines(Result result, List<Told> told) {
        var byRow = new HashMap<Integer, Told>();
        told.forEach(one -> byRow.put(one.row(), one));
        var lines = new ArrayList<ComparedLine>();
        for (var pair : result.pairs()) {
            var kind = pair.sure() == Sure.DOUBTFUL ? Kind.DOUBTFUL : Kind.DIFFERS;
            if (kind == Kind.DOUBTFUL || !pair.differences().isEmpty()) {
                lines.add(line(
                        lines,
                        kind,
                        pair.sure(),
                        pair.row(),
                        pair.member(),
                        there(byRow.get(pair.row())),
                        "",
                        pair.differences()));
            }
        }
        result.onlyThere()
                .forEach(row ->
                        lines.add(line(lines, Kind.ONLY_THERE, null, row, null, there(byRow.get(row)), "", List.of())));
        result.onlyHere()
                .forEach(member -> lines.add(line(lines, Kind.ONLY_HERE, null, null, member, "", "", List.of())));
        result.twiceThere()
                .forEach(twice -> lines.add(line(
                        lines,
                        Kind.TWICE_THERE,
                        null,
                        twice.row(),
                        null,
                        there(byRow.get(twice.row())),
                        Integer.toString(twice.first()),
                        List.of())));
        for (var same : result.twiceHere()) {
            same.stream()
                    .skip(1)
                    .forEach(member -> lines.add(line(
                            lines,
                            Kind.TWICE_HERE,
                            null,
                            null,
                            member,
                            "",
                            same.get(0).toString(),
                            List.of())));
        }
        return lines;
    }

    private static ComparedLine line(
            List<ComparedLine> before,
            Kind kind,
            @Nullable Sure sure,
            @Nullable Integer row,
            @Nullable MemberId member,
            String there,
            String other,
            List<Compared.Difference> differences) {
        return new ComparedLine(before.size() + 1, kind, sure, row, member, there, other, differences, null);
    }

    private static String there(@Nullable Told told) {
        if (told == null) {
            return "";
        }
        var name = Objects.toString(told.name(), "");
        if (told.birth() == null) {
            return name;
        }
        var birth = new ArrayList<>(List.of(told.birth().split("-")));
        Collections.reverse(birth);
        return name + ", " + String.join("/", birth);
    }

    /** Those that the actor may look at, the latest first. */
    public List<Comparison> latest(Actor by, int count) {
        return inTransaction(() -> rows.latest(200)).stream()
                .filter(one -> may(by, one))
                .limit(count)
                .toList();
    }

    /** @throws ImportingRefusal "not found" for what is not there or not theirs */
    public Comparison comparison(Actor by, long id) {
        return inTransaction(() -> rows.find(id)).filter(one -> may(by, one)).orElseThrow(ImportingRefusal::notFound);
    }

    public Optional<Progress> progress(Comparison comparison) {
        return Optional.ofNullable(running.get(comparison.id()));
    }

    /** How many lines of each kind there are, and how many of them are decided. */
    public Map<Kind, int[]> counts(Actor by, long id) {
        var comparison = comparison(by, id);
        return inTransaction(() -> rows.counts(comparison));
    }

    /** Names stay with membership: whoever shows a line has its members named there, which is a recorded read. */
    public List<ComparedLine> lines(Actor by, long id, @Nullable Kind kind, long skipped, int count) {
        var comparison = comparison(by, id);
        return inTransaction(() -> rows.lines(comparison, kind, skipped, count));
    }

    /** What is done about a line; who decided last stands beside it. */
    public void decide(Actor by, long id, int number, @Nullable Decision decision, @Nullable String words) {
        var comparison = comparison(by, id);
        if (decision == null) {
            throw ImportingRefusal.noDecision();
        }
        var said = words == null || words.isBlank() ? null : words.strip();
        var decided = inTransaction(() -> rows.decide(comparison, number, decision, said, by.login(), clock.instant()));
        if (!decided) {
            throw ImportingRefusal.notFound();
        }
    }

    private boolean may(Actor by, Comparison comparison) {
        try {
            matching.check(by, comparison.unit());
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void afterStart() {
        everywhere(() -> rows.lose(clock.instant(), running.keySet()));
    }

    /** What has lain as long as the rule says goes. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void sweep() {
        everywhere(() -> rows.forget(today()));
    }

    private void everywhere(java.util.function.Supplier<Integer> work) {
        var all = registers.all().stream().map(Register::id).collect(Collectors.toSet());
        if (!all.isEmpty()) {
            Acting.as(Actor.system(all), () -> transaction.execute(status -> work.get()));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Days.ZONE);
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}

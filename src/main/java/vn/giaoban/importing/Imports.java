package vn.giaoban.importing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.importing.Checking.Checked;
import vn.giaoban.importing.sheet.Line;
import vn.giaoban.importing.sheet.Spreadsheet;
import vn.giaoban.record.Register;
import vn.giaoban.shared.Actor;
import vn.giaoban.ui.Wordings;

/**
 * Spreadsheets in: uploaded, looked at, confirmed. Opens its transactions itself, because reading a file must not hold one and a confirmed
 * job must be seen by others before it runs.
 */
@Service
public class Imports {

    private final Doors doors;
    private final Jobs jobs;
    private final Uploads uploads;
    private final Checking checking;
    private final Runner runner;
    private final Wordings wordings;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ImportMeters meters;

    Imports(
            Doors doors,
            Jobs jobs,
            Uploads uploads,
            Checking checking,
            Runner runner,
            Wordings wordings,
            Clock clock,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.doors = doors;
        this.jobs = jobs;
        this.uploads = uploads;
        this.checking = checking;
        this.runner = runner;
        this.wordings = wordings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.meters = new ImportMeters(meters);
    }

    /**
     * Reads and checks a file. Nothing is recorded; what was read is kept, sealed, until it is confirmed or a week old.
     *
     * @throws vn.giaoban.importing.sheet.SheetRefusal if the file cannot be read at all
     * @throws ImportingRefusal if there is no such register, or it is not theirs to import into
     */
    public Import upload(Actor by, String register, ImportKind kind, Upload file) {
        var into = doors.open(by, register, kind);
        var keeper = uploads.keeper();
        var checked = checking.check(
                by,
                into,
                kind,
                telling(),
                sink -> Spreadsheet.read(file.content(), kind.mostLines(), line -> {
                    keeper.accept(line);
                    sink.accept(line);
                }));
        var id = inTransaction(() -> {
            var job = find(jobs.add(by, into.id(), kind, file.name(), clock.instant()));
            keeper.store(job);
            store(job, checked);
            return job.id();
        });
        var found = job(by, id);
        meters.previewed(found);
        return found;
    }

    private void store(Import job, Checked checked) {
        jobs.found(job, checked.rows(), checked.problems());
        uploads.store(job, checked.found());
    }

    /** @throws ImportingRefusal "not found" for what is not there or not theirs */
    public Import job(Actor by, long id) {
        var job = inTransaction(() -> jobs.find(id)).orElseThrow(ImportingRefusal::notFound);
        if (!doors.may(by, job)) {
            throw ImportingRefusal.notFound();
        }
        return runner.progress(job).isPresent() ? job.running() : job;
    }

    /** How far it is, while it runs. */
    public Optional<Progress> progress(Import job) {
        return runner.progress(job);
    }

    public Found found(Actor by, long id) {
        var job = job(by, id);
        return inTransaction(() -> uploads.found(job));
    }

    /**
     * Starts to record it, all or nothing; the job says how it goes. Checked once more, because the registers may have changed.
     *
     * @throws ImportingRefusal if it has problems, or is not waiting (any more)
     */
    public void confirm(Actor by, long id) {
        var job = job(by, id);
        if (job.state() != ImportState.PREVIEWED) {
            throw ImportingRefusal.notWaiting(job.state());
        }
        if (!job.mayBeConfirmed()) {
            throw ImportingRefusal.hasProblems(job.problems());
        }
        var register = doors.register(job);
        var mine = inTransaction(() -> uploads.headings(job).isPresent()
                && jobs.move(job, ImportState.PREVIEWED, ImportState.RUNNING, clock.instant(), null));
        if (!mine) {
            throw ImportingRefusal.notWaiting(ImportState.RUNNING);
        }
        runner.start(by, job, register, telling());
    }

    /** Uploads into the registers that are theirs, newest first. */
    public List<Import> recent(Actor by, int count) {
        return doors.of(by).stream()
                .flatMap(register -> inTransaction(() -> jobs.of(register.id(), 0, count)).stream())
                .filter(job -> doors.may(by, job))
                .sorted(Comparator.comparing(Import::uploadedAt).reversed())
                .limit(count)
                .toList();
    }

    public List<Register> registers(Actor by) {
        return doors.of(by);
    }

    public Register register(Import job) {
        return doors.register(job);
    }

    /** The headings of a file and what each is matched with. */
    public Optional<Sample> sample(Actor by, long id, int from, int count) {
        var job = mine(by, id);
        return inTransaction(() -> uploads.headings(job).map(line -> {
            var matched = Headings.match(
                    job.kind(), line, jobs.headings(job.register(), job.kind()), new Findings((code, any) -> code));
            return Sample.of(job.kind(), matched, uploads.lines(job, from, count));
        }));
    }

    /** Every line of a file as it came, the headings first; for the list of faults. */
    public void lines(Actor by, long id, Consumer<Line> sink) {
        var job = mine(by, id);
        transaction.executeWithoutResult(status -> uploads.lines(job, sink));
    }

    /**
     * Says what foreign headings mean, for this file and the next ones of its register, and checks again.
     *
     * @param chosen from headings to codes of columns; {@code -} leaves a column out, an empty code goes back to the headings themselves
     */
    public Import match(Actor by, long id, Map<String, String> chosen) {
        var job = mine(by, id);
        if (job.state() != ImportState.PREVIEWED) {
            throw ImportingRefusal.notWaiting(job.state());
        }
        var register = doors.register(job);
        transaction.executeWithoutResult(status -> known(job.kind(), chosen)
                .forEach((heading, column) -> jobs.saveHeading(job.register(), job.kind(), heading, column)));
        var checked = checking.check(
                by,
                register,
                job.kind(),
                telling(),
                sink -> transaction.executeWithoutResult(status -> uploads.lines(job, sink)));
        transaction.executeWithoutResult(status -> store(job, checked));
        return job(by, id);
    }

    private static Map<String, String> known(ImportKind kind, Map<String, String> chosen) {
        Map<String, String> known = new HashMap<>();
        chosen.forEach((heading, column) -> {
            var folded = Headings.folded(heading);
            var isKnown = column.isEmpty()
                    || column.equals(Headings.IGNORED)
                    || kind.columns().stream().anyMatch(one -> one.code().equals(column));
            if (isKnown && !folded.isEmpty() && folded.length() <= 200) {
                known.put(folded, column);
            }
        });
        return known;
    }

    /** What a file holds of people is shown to whoever sent it, and to nobody else. */
    private Import mine(Actor by, long id) {
        var job = job(by, id);
        if (job.account() != by.account()) {
            throw ImportingRefusal.notFound();
        }
        return job;
    }

    private Import find(long id) {
        return jobs.find(id).orElseThrow(ImportingRefusal::notFound);
    }

    private Telling telling() {
        return wordings.current()::text;
    }

    private <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}

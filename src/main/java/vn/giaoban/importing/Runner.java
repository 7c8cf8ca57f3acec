package vn.giaoban.importing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.importing.Receiver.Rows;
import vn.giaoban.membership.FileSoFar;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.record.Register;
import vn.giaoban.record.Statistics;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusal;

/**
 * Carries confirmed imports out, one after the other. What an import records and that it is done are one transaction: whoever kills the
 * program finds all of it or nothing.
 */
@Component
class Runner implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Runner.class);
    private static final int GRACE_SECONDS = 20;

    private final Jobs jobs;
    private final Uploads uploads;
    private final Checking checking;
    private final Entries entries;
    private final Statistics statistics;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ImportMeters meters;
    private final Map<Long, Progress> running = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "import");
        thread.setDaemon(true);
        return thread;
    });

    Runner(
            Jobs jobs,
            Uploads uploads,
            Checking checking,
            Entries entries,
            Statistics statistics,
            Clock clock,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.checking = checking;
        this.entries = entries;
        this.statistics = statistics;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.meters = new ImportMeters(meters);
    }

    Optional<Progress> progress(Import job) {
        return Optional.ofNullable(running.get(job.id()));
    }

    /** Only for a job that was moved to RUNNING by the caller. */
    void start(Actor by, Import job, Register register, Telling telling) {
        running.put(job.id(), new Progress(job.rows()));
        worker.execute(() -> Acting.as(by, () -> run(by, job, register, telling)));
    }

    private void run(Actor by, Import job, Register register, Telling telling) {
        var since = System.nanoTime();
        var outcome = ImportMeters.REFUSED;
        try {
            var findings = new Findings(telling);
            if (record(by, job, register, findings)) {
                // Others may still be about to commit rows of an earlier instant: only now is the instant complete.
                // It may have carried people of other registers.
                entries.fix(Stream.concat(Stream.of(register.id()), by.registers().stream())
                        .toList());
                if (job.rows() > Statistics.MANY) {
                    statistics.refresh();
                }
                outcome = ImportMeters.DONE;
            } else {
                refuse(job, byRow(by, job, register, telling, findings), telling.say("importing.changed-since"));
            }
        } catch (Refusal refusal) {
            refuse(job, null, telling.say(refusal));
        } catch (Throwable fault) {
            var reference = UUID.randomUUID().toString().substring(0, 8);
            outcome = ImportMeters.FAULT;
            log.error("import {} failed, reference {}", job.id(), reference, fault);
            refuse(job, null, telling.say("importing.fault", reference));
        } finally {
            running.remove(job.id());
            meters.ended(job, outcome, System.nanoTime() - since);
        }
    }

    /** False if something is wrong by now; then nothing was recorded. */
    private boolean record(Actor by, Import job, Register register, Findings findings) {
        var progress = running.getOrDefault(job.id(), new Progress(job.rows()));
        var recorded = transaction.execute(status -> {
            progress.step("reading", 0);
            var soFar = new FileSoFar();
            var reader = new RowReader(job.kind(), jobs.headings(register.id(), job.kind()), findings, rows -> {
                if (findings.none()) {
                    progress.step("recording", progress.done());
                    checking.receiver(job.kind())
                            .record(
                                    by,
                                    entry(by, job, register),
                                    register,
                                    new Rows(job.kind(), rows, soFar),
                                    findings);
                    progress.step("reading", rows.get(rows.size() - 1).number() * 3);
                }
            });
            uploads.lines(job, line -> {
                reader.accept(line);
                progress.one();
            });
            reader.end();
            if (findings.none()) {
                progress.step("committing", job.rows() * 3);
                uploads.forget(job);
                if (jobs.done(job, entry(by, job, register).at(), now())) {
                    return true;
                }
            }
            status.setRollbackOnly();
            return false;
        });
        return Boolean.TRUE.equals(recorded);
    }

    /** The same one for all pieces, because they are recorded in one transaction. */
    private Entry entry(Actor by, Import job, Register register) {
        return entries.begin(
                by, Set.of(register.id()), "importing." + job.kind().code(), job.fileName());
    }

    /** What was refused while it was being recorded may not say in which row: the check does. */
    private Findings byRow(Actor by, Import job, Register register, Telling telling, Findings refused) {
        var again = new Findings(telling);
        var reader =
                checking.reader(by, register, job.kind(), checking.saved(register, job.kind()), again, new HashMap<>());
        transaction.executeWithoutResult(status -> uploads.lines(job, reader));
        reader.end();
        return again.none() ? refused : again;
    }

    private void refuse(Import job, @Nullable Findings findings, String why) {
        transaction.executeWithoutResult(status -> {
            jobs.move(job, ImportState.RUNNING, ImportState.REFUSED, now(), why);
            if (findings != null) {
                var before = uploads.found(job);
                jobs.found(job, job.rows(), findings.count());
                uploads.store(job, new Found(findings.problems(), findings.notes(), before.counts()));
            }
        });
    }

    private Instant now() {
        return clock.instant();
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }
}

package vn.giaoban.importing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What is measured of imports: how many ended how, how long they took, and how many rows came in. Says nothing of whose. */
final class ImportMeters {

    /** Everything was recorded. */
    static final String DONE = "done";
    /** Nothing was: the rows no longer fit what the registers hold. */
    static final String REFUSED = "refused";
    /** Nothing was, and it is our fault or the database's. */
    static final String FAULT = "fault";

    private final MeterRegistry meters;

    ImportMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void ended(Import job, String outcome, long nanoseconds) {
        var kind = job.kind().code();
        Timer.builder("giaoban.imports")
                .description("Confirmed imports, from their start to their end")
                .tag("kind", kind)
                .tag("outcome", outcome)
                .register(meters)
                .record(nanoseconds, TimeUnit.NANOSECONDS);
        if (outcome.equals(DONE)) {
            Counter.builder("giaoban.imports.rows")
                    .description("Rows of files that were recorded")
                    .tag("kind", kind)
                    .register(meters)
                    .increment(job.rows());
        }
    }

    /** A file that was looked at. What it would do is no secret here, whether it may be confirmed is all that is counted. */
    void previewed(Import job) {
        Counter.builder("giaoban.imports.previewed")
                .description("Files that were read and checked")
                .tag("kind", job.kind().code())
                .tag("outcome", job.mayBeConfirmed() ? "sound" : REFUSED)
                .register(meters)
                .increment();
    }
}

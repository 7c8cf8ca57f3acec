package vn.giaoban.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestClock;
import vn.giaoban.figures.Figures;
import vn.giaoban.importing.Import;
import vn.giaoban.importing.ImportKind;
import vn.giaoban.importing.ImportState;
import vn.giaoban.importing.Imports;
import vn.giaoban.importing.Upload;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.RegisterId;

/** As {@link FiguresRecountTest}, with every file uploaded, previewed and confirmed as an office would, and known at its instant. */
@CommittingTest(freshForEachMethod = true)
class ImportsRecountTest {

    @Autowired
    Entries entries;

    @Autowired
    Registers registers;

    @Autowired
    Imports imports;

    @Autowired
    Figures figures;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    /** Two, or with {@code -Drecount.imports=100-120} more. */
    static LongStream seeds() {
        var range = System.getProperty("recount.imports", "31-32").split("-");
        return LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[1]));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFigure(long seed) {
        var told = RandomHistory.of(seed, seed % 2 == 0, 45, true);
        var refused = new ArrayList<String>();
        var imported = imported(told, refused);
        var differences = new Differences(imported, figures);
        differences.write("imports-" + seed);
        differences.ask(new Random(seed), 5, 12);
        assertThat(differences.found().stream().limit(40)).isEmpty();
        assertThat(refused).isEmpty();
        assertThat(differences.compared()).isGreaterThan(500);
    }

    /** What was recorded, each file at the instant that its import names; up to the first that was refused. */
    private History imported(History told, List<String> refused) {
        clock.set(told.batches().get(0).at().minusSeconds(5));
        for (var register : told.registers()) {
            Acting.as(
                    Loading.system(),
                    () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                        var id = registers.next();
                        var entry = entries.begin(Loading.system(), Set.<RegisterId>of(id), "test", null);
                        registers.create(entry, id, register.code(), "Sổ " + register.code(), register.firstDay());
                    }));
        }
        var recorded = new History(told.registers(), List.of());
        for (var batch : told.batches()) {
            clock.set(batch.at());
            var job = Acting.as(Loading.system(), () -> imported(batch));
            if (job.state() != ImportState.DONE) {
                refused.add(batch + " " + job + " "
                        + Acting.as(Loading.system(), () -> imports.found(Loading.system(), job.id())));
                return recorded;
            }
            recorded = recorded.plus(batch.at(job.recordedAt()));
        }
        return recorded;
    }

    private Import imported(History.Batch batch) {
        var kind = ImportKind.valueOf(batch.file().name());
        var file = new Upload("tep.csv", batch.csv().getBytes(StandardCharsets.UTF_8));
        var job = imports.upload(Loading.system(), batch.register(), kind, file);
        if (!job.mayBeConfirmed()) {
            return job;
        }
        imports.confirm(Loading.system(), job.id());
        for (job = imports.job(Loading.system(), job.id()); job.state() == ImportState.RUNNING; ) {
            java.util.concurrent.locks.LockSupport.parkNanos(3_000_000);
            job = imports.job(Loading.system(), job.id());
        }
        return job;
    }
}

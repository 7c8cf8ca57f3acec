package vn.giaoban.recount;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import vn.giaoban.CommittingTest;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.PartFold;
import vn.giaoban.membership.Intake;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;

/**
 * Every figure of random units, periods, structures and instants against the recount, over random histories. What differs is in the
 * message, the history in {@code target/recount}.
 */
@CommittingTest(freshForEachMethod = true)
class FiguresRecountTest {

    @Autowired
    Entries entries;

    @Autowired
    Registers registers;

    @Autowired
    UnitEvents events;

    @Autowired
    Figures figures;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Intake intake;

    @Autowired
    PartFold fold;

    @Autowired
    MeterRegistry meters;

    static LongStream seeds() {
        return Seeds.or("21-22");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFigure(long seed) {
        var refused = new ArrayList<String>();
        var loaded = new Loading(entries, registers, events, new TakingIn(entries, intake), transactions)
                .load(
                        RandomHistory.of(seed, seed % 2 == 0, 45),
                        (batch, refusal) -> refused.add(batch + " " + refusal));
        var instants = new Random(seed);
        var before = meters.counter("giaoban.figures.parts").count();
        var differences = new Differences(loaded, new ModuleAnswers(figures), asked -> {
            var known = loaded.batches().stream()
                    .map(History.Batch::at)
                    .filter(at -> !at.isAfter(asked.known()))
                    .toList();
            // twice: made as of then, and brought on from there
            fold.fold(asked.until().minusDays(1), known.get(instants.nextInt(known.size())));
            fold.fold(asked.until().minusDays(1), known.get(instants.nextInt(known.size())));
        });
        differences.write("seed-" + seed);
        differences.ask(new Random(seed), 5, 12);
        assertThat(differences.found().stream().limit(40)).isEmpty();
        assertThat(refused).isEmpty();
        assertThat(differences.compared()).isGreaterThan(500);
        assertThat(meters.counter("giaoban.figures.parts").count() - before).isGreaterThan(30);
    }
}

package vn.giaoban.recount;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestClock;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.SumCheck;
import vn.giaoban.figures.SumFold;
import vn.giaoban.membership.Intake;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;

/**
 * The same as {@link FiguresRecountTest} for whole months, with sums by month used however small a unit is, and folded at random moments
 * while the history is recorded: before it, in the middle of structures that change, long before the last entry. In the end the sums that
 * grew are those that are made at once.
 */
@CommittingTest(freshForEachMethod = true)
@TestPropertySource(properties = {"giaoban.sums.from-units=0", "giaoban.figures.few-units=0"})
class SumsRecountTest {

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
    SumFold fold;

    @Autowired
    SumCheck sums;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestClock clock;

    @Autowired
    MeterRegistry meters;

    static LongStream seeds() {
        return Seeds.or("21-22");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFigure(long seed) {
        var random = new Random(seed);
        var answeredBefore = answeredFromSums();
        var refused = new ArrayList<String>();
        var loaded = new Loading(entries, registers, events, new TakingIn(entries, intake), transactions)
                .before(batch -> {
                    clock.set(batch.at().minus(Duration.ofHours(random.nextInt(40))));
                    if (random.nextInt(3) == 0) {
                        fold.fold();
                    }
                })
                .load(
                        RandomHistory.of(seed, seed % 2 == 0, 45),
                        (batch, refusal) -> refused.add(batch + " " + refusal));
        assertThat(refused).isEmpty();
        clock.set(
                random.nextBoolean()
                        ? TestClock.START
                        : loaded.batches().get(loaded.batches().size() - 1).at());
        if (random.nextBoolean()) {
            fold.fold();
        }
        var differences = new Differences(loaded, new ModuleAnswers(figures)).inWholeMonths();
        differences.write("sums-" + seed);
        differences.ask(random, 1, 15);
        assertThat(differences.found().stream().limit(40)).isEmpty();
        assertThat(differences.compared()).isGreaterThan(300);
        fold.fold();
        differences.ask(random, 1, 15);
        differences.ask(random, 4, 6);
        assertThat(differences.found().stream().limit(40)).isEmpty();
        assertThat(answeredFromSums() - answeredBefore).isGreaterThan(12);
        var check = sums.check(1_000);
        assertThat(check.months()).isGreaterThan(5);
        assertThat(check.differences()).isEmpty();
        sql.sql(
                        "update figures.month_sum set tally[1] = tally[1] + 1 where layer = 2 and month = (select max(month) from figures.month_sum)")
                .update();
        assertThat(sums.check(1).differences()).isNotEmpty();
    }

    private double answeredFromSums() {
        return meters.counter("giaoban.counts", "kind", "sums").count();
    }
}

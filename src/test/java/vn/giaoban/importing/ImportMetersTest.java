package vn.giaoban.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.CommittingTest;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;

@CommittingTest(freshForEachMethod = true)
class ImportMetersTest {

    @Autowired
    ImportFixture fixture;

    @Autowired
    Entries entries;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MeterRegistry meters;

    Actor by = Actor.system(Set.of());

    @BeforeEach
    void aProvince() {
        by = fixture.province(1, "VD");
    }

    @Test
    void importsAreCountedWithTheirRowsAndHowTheyEnded() {
        var rows = counted("giaoban.imports.rows", "kind", "units");
        var sound = counted("giaoban.imports.previewed", "kind", "units", "outcome", "sound");
        var refused = counted("giaoban.imports.previewed", "kind", "units", "outcome", "refused");

        var csv = ImportFixture.example("1-units.csv");
        fixture.load(by, "VD", "units", csv);
        assertThat(counted("giaoban.imports.rows", "kind", "units") - rows)
                .isEqualTo(csv.lines().filter(line -> !line.isBlank()).count() - 1);
        assertThat(counted("giaoban.imports.previewed", "kind", "units", "outcome", "sound") - sound)
                .isEqualTo(1);
        var timer = meters.get("giaoban.imports")
                .tags("kind", "units", "outcome", "done")
                .timer();
        assertThat(timer.count()).isPositive();
        assertThat(timer.totalTime(java.util.concurrent.TimeUnit.SECONDS)).isPositive();

        fixture.preview(by, "VD", "units", csv); // all of it is there already
        assertThat(counted("giaoban.imports.previewed", "kind", "units", "outcome", "refused") - refused)
                .isEqualTo(1);
    }

    @Test
    void anEntryIsCountedWhenItIsCommitted() {
        var before = counted("giaoban.entries");
        entry(true);
        assertThat(counted("giaoban.entries") - before).isZero();
        entry(false);
        assertThat(counted("giaoban.entries") - before).isEqualTo(1);
    }

    private void entry(boolean takenBack) {
        Acting.as(
                by,
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    var one = entries.begin(by, by.registers(), "test", null);
                    assertThat(entries.begin(by, by.registers(), "test", null)).isEqualTo(one);
                    if (takenBack) {
                        status.setRollbackOnly();
                    }
                }));
    }

    private double counted(String name, String... tags) {
        var counter = meters.find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }
}

package vn.giaoban.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What must hold of every figure in every history, whatever counts them. */
class RecountPropertiesTest {

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void tablesCloseAndLinesAddUp(@ForAll long seed) {
        var history = RandomHistory.of(seed, seed % 2 == 0, 45);
        var random = new Random(seed);
        // Before a register has begun there are no figures over it.
        var begun = history.registers().stream()
                .map(History.Register::firstDay)
                .max(LocalDate::compareTo)
                .orElseThrow();
        var batches = history.batches();
        for (int i = 0; i < 3; i++) {
            var k = i == 0
                    ? Instant.MAX
                    : batches.get(batches.size() / 2 + random.nextInt(batches.size() / 2))
                            .at();
            var from = begun.plusDays(random.nextInt(200));
            var until = from.plusDays(1 + random.nextInt(150));
            var recount = new Recount(history, k, until);
            for (var structure : new Structure[] {
                Structure.AS_WAS, Structure.asIs(until), Structure.restated(until.plusDays(random.nextInt(200)))
            }) {
                var units = new ArrayList<>(recount.tree().all());
                Collections.shuffle(units, random);
                for (var unit : units.subList(0, 6)) {
                    check(recount, unit, from, until, structure);
                }
            }
        }
    }

    private static void check(Recount recount, String unit, LocalDate from, LocalDate until, Structure structure) {
        var figures = recount.figures(unit, from, until, structure);
        var what = unit + " [" + from + ", " + until + ") " + structure;
        if (figures.get("admissions").value() == null) {
            assertThat(figures.get("opening").value()).as(what).isNull();
            return;
        }
        assertThat(increase(figures))
                .as("movement of " + what)
                .isEqualTo(n(figures, "closing") - n(figures, "opening"));
        assertThat(n(figures, "members-official") + n(figures, "members-probationary"))
                .as("degrees of " + what)
                .isEqualTo(n(figures, "members"));
        for (var code : new String[] {"transfers-in", "transfers-out", "with-units-in", "with-units-out"}) {
            assertThat(n(figures, code + "-near") + n(figures, code + "-far")).isEqualTo(n(figures, code));
        }
        var own = recount.own(unit, from, until, structure);
        var lines = recount.lines(unit, from, until, structure);
        for (var code : figures.keySet()) {
            boolean adds = !code.startsWith("transfers")
                    && !code.startsWith("with-units")
                    && !code.equals("direct-organisations");
            if (adds && figures.get(code).value() != null) {
                long sum = own.get(code);
                for (var line : lines) {
                    sum += n(line.figures(), code);
                }
                assertThat(sum).as(code + " of " + what).isEqualTo(n(figures, code));
            }
        }
    }

    private static long increase(Map<String, Figure> figures) {
        long in = 0;
        for (var code : new String[] {"admissions", "readmissions", "restored", "transfers-in", "with-units-in"}) {
            in += n(figures, code);
        }
        for (var code : new String[] {
            "transfers-out", "with-units-out", "annulled", "struck-off", "resigned", "expelled", "died"
        }) {
            in -= n(figures, code);
        }
        return in;
    }

    private static long n(Map<String, Figure> figures, String code) {
        return figures.get(code).orZero();
    }
}

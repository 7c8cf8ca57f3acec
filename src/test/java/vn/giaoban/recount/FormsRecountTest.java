package vn.giaoban.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import vn.giaoban.CommittingTest;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.TreeChoice;
import vn.giaoban.membership.Intake;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.reporting.Period;
import vn.giaoban.reporting.forms.FilledForms;
import vn.giaoban.reporting.forms.Forms;
import vn.giaoban.shared.Acting;

/** The rows of the statistical forms against a recount of their own, over random histories, units, periods, structures and instants. */
@CommittingTest(freshForEachMethod = true)
class FormsRecountTest {

    private static final LocalDate LAST = LocalDate.parse("2025-12-01");

    @Autowired
    Entries entries;

    @Autowired
    Registers registers;

    @Autowired
    UnitEvents events;

    @Autowired
    Figures figures;

    @Autowired
    Forms forms;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Intake intake;

    static LongStream seeds() {
        return Seeds.or("23-24");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRow(long seed) {
        var refused = new ArrayList<String>();
        var history = new Loading(entries, registers, events, new TakingIn(entries, intake), transactions)
                .load(
                        RandomHistory.of(seed, seed % 2 == 0, 45),
                        (batch, refusal) -> refused.add(batch + " " + refusal));
        assertThat(refused).isEmpty();
        var random = new Random(seed);
        var known = history.batches().get(history.batches().size() - 1).at();
        var recount = new Recount(history, known, LAST);
        var units = new ArrayList<>(recount.tree().all());
        var found = new ArrayList<String>();
        var rows = new TreeSet<String>();
        for (int n = 0; n < 25; n++) {
            var unit = units.get(n % 3 == 0 ? random.nextInt(Math.min(4, units.size())) : random.nextInt(units.size()));
            var from = Chronicle.FIRST_DAY.plusDays(random.nextInt(400));
            var until = from.plusDays(1 + random.nextInt(250));
            until = until.isAfter(LAST) ? LAST : until;
            var structure = random.nextBoolean() ? Structure.AS_WAS : Structure.asIs(until);
            var period = new Period(Period.Kind.FREE, from, until);
            var filled = Acting.as(
                    Loading.system(),
                    () -> forms.fill(
                            Loading.system(),
                            figures.named(unit),
                            forms.set(period.lastDay()).forms(),
                            period,
                            TreeChoice.of(structure.toString()).orElseThrow(),
                            known));
            var counting = new RecountOfForms(history, known, recount, unit, from, until, structure);
            var asked = unit + " " + from + " " + until + " " + structure;
            counting.counted().forEach((cell, counted) -> {
                rows.add(cell);
                var told = value(filled, cell);
                if (counted == null ? told != null : told == null || told.compareTo(BigDecimal.valueOf(counted)) != 0) {
                    found.add(asked + " " + cell + ": filled " + told + ", counted " + counted);
                }
            });
            if (counting.has("admissions") && !java.util.Objects.equals(counting.meanAge(), value(filled, "2/t9"))) {
                found.add(asked + " mean age: filled " + value(filled, "2/t9") + ", counted " + counting.meanAge());
            }
            filled.forms().stream()
                    .flatMap(form -> form.checks().stream())
                    .filter(check -> Boolean.FALSE.equals(check.holds()))
                    .filter(check -> value(filled, "1/A") != null && value(filled, "1/D") != null)
                    .forEach(check -> found.add(asked + " does not balance: " + check));
        }
        assertThat(found.stream().limit(40)).isEmpty();
        assertThat(rows).hasSizeGreaterThan(75);
    }

    /** Row, or row and column, of a form: {@code 1/B2a}, {@code 5/T:6}. */
    private static BigDecimal value(FilledForms filled, String cell) {
        var form = cell.substring(0, 1);
        var column = cell.contains(":") ? cell.substring(cell.indexOf(':') + 1) : "2";
        var row = cell.substring(2).replaceAll(":.*", "");
        return filled.forms().stream()
                .filter(one -> one.form().code().equals(form))
                .findFirst()
                .orElseThrow()
                .cell(row, column)
                .value();
    }
}

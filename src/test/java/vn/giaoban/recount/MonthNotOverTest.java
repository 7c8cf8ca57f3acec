package vn.giaoban.recount;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestClock;
import vn.giaoban.figures.Figure;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Question;
import vn.giaoban.figures.SumFold;
import vn.giaoban.membership.People;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.shared.Acting;

/** The sums end today; what was recorded for days to come is counted beside them. */
@CommittingTest(freshForEachMethod = true)
@TestPropertySource(properties = "giaoban.sums.from-units=0")
class MonthNotOverTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @Autowired
    People people;

    @Autowired
    Figures figures;

    @Autowired
    SumFold fold;

    @Autowired
    TestClock clock;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void tellsOfDaysToCome() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            people.settle("A1", 4);
            people.settle("A2", 3);
            return true;
        });
        people.at("2026-07-10", () -> {
            people.move("t", "a1-1", "transfer", "2026-07-25", "A1>B1");
            people.move("d", "a1-2", "died", "2026-07-28", "A1>");
            people.know("new");
            people.move("n", "new", "admission", "2026-07-30", ">C1");
            people.move("p", "a2-1", "died", "2026-07-15", "A2>");
            return true;
        });
        clock.set(Instant.parse("2026-07-20T02:00:00Z"));
        fold.fold();
    }

    @Test
    void countsThemOnTheirDay() {
        var before = fromSums();

        assertThat(asked("P", JULY, JULY.plusMonths(1)))
                .containsAllEntriesOf(Map.of("opening", 7, "died", 2, "admissions", 1, "closing", 6));
        assertThat(asked("PA", JULY, JULY.plusMonths(1)))
                .containsAllEntriesOf(Map.of("opening", 7, "died", 2, "transfers-out", 1, "closing", 4));
        assertThat(asked("PB", JULY, JULY.plusMonths(1)))
                .containsAllEntriesOf(Map.of("opening", 0, "transfers-in", 1, "closing", 1));
        assertThat(asked("PB", JULY, JULY.plusDays(24))).containsAllEntriesOf(Map.of("transfers-in", 0, "closing", 0));
        assertThat(asked("TW", JULY.withDayOfYear(1), JULY.plusYears(1)))
                .containsAllEntriesOf(Map.of("opening", 14, "died", 4, "closing", 12));
        assertThat(fromSums() - before).isEqualTo(5);
    }

    @Test
    void followsWhatIsTakenBackWithoutFolding() {
        clock.set(Instant.parse("2026-07-21T14:00:00Z"));
        people.at("2026-07-21", () -> {
            people.withdraw("d");
            return true;
        });
        var before = fromSums();

        assertThat(asked("P", JULY, JULY.plusMonths(1))).containsAllEntriesOf(Map.of("died", 1, "closing", 7));
        assertThat(fromSums() - before).isEqualTo(1);
        assertThat(figuresOf("P", JULY, JULY.plusMonths(1), Instant.parse("2026-07-12T02:00:00Z")))
                .as("as known before")
                .containsAllEntriesOf(Map.of("died", 2, "closing", 6));
    }

    @Test
    void readsTheRowsWhereUnitsChangeToo() {
        clock.set(Instant.parse("2026-07-21T14:00:00Z"));
        people.at("2026-07-21", () -> {
            people.apply((register, p) -> UnitEvent.absorb(register, LocalDate.of(2026, 7, 27), p + "A1", p + "A2"));
            return true;
        });
        fold.fold();
        var before = fromSums();

        assertThat(asked("PA2", JULY, JULY.plusMonths(1))).containsAllEntriesOf(Map.of("opening", 3, "closing", 4));
        assertThat(fromSums()).isEqualTo(before);
    }

    private double fromSums() {
        return meters.counter("giaoban.counts", "kind", "sums").count();
    }

    private Map<String, Integer> asked(String unit, LocalDate from, LocalDate until) {
        return figuresOf(unit, from, until, null);
    }

    private Map<String, Integer> figuresOf(String unit, LocalDate from, LocalDate until, @Nullable Instant known) {
        var question = Question.of(figures.named(unit), from, until)
                .known(known)
                .only(List.of("opening", "admissions", "transfers-in", "transfers-out", "died", "closing"));
        return Acting.as(
                People.SYSTEM,
                () -> figures.read(People.SYSTEM, question).figures().stream()
                        .collect(Collectors.toMap(
                                Figure::code,
                                figure -> Objects.requireNonNull(figure.value()).intValue())));
    }
}

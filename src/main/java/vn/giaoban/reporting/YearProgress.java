package vn.giaoban.reporting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import vn.giaoban.figures.Figure;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Question;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.UnitId;

/**
 * How far the organisations directly under a unit are with admissions this year, and where to look: one question to {@link Figures} for all
 * of them, one statement for each rule.
 */
@Service
public class YearProgress {

    private static final String OVERDUE = "probation-overdue";
    private static final List<String> ASKED = List.of("members", "all-admissions");

    private final Figures figures;
    private final AdmissionPlans plans;
    private final StandingOut standingOut;
    private final Checks checks;

    /** A reading at an instant does not change; it is kept for the very rights it was read with. */
    private final Cache<Asked, Progress> read =
            Caffeine.newBuilder().maximumSize(500).build();

    private record Asked(Actor by, UnitId unit, AsOf at, long entries) {}

    YearProgress(Figures figures, AdmissionPlans plans, StandingOut standingOut, Checks checks) {
        this.figures = figures;
        this.plans = plans;
        this.standingOut = standingOut;
        this.checks = checks;
    }

    /**
     * @param whole the unit itself: its plan is its own, not the sum
     * @param months after which a cell without admission is counted; null where no rule holds on the day
     * @param lines in official order; units without members and admissions have none
     */
    public record Progress(
            LocalDate from, LocalDate day, @Nullable Integer months, Line whole, List<Line> lines) {

        /** Whether anybody has a plan for the year. */
        public boolean planned() {
            return whole.planned() != null || lines.stream().anyMatch(line -> line.planned() != null);
        }
    }

    /**
     * @param planned null where no plan was typed
     * @param share admitted of the plan
     * @param yearAgo admitted in the same days a year ago; null where registers had not begun
     * @param idle cells in which nobody was admitted for so many months
     * @param overdue members whose probation should have been decided on
     */
    public record Line(
            UnitId unit,
            String name,
            @Nullable BigDecimal members,
            @Nullable BigDecimal admitted,
            @Nullable Integer planned,
            @Nullable BigDecimal share,
            @Nullable BigDecimal yearAgo,
            int idle,
            int overdue) {}

    @EventListener(DatabaseReplaced.class)
    void forget() {
        read.invalidateAll();
    }

    /**
     * From the first of January to the day.
     *
     * @throws vn.giaoban.shared.Refusal as {@link Figures#children}
     */
    public Progress of(Actor by, UnitId unit, AsOf at) {
        return read.get(new Asked(by, unit, at, standingOut.entries(at.known())), this::read);
    }

    private Progress read(Asked asked) {
        var by = asked.by();
        var unit = asked.unit();
        var at = asked.at();
        var from = at.day().withDayOfYear(1);
        var question =
                Question.of(unit, from, at.day().plusDays(1)).known(at.known()).only(ASKED);
        var whole = figures.read(by, question);
        var below = figures.children(by, question).lines().stream()
                .filter(line -> !line.own() && Reports.saysSomething(line))
                .toList();
        var units = new ArrayList<UnitId>();
        units.add(unit);
        below.forEach(line -> units.add(line.unit().id()));
        var months = standingOut.monthsWithoutAdmission(at.day());
        var found = new Found(
                plans.of(units, at.day().getYear(), at.known()),
                months == null ? Map.of() : standingOut.cellsWithoutAdmission(by, units, at, months),
                checks.counts(by, OVERDUE, units, at),
                yearAgo(by, question, unit));
        return new Progress(
                from,
                at.day(),
                months,
                found.line(unit, whole.unit().name(), whole.figures()),
                below.stream()
                        .map(line -> found.line(line.unit().id(), line.unit().name(), line.figures()))
                        .toList());
    }

    /** Admitted in the same days a year ago, by unit; nothing where registers had not begun. */
    private Map<UnitId, BigDecimal> yearAgo(Actor by, Question question, UnitId unit) {
        var then = question.during(
                        question.from().minusYears(1), question.until().minusYears(1))
                .only("all-admissions");
        var admitted = new HashMap<UnitId, BigDecimal>();
        try {
            put(admitted, unit, figures.read(by, then).figures());
            figures.children(by, then).lines().stream()
                    .filter(line -> !line.own())
                    .forEach(line -> put(admitted, line.unit().id(), line.figures()));
            return admitted;
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.INVALID) {
                return Map.of();
            }
            throw refusal;
        }
    }

    private static void put(Map<UnitId, BigDecimal> admitted, UnitId unit, List<Figure> figures) {
        var value = figures.get(0).value();
        if (value != null) {
            admitted.put(unit, value);
        }
    }

    private record Found(
            Map<UnitId, AdmissionPlan> plans,
            Map<UnitId, Integer> idle,
            Map<UnitId, Integer> overdue,
            Map<UnitId, BigDecimal> yearAgo) {

        Line line(UnitId unit, String name, List<Figure> counted) {
            var values = new HashMap<String, BigDecimal>();
            counted.stream()
                    .filter(figure -> figure.value() != null)
                    .forEach(figure -> values.put(figure.code(), Objects.requireNonNull(figure.value())));
            var plan = plans.get(unit);
            var planned = plan == null ? null : plan.admissions();
            var admitted = values.get("all-admissions");
            return new Line(
                    unit,
                    name,
                    values.get("members"),
                    admitted,
                    planned,
                    share(admitted, planned),
                    yearAgo.get(unit),
                    idle.getOrDefault(unit, 0),
                    overdue.getOrDefault(unit, 0));
        }

        private static @Nullable BigDecimal share(@Nullable BigDecimal admitted, @Nullable Integer planned) {
            return admitted == null || planned == null || planned == 0
                    ? null
                    : admitted.divide(BigDecimal.valueOf(planned), 6, RoundingMode.HALF_UP);
        }
    }
}

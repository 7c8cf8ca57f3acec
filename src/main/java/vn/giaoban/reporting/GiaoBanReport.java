package vn.giaoban.reporting;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.ChildLines;
import vn.giaoban.figures.Figure;
import vn.giaoban.figures.Indicator;
import vn.giaoban.figures.Reading;
import vn.giaoban.organisation.Unit;
import vn.giaoban.shared.UnitId;

/**
 * The giao ban report of one unit for one period: the same value is shown on the page and written as .docx, .pdf and .xlsx.
 *
 * @param unit as it was on the last day of the period
 * @param superior null for a root
 * @param reading period, structure and instant that every number of it carries
 * @param heads the figures that a conference opens with
 * @param movement opening, what came, what went, closing
 * @param lines one for each unit directly below, in official order, its own last; their figures in the order of {@code lineCodes}
 * @param structure of the members at the end of the period
 * @param series members at the end of each of the last months
 * @param plans the unit first, then those below in official order
 * @param typed numbers of the period that no record yields
 * @param remark the officer's own words
 */
public record GiaoBanReport(
        Unit unit,
        @Nullable Unit superior,
        Period period,
        Reading reading,
        List<Head> heads,
        List<Movement> movement,
        List<String> lineCodes,
        List<Line> lines,
        List<Distribution> structure,
        List<Month> series,
        List<Outstanding> outstanding,
        List<Quality> quality,
        List<PlanLine> plans,
        List<TypedFigures.Sum> typed,
        String remark) {

    /**
     * Admissions from the beginning of the year beside the year's plan. Empty where no plan was typed for the unit or one below it.
     *
     * @param whole the unit itself; its plan is typed, not the sum of those below
     * @param plan null where none was typed
     * @param share reached of the plan
     */
    public record PlanLine(
            UnitId unit,
            String name,
            boolean whole,
            @Nullable AdmissionPlan plan,
            @Nullable BigDecimal reached,
            @Nullable BigDecimal share) {}

    /** A figure beside what it was the period before and a year ago; null where there is no figure. */
    public record Head(
            Figure now,
            @Nullable BigDecimal before,
            @Nullable BigDecimal yearAgo) {

        public @Nullable Long changeSinceBefore() {
            return change(before);
        }

        public @Nullable Long changeInAYear() {
            return change(yearAgo);
        }

        /** A kind of organisation of which there is none, and was none, is no figure of a cell's or a commune's report. */
        boolean says() {
            return now.indicator().measure() != Indicator.Measure.UNIT
                    || !isNone(now.value())
                    || !isNone(before)
                    || !isNone(yearAgo);
        }

        private static boolean isNone(@Nullable BigDecimal value) {
            return value == null || value.signum() == 0;
        }

        private @Nullable Long change(@Nullable BigDecimal then) {
            return now.value() == null || then == null
                    ? null
                    : now.value().subtract(then).longValue();
        }
    }

    /** What a line of the movement table is. */
    public enum Side {
        OPENING,
        IN,
        OUT,
        CLOSING
    }

    /** @param now null prints a dash and counts as 0 */
    public record Movement(Side side, Figure now, @Nullable BigDecimal yearAgo) {

        /** This period as a share of the same a year ago: 1 is as many. Source: form 1-BTCTW, column 3. */
        public @Nullable BigDecimal ratio() {
            return now.value() == null || yearAgo == null || yearAgo.signum() == 0
                    ? null
                    : now.value().divide(yearAgo, 6, java.math.RoundingMode.HALF_UP);
        }
    }

    /**
     * @param share of the unit's members; null where it has none
     * @param rank by members, 1 the largest; null where units are too small to be ranked
     */
    public record Line(
            ChildLines.Line line,
            @Nullable BigDecimal share,
            @Nullable Integer rank) {}

    /** @param code of the breakdown */
    public record Distribution(String code, String name, List<Part> parts) {}

    /** @param value null: withheld, too few */
    public record Part(
            @Nullable String key,
            @Nullable BigDecimal value,
            @Nullable BigDecimal share) {}

    public record Month(
            java.time.YearMonth month,
            @Nullable BigDecimal members,
            @Nullable BigDecimal admissions) {}

    /**
     * What stands out by a stated rule.
     *
     * @param rule code of the rule; its words say what it is
     * @param limit from the rule's data
     */
    public record Outstanding(String rule, BigDecimal limit, List<Unfit> units, int more) {}

    /** @param value what the rule measured there, if it measured anything */
    public record Unfit(UnitId unit, String name, @Nullable BigDecimal value) {}

    /** How far a unit's data can be relied on. @param faults found by the integrity checks */
    public record Quality(UnitId unit, String name, java.time.@Nullable Instant lastEntry, int faults, boolean late) {}

    /** The heads that say something of this unit, in their order: what stands on the page and in the papers. */
    public List<Head> sayingHeads() {
        return heads.stream().filter(Head::says).toList();
    }

    /** The figure of that code among the heads. */
    public Figure head(String code) {
        return heads.stream()
                .map(Head::now)
                .filter(figure -> figure.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}

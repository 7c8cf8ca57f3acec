package vn.giaoban.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.giaoban.figures.Causes.Told;
import vn.giaoban.figures.Explanation.Cause;
import vn.giaoban.figures.Explanation.Kind;
import vn.giaoban.figures.Reckoning.OnDay;
import vn.giaoban.shared.Actor;

/**
 * Explains the difference of two readings (counting.md 6): what was entered between the two instants, then what happened between the two
 * days. Works for every indicator, because it asks nothing but the figures themselves and the rows behind them.
 */
@Service
public class Explaining {

    /** Readings that one explanation may cost; entries beyond are told together. */
    private static final int MOST_READINGS = 120;

    private final Figures figures;
    private final Questions questions;
    private final Happened happened;
    private final Causes causes;
    private final SmallCounts smallCounts;
    private final House house;

    Explaining(
            Figures figures,
            Questions questions,
            Happened happened,
            Causes causes,
            SmallCounts smallCounts,
            House house) {
        this.figures = figures;
        this.questions = questions;
        this.happened = happened;
        this.causes = causes;
        this.smallCounts = smallCounts;
        this.house = house;
    }

    /**
     * Why a stock at the end of {@code question}'s period is not what it was on an earlier day or as known earlier; or why a flow of the
     * same period was known otherwise.
     *
     * @param question the second reading; its only indicator is explained
     * @param dayBefore day of the first reading; for a flow the last day of the period
     * @param knownBefore instant of the first reading; null: that of the second
     */
    public Explanation explain(Actor by, Question question, LocalDate dayBefore, @Nullable Instant knownBefore) {
        return house.counting(() -> {
            var asked = questions.understood(by, question);
            var indicator = asked.indicators().get(0);
            if (!(indicator.reckoning() instanceof OnDay)
                    && (indicator.kind() != Indicator.Kind.FLOW
                            || !dayBefore.equals(asked.reading().lastDay()))) {
                throw FiguresRefusal.nothingToOpen(indicator.code());
            }
            if (!Subjects.inRange(dayBefore)) {
                throw FiguresRefusal.dayOutOfRange(dayBefore);
            }
            if (dayBefore.isAfter(asked.reading().lastDay())) {
                throw FiguresRefusal.periodEndsBeforeItBegins(
                        dayBefore, asked.reading().lastDay());
            }
            figures.checkBegun(asked, dayBefore.plusDays(1));
            var all = smallCounts.seesAll(by, asked.reading(), asked.subject());
            if (indicator.delicate() && !all) {
                throw FiguresRefusal.withheld(indicator.code());
            }
            return explained(asked, indicator, dayBefore, knownBefore, all);
        });
    }

    private Explanation explained(
            Questions.Understood asked,
            Indicator indicator,
            LocalDate dayBefore,
            @Nullable Instant knownBefore,
            boolean all) {
        var after = asked.reading();
        var known = knownBefore == null ? after.known() : knownBefore;
        var before = indicator.reckoning() instanceof OnDay ? onDay(after, dayBefore) : after;
        var told = new ArrayList<Cause>();
        var first = value(before, indicator, known);
        var middle = value(before, indicator, after.known());
        told.addAll(entries(before, indicator, known, first, middle));
        var last = value(after, indicator, after.known());
        if (!dayBefore.equals(after.lastDay())) {
            told.addAll(happened.between(before, onDay(after, after.lastDay()), indicator, all));
        }
        told.sort(Comparator.comparing(Cause::kind)
                .thenComparing(cause -> cause.day() == null ? LocalDate.MIN : cause.day())
                .thenComparing(cause -> cause.at() == null ? Instant.MIN : cause.at())
                .thenComparing(Cause::what));
        return new Explanation(
                asked.subject(),
                indicator,
                dayBefore,
                known,
                after.lastDay(),
                after.known(),
                first,
                last,
                List.copyOf(told));
    }

    /** A stock of one day; "as it is" there is "as it was". */
    private static Reading onDay(Reading reading, LocalDate day) {
        var structure =
                reading.structure().kind() == TreeChoice.Kind.RESTATED ? reading.structure() : TreeChoice.AS_WAS;
        return new Reading(
                reading.unit(),
                day,
                day.plusDays(1),
                structure,
                reading.hierarchy(),
                reading.former(),
                reading.known());
    }

    private long value(Reading reading, Indicator indicator, Instant known) {
        return figures.value(
                new Reading(
                        reading.unit(),
                        reading.from(),
                        reading.until(),
                        reading.structure(),
                        reading.hierarchy(),
                        reading.former(),
                        known),
                indicator);
    }

    private List<Cause> entries(Reading reading, Indicator indicator, Instant known, long first, long last) {
        if (first == last) {
            return List.of();
        }
        var told = causes.entries(known, reading.known());
        var found = new ArrayList<Step>();
        var budget = new int[] {MOST_READINGS};
        split(told, 0, told.size(), first, last, entry -> value(reading, indicator, entry.at()), found, budget);
        var structural = Set.copyOf(
                causes.structural(found.stream().map(step -> step.entry().id()).toList()));
        return found.stream()
                .map(step -> new Cause(
                        structural.contains(step.entry().id()) ? Kind.STRUCTURE : Kind.ENTRY,
                        step.entry().what(),
                        step.entry().login(),
                        null,
                        step.entry().at(),
                        null,
                        step.change()))
                .toList();
    }

    private record Step(Told entry, long change) {}

    /** Halves a stretch of entries until each that changed the value is alone; a stretch that changed nothing is not looked into. */
    private static void split(
            List<Told> told,
            int from,
            int until,
            long first,
            long last,
            ToLongFunction<Told> value,
            List<Step> found,
            int[] budget) {
        if (first == last) {
            return;
        }
        if (until - from <= 1 || budget[0] <= 0) {
            found.add(new Step(told.get(until - 1), last - first));
            return;
        }
        var middle = (from + until) / 2;
        budget[0]--;
        var half = value.applyAsLong(told.get(middle - 1));
        split(told, from, middle, first, half, value, found, budget);
        split(told, middle, until, half, last, value, found, budget);
    }
}

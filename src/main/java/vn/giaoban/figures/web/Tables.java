package vn.giaoban.figures.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.figures.Answer;
import vn.giaoban.figures.ChildLines;
import vn.giaoban.figures.Explanation;
import vn.giaoban.figures.Figure;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Flows;
import vn.giaoban.figures.Indicator;
import vn.giaoban.figures.MeaningChanges;
import vn.giaoban.figures.Question;
import vn.giaoban.figures.Reading;
import vn.giaoban.figures.TreeChoice;
import vn.giaoban.figures.Why;
import vn.giaoban.shared.Actor;
import vn.giaoban.ui.Column;
import vn.giaoban.ui.LineChart;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Wording;

/** Which figures stand where on the pages, and how they are written. */
@Component
class Tables {

    private static final int MONTHS = 12;

    private static final List<String> HEADS =
            List.of("members", "members-present", "all-admissions", "removed", "base-organisations", "cells");

    private static final List<String> MEMBERS = List.of(
            "members",
            "members-official",
            "members-probationary",
            "members-present",
            "members-exempt",
            "members-women",
            "members-women-share",
            "recognitions",
            "recognitions-annulled",
            "transfers-within",
            "admission-rate",
            "members-per-population");

    private static final List<String> UNITS = List.of(
            "units",
            "direct-organisations",
            "base-organisations",
            "base-cells",
            "part-organisations",
            "cells",
            "caucuses",
            "units-established",
            "units-closed",
            "cells-under-3-official",
            "villages-with-cell",
            "villages-without-cell",
            "secretaries-village-head",
            "secretaries-village-head-share");

    private static final List<String> LINES = List.of(
            "opening",
            "all-admissions",
            "removed",
            "died",
            "closing",
            "members-official",
            "base-organisations",
            "cells");

    private final Figures figures;
    private final MeaningChanges meaningChanges;

    Tables(Figures figures, MeaningChanges meaningChanges) {
        this.figures = figures;
        this.meaningChanges = meaningChanges;
    }

    List<String> codes() {
        return Stream.of(List.of("opening", "closing"), Flows.INCREASES, Flows.DECREASES, HEADS, MEMBERS, UNITS)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    List<String> lineCodes() {
        return LINES;
    }

    boolean newest(Reading reading) {
        return !reading.known().isBefore(figures.latest());
    }

    View view(Answer answer) {
        return new View(answer.unit(), answer.reading(), newest(answer.reading()));
    }

    FiguresPage table(Answer answer, Wording words) {
        var view = view(answer);
        var successor = answer.standsFor();
        return new FiguresPage(
                view,
                HEADS.stream()
                        .map(code -> head(answer.figure(code), view, words))
                        .toList(),
                Line.of(answer.figure("opening"), view, words),
                lines(Flows.INCREASES, answer, view, words),
                decreases(answer, view, words),
                Line.of(answer.figure("closing"), view, words),
                lines(MEMBERS, answer, view, words),
                lines(UNITS, answer, view, words),
                successor,
                successor == null ? null : view.path("") + "&area=former");
    }

    /** Where kinds of removal are withheld their sum still stands, so that the table closes. */
    private static List<Line> decreases(Answer answer, View view, Wording words) {
        var withheld =
                Flows.DECREASES.stream().anyMatch(code -> answer.figure(code).why() == Why.WITHHELD);
        var codes =
                withheld ? List.of("transfers-out", "with-units-out", "annulled", "removed", "died") : Flows.DECREASES;
        return lines(codes, answer, view, words);
    }

    private static List<Line> lines(List<String> codes, Answer answer, View view, Wording words) {
        return codes.stream()
                .map(code -> Line.of(answer.figure(code), view, words))
                .toList();
    }

    static vn.giaoban.ui.Figure head(Figure figure, View view, Wording words) {
        var line = Line.of(figure, view, words);
        return new vn.giaoban.ui.Figure(line.label(), line.value(), line.note(), line.path());
    }

    ChildrenPage children(ChildLines lines, Wording words) {
        var view = new View(lines.unit(), lines.reading(), newest(lines.reading()));
        var columns = new ArrayList<Column>();
        columns.add(Column.text(words.text("figures.unit")));
        LINES.forEach(code -> columns.add(Column.number(name(code, words))));
        var rows = lines.lines().stream()
                .filter(Tables::saysSomething)
                .map(line -> new ChildrenPage.Row(
                        line.unit(),
                        line.own(),
                        throughout(line, lines.reading()) ? List.of() : line.days(),
                        line.figures().stream()
                                .map(figure -> Line.of(figure, view, words))
                                .toList()))
                .toList();
        return new ChildrenPage(view, columns, rows, lines.lines().size() - rows.size());
    }

    /** A party caucus has no members and no organisations below: a line of noughts tells nothing. */
    private static boolean saysSomething(ChildLines.Line line) {
        return line.figures().stream()
                .anyMatch(figure -> figure.value() == null || figure.value().signum() != 0);
    }

    private static boolean throughout(ChildLines.Line line, Reading reading) {
        return line.days().size() == 1
                && !line.days().get(0).from().isAfter(reading.openingDay())
                && !line.days().get(0).until().isBefore(reading.until());
    }

    List<Option> options(Wording words, Indicator.@Nullable Measure measure) {
        return figures.catalogue().indicators().stream()
                .filter(one -> measure == null || one.measure() == measure)
                .map(one -> new Option(one.code(), one.name().in(words.locale())))
                .toList();
    }

    SeriesPage series(Actor by, Question question, Answer here, String indicator, Wording words) {
        var reading = here.reading();
        var months = months(reading.lastDay());
        var asAsked = figures.series(by, question, months);
        var second = question.structure().kind() == TreeChoice.Kind.RESTATED
                ? TreeChoice.AS_WAS
                : TreeChoice.restatedTo(reading.lastDay());
        var other = figures.series(by, question.in(second), months);
        var view = view(here);
        var name = name(indicator, words);
        var chart = new LineChart(
                "%s: %s".formatted(view.unit().name(), name),
                figures.catalogue()
                        .indicator(indicator)
                        .orElseThrow()
                        .measure()
                        .wording()
                        .in(words.locale()),
                months.stream()
                        .map(month -> words.day(month.until().minusDays(1)))
                        .toList(),
                List.of(
                        line(view.structureIn(words), months, asAsked, words),
                        line(
                                new View(view.unit(), restated(reading, second), true).structureIn(words),
                                months,
                                other,
                                words)));
        var breaks = meaningChanges.between(indicator, months.get(0).until().minusDays(1), reading.lastDay()).stream()
                .map(change -> words.text("figures.break", change.day(), name, change.source()))
                .toList();
        return new SeriesPage(view, options(words, null), indicator, chart, breaks);
    }

    private static Reading restated(Reading reading, TreeChoice structure) {
        return new Reading(
                reading.unit(),
                reading.from(),
                reading.until(),
                structure,
                reading.hierarchy(),
                reading.former(),
                reading.known());
    }

    private static LineChart.Series line(
            String name, List<ChildLines.Days> months, List<Answer> answers, Wording words) {
        var values = new ArrayList<@Nullable Double>();
        var written = new ArrayList<String>();
        for (var month : months) {
            var figure = answers.stream()
                    .filter(answer -> answer.reading().from().equals(month.from()))
                    .findFirst()
                    .map(answer -> answer.figures().get(0))
                    .orElse(null);
            var value = figure == null ? null : figure.value();
            values.add(value == null ? null : value.doubleValue());
            written.add(figure == null ? Wording.NONE : Line.written(figure, words));
        }
        return new LineChart.Series(name, values, written);
    }

    /** Twelve months, the last one up to the day. */
    private static List<ChildLines.Days> months(LocalDate last) {
        var first = last.withDayOfMonth(1);
        var months = new ArrayList<ChildLines.Days>();
        for (int back = MONTHS - 1; back > 0; back--) {
            months.add(new ChildLines.Days(first.minusMonths(back), first.minusMonths(back - 1)));
        }
        months.add(new ChildLines.Days(first, last.plusDays(1)));
        return months;
    }

    ExplainPage explanation(Answer answer, String indicator, LocalDate since, Explanation explanation, Wording words) {
        var stocks = figures.catalogue().indicators().stream()
                .filter(one -> one.kind() == Indicator.Kind.STOCK && one.measure() != Indicator.Measure.PERSON)
                .filter(one -> !one.code().equals("opening") && !one.code().equals("members-year-before"))
                .map(one -> new Option(one.code(), one.name().in(words.locale())))
                .toList();
        return new ExplainPage(view(answer), stocks, indicator, words.day(since), explanation);
    }

    private String name(String code, Wording words) {
        return figures.catalogue().indicator(code).orElseThrow().name().in(words.locale());
    }
}

package vn.giaoban.reporting.web;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.figures.TreeChoice;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.reporting.Checks;
import vn.giaoban.reporting.GiaoBanReport;
import vn.giaoban.reporting.PartNames;
import vn.giaoban.reporting.Period;
import vn.giaoban.reporting.Remarks;
import vn.giaoban.reporting.Reports;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.BarChart;
import vn.giaoban.ui.Figure;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.LineChart;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wording;
import vn.giaoban.ui.Wordings;

/** The giao ban report and the checks of one unit. */
@RestController
class ReportController {

    private final Reports reports;
    private final Remarks remarks;
    private final Checks checks;
    private final Organisation organisation;
    private final PartNames partNames;
    private final Wordings wordings;
    private final PeriodChoice choice;

    ReportController(
            Reports reports,
            Remarks remarks,
            Checks checks,
            Organisation organisation,
            PartNames partNames,
            Wordings wordings,
            PeriodChoice choice) {
        this.reports = reports;
        this.remarks = remarks;
        this.checks = checks;
        this.organisation = organisation;
        this.partNames = partNames;
        this.wordings = wordings;
        this.choice = choice;
    }

    /** @param words what the officer wrote */
    record RemarkForm(@Size(max = 20_000) @Nullable String words) {}

    /** The report of the unit over which somebody sees figures; of several, one chooses. */
    @GetMapping("/reports")
    ResponseEntity<Page> reports(Actor by, AsOf at) {
        var tops = by.where(Verb.SEE_FIGURES).stream()
                .sorted()
                .flatMap(top -> organisation.find(top, at).stream())
                .toList();
        return tops.size() == 1
                ? Answers.seeOther("/reports/{unit}", tops.get(0).id())
                : ResponseEntity.ok(new ReportsPage(tops.stream()
                        .flatMap(top -> java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(top), organisation.children(top.id(), at).stream()))
                        .filter(unit -> unit.counts())
                        .toList()));
    }

    @GetMapping("/reports/{unit}")
    ReportPage report(Actor by, AsOf at, @PathVariable UnitId unit, ReportAsked ask) {
        return page(by, at, unit, ask.period(at.day()), ask.tree(), ask.instant(), ask.sorting(), FormErrors.NONE);
    }

    @PostMapping("/reports/{unit}/remark")
    ResponseEntity<Page> write(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            @RequestParam String period,
            RemarkForm form,
            BindingResult binding) {
        var about = Period.of(period);
        return Attempt.of(binding, () -> remarks.write(by, unit, about, Objects.requireNonNullElse(form.words(), "")))
                .then(done -> Answers.saying("reporting.remark-kept")
                        .seeOther("/reports/{unit}?period={period}", unit, about.code()))
                .orAgain(errors ->
                        page(by, at, unit, about, TreeChoice.AS_WAS, null, "", errors.beside("words", form.words())));
    }

    @GetMapping("/checks/{unit}")
    ChecksPage checks(Actor by, AsOf at, @PathVariable UnitId unit) {
        return new ChecksPage(
                organisation.unit(unit, at),
                checks.run(by, unit, at),
                organisation.may(by, Verb.SEE_PERSONS, unit, at),
                wordings.current().vietnamese());
    }

    private ReportPage page(
            Actor by,
            AsOf at,
            UnitId unit,
            Period period,
            TreeChoice structure,
            @Nullable Instant known,
            String sort,
            FormErrors errors) {
        var words = wordings.current();
        var report = reports.giaoBan(by, unit, period, structure, known);
        var query = "from=" + period.from() + "&until=" + period.until() + "&structure=" + structure + "&known="
                + report.reading().known();
        return new ReportPage(
                report,
                query,
                choice.periods(by, at, unit, period, report.reading().known()),
                List.of(
                        new Option("as-was", words.text("reporting.structure.as-was")),
                        new Option("as-is", words.text("reporting.structure.as-is")),
                        new Option("restated", words.text("reporting.structure.restated-choice"))),
                known != null,
                report.sayingHeads().stream()
                        .map(head -> head(words, unit, query, head))
                        .toList(),
                sorted(report.lines(), sort),
                series(words, report),
                byUnit(words, report),
                partNames.names(words),
                organisation.may(by, Verb.KEEP_REGISTER, unit, at),
                organisation.may(by, Verb.CONFIRM, unit, at),
                errors);
    }

    static String words(Wording words, Period period) {
        return switch (period.kind()) {
            case MONTH -> words.text("reporting.period.month", words.month(YearMonth.from(period.from())));
            case QUARTER ->
                words.text(
                        "reporting.period.quarter",
                        period.code().substring(6),
                        String.valueOf(period.from().getYear()));
            case HALF ->
                words.text(
                        period.from().getMonthValue() == 1 ? "reporting.period.half-1" : "reporting.period.half-2",
                        String.valueOf(period.from().getYear()));
            case YEAR -> words.text("reporting.period.year", period.code());
            case TERM ->
                words.text(
                        "reporting.period.term",
                        String.valueOf(period.from().getYear()),
                        String.valueOf(period.until().getYear()));
            case FREE -> words.text("reporting.period.free", period.from(), period.lastDay());
        };
    }

    private static Figure head(Wording words, UnitId unit, String query, GiaoBanReport.Head head) {
        var figure = head.now();
        var value = figure.value();
        var notes = new ArrayList<String>();
        Optional.ofNullable(head.changeSinceBefore())
                .ifPresent(change -> notes.add(words.text("reporting.since-before", words.change(change))));
        Optional.ofNullable(head.changeInAYear())
                .ifPresent(change -> notes.add(words.text("reporting.in-a-year", words.change(change))));
        return new Figure(
                figure.indicator().name().in(words.locale()),
                words.number(value),
                String.join(" · ", notes),
                value == null || value.signum() == 0
                        ? null
                        : "/figures/" + unit + "/rows/" + figure.code() + "?" + query);
    }

    private static List<GiaoBanReport.Line> sorted(List<GiaoBanReport.Line> lines, String sort) {
        var falling = sort.startsWith("-");
        var code = falling ? sort.substring(1) : sort;
        if (lines.isEmpty()
                || lines.get(0).line().figures().stream()
                        .noneMatch(figure -> figure.code().equals(code))) {
            return lines;
        }
        Comparator<GiaoBanReport.Line> order = Comparator.comparing(
                line -> Optional.ofNullable(line.line().figure(code).value()).orElse(BigDecimal.valueOf(-1)));
        return lines.stream().sorted(falling ? order.reversed() : order).toList();
    }

    private static LineChart series(Wording words, GiaoBanReport report) {
        return new LineChart(
                words.text("reporting.series", report.unit().name()),
                words.text("reporting.members"),
                report.series().stream()
                        .map(month -> words.month(month.month()))
                        .toList(),
                List.of(new LineChart.Series(
                        words.text("reporting.members"),
                        report.series().stream()
                                .map(month -> month.members() == null
                                        ? null
                                        : month.members().doubleValue())
                                .toList(),
                        report.series().stream()
                                .map(month -> words.number(month.members()))
                                .toList())));
    }

    private static @Nullable BarChart byUnit(Wording words, GiaoBanReport report) {
        var bars = report.lines().stream()
                .filter(line -> line.line().figure("members").value() != null)
                .map(line -> new BarChart.Bar(
                        line.line().unit().name(),
                        line.line().figure("members").orZero(),
                        words.number(line.line().figure("members").value()),
                        "/reports/" + line.line().unit().id()))
                .toList();
        return bars.size() < 2 || bars.size() > 40
                ? null
                : new BarChart(words.text("reporting.by-unit"), words.text("reporting.members"), bars);
    }
}

package vn.giaoban.reporting.web;

import static vn.giaoban.reporting.web.PaperCell.change;
import static vn.giaoban.reporting.web.PaperCell.count;
import static vn.giaoban.reporting.web.PaperCell.percent;
import static vn.giaoban.reporting.web.PaperCell.plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Figure;
import vn.giaoban.reporting.GiaoBanReport;
import vn.giaoban.reporting.GiaoBanReport.Head;
import vn.giaoban.reporting.GiaoBanReport.Movement;
import vn.giaoban.reporting.GiaoBanReport.PlanLine;
import vn.giaoban.reporting.GiaoBanReport.Side;
import vn.giaoban.reporting.PartNames;
import vn.giaoban.reporting.TypedFigures;
import vn.giaoban.reporting.web.PaperTable.Column;
import vn.giaoban.reporting.web.PaperTable.Row;
import vn.giaoban.ui.Wording;

/** The annexes of a giao ban report. A table without a row is left out. */
record PaperTables(GiaoBanReport report, Map<String, String> partNames, Wording words) {

    List<PaperTable> all() {
        var tables = new ArrayList<PaperTable>();
        for (var table : List.of(
                heads(), movement(), plans(), typed(), lines(), structure(), series(), outstanding(), quality())) {
            if (!table.rows().isEmpty()) {
                tables.add(table.titled(words.text("reporting.paper.annex", tables.size() + 1, table.title())));
            }
        }
        return tables;
    }

    private PaperTable typed() {
        return new PaperTable(
                words.text("reporting.paper.typed-figures.sheet"),
                words.text("reporting.paper.typed-figures"),
                List.of(
                        Column.words(words.text("reporting.paper.content"), 40),
                        Column.words(words.text("reporting.paper.measure"), 12),
                        number("reporting.paper.now"),
                        Column.words(words.text("reporting.paper.typed-source"), 60)),
                report.typed().stream().map(this::typed).toList());
    }

    private Row typed(TypedFigures.Sum sum) {
        var value = BigDecimal.valueOf(sum.value());
        var written = words.text(
                sum.estimate() ? "reporting.paper.typed-estimate" : "reporting.paper.typed-value", words.number(value));
        return Row.of(
                plain(sum.kind().name()),
                plain(sum.kind().measure()),
                new PaperCell(written, value, PaperCell.Form.COUNT),
                plain(sum.parts().stream()
                        .map(part -> sum.own(report.unit().id())
                                ? part.source()
                                : part.unitName() + " " + words.number(part.value()) + ": " + part.source())
                        .collect(java.util.stream.Collectors.joining("; "))));
    }

    private PaperTable heads() {
        return new PaperTable(
                words.text("reporting.paper.heads.sheet"),
                words.text("reporting.paper.heads"),
                List.of(
                        Column.words(words.text("reporting.paper.indicator"), 34),
                        Column.words(words.text("reporting.paper.measure"), 12),
                        number("reporting.paper.now"),
                        number("reporting.paper.since-before"),
                        number("reporting.paper.in-a-year")),
                report.sayingHeads().stream().map(this::head).toList());
    }

    private Row head(Head head) {
        return Row.of(
                name(head.now()),
                plain(head.now().indicator().measure().wording().vi()),
                count(words, head.now().value()),
                change(words, head.changeSinceBefore()),
                change(words, head.changeInAYear()));
    }

    private PaperTable movement() {
        var rows = new ArrayList<Row>();
        Side last = null;
        for (var movement : report.movement()) {
            if (movement.side() != last && (movement.side() == Side.IN || movement.side() == Side.OUT)) {
                rows.add(Row.strong(
                        plain(words.text("reporting.paper.side." + movement.side())), plain(""), plain(""), plain("")));
            }
            last = movement.side();
            rows.add(movement(movement));
        }
        return new PaperTable(
                words.text("reporting.paper.movement.sheet"),
                words.text("reporting.paper.movement"),
                List.of(
                        Column.words(words.text("reporting.paper.content"), 46),
                        number("reporting.paper.now"),
                        number("reporting.paper.year-ago"),
                        number("reporting.paper.ratio")),
                rows);
    }

    private Row movement(Movement movement) {
        var edge = movement.side() == Side.OPENING || movement.side() == Side.CLOSING;
        return new Row(
                List.of(
                        name(movement.now()),
                        count(words, movement.now().value()),
                        count(words, movement.yearAgo()),
                        percent(words, movement.ratio())),
                edge);
    }

    private PaperTable plans() {
        return new PaperTable(
                words.text("reporting.paper.plans.sheet"),
                words.text(
                        "reporting.paper.plans",
                        Integer.toString(report.period().lastDay().getYear())),
                List.of(
                        Column.words(words.text("reporting.paper.unit"), 40),
                        number("reporting.paper.planned"),
                        number("reporting.paper.reached"),
                        number("reporting.paper.plan-share"),
                        Column.words(words.text("reporting.paper.plan-document"), 36)),
                report.plans().stream().map(this::plan).toList());
    }

    private Row plan(PlanLine line) {
        var plan = line.plan();
        return new Row(
                List.of(
                        plain(line.name()),
                        count(words, plan == null ? null : BigDecimal.valueOf(plan.admissions())),
                        count(words, line.reached()),
                        percent(words, line.share()),
                        plain(plan == null ? "" : words.text("reporting.paper.typed", plan.document()))),
                line.whole());
    }

    private PaperTable lines() {
        var columns = new ArrayList<Column>();
        columns.add(Column.words(words.text("reporting.paper.unit"), 34));
        for (var code : report.lineCodes()) {
            columns.add(Column.number(nameOf(code)));
        }
        columns.add(number("reporting.paper.share"));
        columns.add(number("reporting.paper.rank"));
        var rows = new ArrayList<Row>();
        for (var line : report.lines()) {
            var cells = new ArrayList<PaperCell>();
            cells.add(plain(
                    line.line().own()
                            ? words.text("reporting.paper.own")
                            : line.line().unit().name()));
            line.line().figures().forEach(figure -> cells.add(count(words, figure.value())));
            cells.add(percent(words, line.share()));
            cells.add(count(words, line.rank() == null ? null : BigDecimal.valueOf(line.rank())));
            rows.add(new Row(cells, false));
        }
        if (!rows.isEmpty()) {
            rows.add(total());
        }
        return new PaperTable(
                words.text("reporting.paper.lines.sheet"), words.text("reporting.paper.lines"), columns, rows);
    }

    /** The unit's own figures: not the sum of the lines, which for transfers is another thing. */
    private Row total() {
        var cells = new ArrayList<PaperCell>();
        cells.add(plain(words.text("reporting.paper.total")));
        report.lineCodes().forEach(code -> cells.add(count(words, valueOf(code))));
        cells.add(plain(""));
        cells.add(plain(""));
        return new Row(cells, true);
    }

    private PaperTable structure() {
        var rows = new ArrayList<Row>();
        for (var distribution : report.structure()) {
            if (distribution.parts().isEmpty()) {
                continue;
            }
            rows.add(Row.strong(plain(distribution.name()), plain(""), plain("")));
            distribution.parts().stream()
                    .forEach(part -> rows.add(Row.of(
                            plain(PartNames.name(words, partNames, distribution.code(), part)),
                            part.value() == null ? PaperCell.withheld(words) : count(words, part.value()),
                            percent(words, part.share()))));
        }
        return new PaperTable(
                words.text("reporting.paper.structure.sheet"),
                words.text("reporting.paper.structure"),
                List.of(
                        Column.words(words.text("reporting.paper.content"), 46),
                        number("reporting.paper.members"),
                        number("reporting.paper.share")),
                rows);
    }

    private PaperTable series() {
        return new PaperTable(
                words.text("reporting.paper.series.sheet"),
                words.text("reporting.paper.series"),
                List.of(Column.words(words.text("reporting.paper.month"), 20), number("reporting.paper.members")),
                report.series().stream()
                        .map(month -> Row.of(plain(words.month(month.month())), count(words, month.members())))
                        .toList());
    }

    private PaperTable outstanding() {
        var rows = new ArrayList<Row>();
        for (var rule : report.outstanding()) {
            rows.add(Row.strong(plain(ReportRules.sentence(rule, words)), plain("")));
            rule.units().forEach(unit -> rows.add(Row.of(plain(unit.name()), ReportRules.value(rule, unit, words))));
            if (rule.more() > 0) {
                rows.add(Row.of(
                        plain(words.text("reporting.paper.more-units")),
                        count(words, BigDecimal.valueOf(rule.more()))));
            }
        }
        return new PaperTable(
                words.text("reporting.paper.outstanding.sheet"),
                words.text("reporting.paper.outstanding"),
                List.of(
                        Column.words(words.text("reporting.paper.rule-and-unit"), 60),
                        number("reporting.paper.measured")),
                rows);
    }

    private PaperTable quality() {
        return new PaperTable(
                words.text("reporting.paper.quality.sheet"),
                words.text("reporting.paper.quality"),
                List.of(
                        Column.words(words.text("reporting.paper.unit"), 40),
                        Column.words(words.text("reporting.paper.last-entry"), 20),
                        number("reporting.paper.faults"),
                        Column.words(words.text("reporting.paper.state"), 20)),
                report.quality().stream()
                        .map(unit -> Row.of(
                                plain(unit.name()),
                                plain(words.instant(unit.lastEntry())),
                                count(words, BigDecimal.valueOf(unit.faults())),
                                plain(unit.late() ? words.text("reporting.paper.late") : "")))
                        .toList());
    }

    private Column number(String key) {
        return Column.number(words.text(key));
    }

    private PaperCell name(Figure figure) {
        return plain(figure.indicator().name().in(words.locale()));
    }

    private String nameOf(String code) {
        return report.lines().stream()
                .map(line -> line.line().figure(code).indicator().name().in(words.locale()))
                .findFirst()
                .orElse(code);
    }

    private @Nullable BigDecimal valueOf(String code) {
        return Stream.concat(
                        report.heads().stream().map(Head::now),
                        report.movement().stream().map(Movement::now))
                .filter(figure -> figure.code().equals(code))
                .findFirst()
                .map(Figure::value)
                .orElse(null);
    }
}

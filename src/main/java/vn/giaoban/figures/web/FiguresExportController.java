package vn.giaoban.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.figures.ChildLines;
import vn.giaoban.figures.Figure;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Indicator;
import vn.giaoban.figures.OpenedRows;
import vn.giaoban.figures.Opening;
import vn.giaoban.figures.Question;
import vn.giaoban.figures.Reading;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Export;
import vn.giaoban.ui.Exports;
import vn.giaoban.ui.Wording;
import vn.giaoban.ui.Wordings;

/** Tables of figures, and what stands behind a number, as spreadsheets; numbers as numbers, with why there is none. */
@RestController
class FiguresExportController {

    private final Figures figures;
    private final Opening opening;
    private final Tables tables;
    private final Breakdowns breakdowns;
    private final Organisation organisation;
    private final Exports exports;
    private final Wordings wordings;

    FiguresExportController(
            Figures figures,
            Opening opening,
            Tables tables,
            Breakdowns breakdowns,
            Organisation organisation,
            Exports exports,
            Wordings wordings) {
        this.figures = figures;
        this.opening = opening;
        this.tables = tables;
        this.breakdowns = breakdowns;
        this.organisation = organisation;
        this.exports = exports;
        this.wordings = wordings;
    }

    @GetMapping("/figures/{unit}/export")
    void table(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            PageForm form,
            @RequestParam(defaultValue = "") String format,
            HttpServletResponse response) {
        var words = wordings.current();
        var answer = figures.read(by, question(unit, form, at).only(tables.codes()));
        answer(
                "so-lieu",
                words.text("figures.title", answer.unit().name()),
                answer.reading(),
                false,
                heads(words, "figures.what", "figures.code", "figures.value", "figures.note"),
                sink -> answer.figures()
                        .forEach(figure -> sink.accept(Arrays.asList(
                                figure.indicator().name().in(words.locale()),
                                figure.code(),
                                number(figure),
                                why(figure, words)))),
                format,
                response);
    }

    @GetMapping("/figures/{unit}/children/export")
    void children(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            PageForm form,
            @RequestParam(defaultValue = "") String format,
            HttpServletResponse response) {
        var words = wordings.current();
        var lines = figures.children(by, question(unit, form, at).only(tables.lineCodes()));
        var heads = new ArrayList<>(
                List.of(words.text("figures.row"), words.text("figures.unit-code"), words.text("figures.days")));
        lines.lines().stream()
                .limit(1)
                .flatMap(line -> line.figures().stream())
                .forEach(figure -> heads.add(figure.indicator().name().in(words.locale())));
        answer(
                "don-vi-truc-thuoc",
                words.text("figures.children-title", lines.unit().name()),
                lines.reading(),
                false,
                heads,
                sink -> lines.lines().forEach(line -> sink.accept(cells(line, words))),
                format,
                response);
    }

    /** A number divided by an attribute, or by two with the second in the columns. */
    @GetMapping("/figures/{unit}/breakdown/export")
    void breakdown(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            PageForm form,
            @RequestParam(defaultValue = "members") String indicator,
            @RequestParam(name = "by", defaultValue = Breakdowns.FIRST) String breakdown,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String format,
            HttpServletResponse response) {
        var words = wordings.current();
        var answer = figures.read(by, question(unit, form, at).only(indicator).by(breakdown + "," + then));
        var grid = breakdowns.table(answer, breakdowns.division(breakdown, then), words);
        var heads = new ArrayList<>(List.of(grid.corner()));
        heads.addAll(grid.columns());
        answer(
                "co-cau",
                words.text("figures.breakdown-title", answer.unit().name()) + " – " + grid.title(),
                answer.reading(),
                false,
                heads,
                sink -> Stream.concat(grid.rows().stream(), Stream.of(grid.sums()))
                        .forEach(row -> sink.accept(cells(row))),
                format,
                response);
    }

    private static List<?> cells(Grid.Row row) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.name());
        cells.addAll(row.values());
        return cells;
    }

    private static List<?> cells(ChildLines.Line line, Wording words) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(
                line.own()
                        ? words.text("figures.own", line.unit().name())
                        : line.unit().name());
        cells.add(line.unit().code());
        cells.add(line.days().stream()
                .map(days -> words.days(days.from(), days.until()))
                .reduce((one, next) -> one + "; " + next)
                .orElse(null));
        line.figures().forEach(figure -> cells.add(number(figure)));
        return cells;
    }

    /** Units to whoever may see the number; people to those who may also take persons away. Each page read is a recorded read. */
    @GetMapping("/figures/{unit}/rows/{indicator}/export")
    void rows(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            @PathVariable String indicator,
            PageForm form,
            @RequestParam(defaultValue = "") String format,
            HttpServletResponse response) {
        var words = wordings.current();
        var question = question(unit, form, at).only(indicator);
        var first = opening.open(by, question, 1);
        var persons = first.indicator().measure() == Indicator.Measure.MEMBER;
        if (persons || !first.shown()) {
            organisation.check(by, Verb.EXPORT_PERSONS, unit, at);
        }
        answer(
                "danh-sach",
                first.indicator().name().in(words.locale()) + " – "
                        + first.unit().name(),
                first.reading(),
                persons,
                heads(words, "figures.row", "figures.row-detail", "figures.row-day", "figures.row-flow"),
                sink -> {
                    first.rows().forEach(row -> sink.accept(cells(row, words)));
                    for (int page = 2; page <= first.pages(); page++) {
                        opening.open(by, question.known(first.reading().known()), page)
                                .rows()
                                .forEach(row -> sink.accept(cells(row, words)));
                    }
                },
                format,
                response);
    }

    private static List<?> cells(OpenedRows.Row row, Wording words) {
        var flow = row.flow();
        return Arrays.asList(
                row.name(),
                row.detail() != null ? row.detail() : row.code(),
                row.day(),
                flow == null ? null : words.text("figures.flow." + flow));
    }

    private static List<String> heads(Wording words, String... keys) {
        return Arrays.stream(keys).map(words::text).toList();
    }

    private static @Nullable Object number(Figure figure) {
        var value = figure.value();
        return value == null || figure.indicator().kind() != Indicator.Kind.RATIO
                ? value
                : value.setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable String why(Figure figure, Wording words) {
        var why = figure.why();
        return why == null ? null : words.text(why.message());
    }

    private Question question(UnitId unit, PageForm form, AsOf at) {
        return form.toQuestionForm(at).toQuestion(unit, figures.catalogue());
    }

    /** No figure stands without its period, structure and instant. */
    private void answer(
            String name,
            String title,
            Reading reading,
            boolean confidential,
            List<String> heads,
            Consumer<Consumer<List<?>>> rows,
            String format,
            HttpServletResponse response) {
        var words = wordings.current();
        var named = "%s – %s – %s – %s"
                .formatted(
                        title,
                        words.days(reading.from(), reading.until()),
                        View.structureIn(reading, words),
                        words.text("figures.known", reading.known()));
        exports.answer(new Export(name, named, confidential, heads, rows), Export.Format.of(format), response);
    }
}

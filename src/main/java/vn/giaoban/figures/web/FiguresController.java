package vn.giaoban.figures.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.figures.Explaining;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Indicator;
import vn.giaoban.figures.Opening;
import vn.giaoban.figures.Question;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Pager;
import vn.giaoban.ui.Wordings;

/** The pages of figures. */
@RestController
class FiguresController {

    private final Figures figures;
    private final Opening opening;
    private final Explaining explaining;
    private final Tables tables;
    private final Breakdowns breakdowns;
    private final Organisation organisation;
    private final Wordings wordings;

    FiguresController(
            Figures figures,
            Opening opening,
            Explaining explaining,
            Tables tables,
            Breakdowns breakdowns,
            Organisation organisation,
            Wordings wordings) {
        this.figures = figures;
        this.opening = opening;
        this.explaining = explaining;
        this.tables = tables;
        this.breakdowns = breakdowns;
        this.organisation = organisation;
        this.wordings = wordings;
    }

    /** The reader's own unit. */
    @GetMapping("/figures")
    ResponseEntity<Page> start(Actor by, AsOf at) {
        var top = by.isSystem()
                ? organisation.roots(at).stream().map(unit -> unit.id()).findFirst()
                : by.where(Verb.SEE_FIGURES).stream()
                        .sorted()
                        .filter(unit -> organisation.find(unit, at).isPresent())
                        .findFirst();
        return top.map(unit -> Answers.seeOther("/figures/{unit}", unit)).orElseGet(() -> Answers.seeOther("/units"));
    }

    @GetMapping("/figures/{unit}")
    FiguresPage table(Actor by, AsOf at, @PathVariable UnitId unit, PageForm form) {
        var question = question(unit, form, at);
        return tables.table(figures.read(by, question.only(tables.codes())), wordings.current());
    }

    @GetMapping("/figures/{unit}/children")
    ChildrenPage children(Actor by, AsOf at, @PathVariable UnitId unit, PageForm form) {
        var question = question(unit, form, at).only(tables.lineCodes());
        return tables.children(figures.children(by, question), wordings.current());
    }

    @GetMapping("/figures/{unit}/breakdown")
    BreakdownPage breakdown(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            PageForm form,
            @RequestParam(defaultValue = "members") String indicator,
            @RequestParam(name = "by", defaultValue = Breakdowns.FIRST) String breakdown,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "false") boolean movement) {
        var question = question(unit, form, at).only(indicator).by(breakdown + "," + then);
        var answer = figures.read(by, question);
        var division = breakdowns.division(breakdown, then);
        var parts = movement
                ? figures.read(
                        by,
                        question.only(Breakdowns.MOVEMENT)
                                .by(division.first().code())
                                .known(answer.reading().known()))
                : null;
        return breakdowns.page(answer, parts, indicator, division, wordings.current());
    }

    @GetMapping("/figures/{unit}/series")
    SeriesPage series(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            PageForm form,
            @RequestParam(defaultValue = "members") String indicator) {
        var question = question(unit, form, at).only(indicator);
        var here = figures.read(by, question);
        return tables.series(by, question.known(here.reading().known()), here, indicator, wordings.current());
    }

    @GetMapping("/figures/{unit}/rows/{indicator}")
    RowsPage rows(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            @PathVariable String indicator,
            PageForm form,
            @RequestParam(name = "by", defaultValue = "") String division,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "1") String page) {
        var question = question(unit, form, at).only(indicator);
        var whole = division.isBlank();
        var opened = whole
                ? opening.open(by, question, FiguresApi.page(page))
                : opening.openPart(by, question.by(division), stated(part), stated(then), FiguresApi.page(page));
        var words = wordings.current();
        var view = new View(opened.unit(), opened.reading(), tables.newest(opened.reading()));
        return new RowsPage(
                view,
                opened,
                opened.indicator().name().in(words.locale())
                        + (whole ? "" : " – " + breakdowns.part(division, part, then, words)),
                Line.written(opened.figure(), words),
                Pager.of(opened.page(), opened.size(), opened.total()),
                whole
                        && (opened.indicator().measure() != Indicator.Measure.MEMBER
                                || organisation.may(by, Verb.EXPORT_PERSONS, unit, at)));
    }

    /** In addresses a part that is not stated is empty. */
    private static @Nullable String stated(String part) {
        return part.isEmpty() ? null : part;
    }

    @GetMapping("/figures/{unit}/explain")
    ExplainPage explain(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            PageForm form,
            @RequestParam(defaultValue = "members") String indicator,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String sinceKnown) {
        var question = question(unit, form, at).only(indicator);
        var day = since.isBlank() ? question.from().minusDays(1) : QuestionForm.since(PageForm.iso(since), question);
        var why = explaining.explain(by, question, day, QuestionForm.sinceKnown(sinceKnown));
        return tables.explanation(figures.read(by, question), indicator, day, why, wordings.current());
    }

    private Question question(UnitId unit, PageForm form, AsOf at) {
        return form.toQuestionForm(at).toQuestion(unit, figures.catalogue());
    }
}

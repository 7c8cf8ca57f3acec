package vn.giaoban.figures.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.figures.Explaining;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.FiguresRefusal;
import vn.giaoban.figures.FreezeId;
import vn.giaoban.figures.Freezes;
import vn.giaoban.figures.Opening;
import vn.giaoban.figures.Question;
import vn.giaoban.figures.web.FiguresJson.AnswerJson;
import vn.giaoban.figures.web.FiguresJson.ChildrenJson;
import vn.giaoban.figures.web.FiguresJson.RowsJson;
import vn.giaoban.shared.Actor;

/** Figures for programs. The contract is {@code docs/import.md}; it is extended, never changed. */
@RestController
@RequestMapping("/api/v1/figures/{code}")
class FiguresApi {

    private final Figures figures;
    private final Opening opening;
    private final Explaining explaining;
    private final Freezes freezes;

    FiguresApi(Figures figures, Opening opening, Explaining explaining, Freezes freezes) {
        this.figures = figures;
        this.opening = opening;
        this.explaining = explaining;
        this.freezes = freezes;
    }

    @GetMapping
    AnswerJson read(Actor by, @PathVariable String code, QuestionForm form) {
        return AnswerJson.of(figures.read(by, question(code, form)), form.hierarchy());
    }

    @GetMapping("/children")
    ChildrenJson children(Actor by, @PathVariable String code, QuestionForm form) {
        return ChildrenJson.of(figures.children(by, question(code, form)), form.hierarchy());
    }

    @GetMapping("/rows/{indicator}")
    RowsJson rows(
            Actor by,
            @PathVariable String code,
            @PathVariable String indicator,
            QuestionForm form,
            @RequestParam(defaultValue = "1") String page) {
        var question = question(code, form).only(List.of(indicator));
        return RowsJson.of(opening.open(by, question, page(page)));
    }

    /** Why the stock at the end of the period differs from that of day {@code since}, or from what was known at {@code sinceKnownAt}. */
    @GetMapping("/explain/{indicator}")
    ExplanationJson explain(
            Actor by,
            @PathVariable String code,
            @PathVariable String indicator,
            QuestionForm form,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String sinceKnownAt) {
        var question = question(code, form).only(List.of(indicator));
        return ExplanationJson.of(explaining.explain(
                by, question, QuestionForm.since(since, question), QuestionForm.sinceKnown(sinceKnownAt)));
    }

    @GetMapping("/freezes")
    List<FrozenJson> freezes(Actor by, @PathVariable String code, QuestionForm form) {
        return freezes.of(by, question(code, form)).stream().map(FrozenJson::of).toList();
    }

    @GetMapping("/freezes/{freeze}")
    FrozenJson frozen(Actor by, @PathVariable FreezeId freeze) {
        return FrozenJson.of(freezes.frozen(by, freeze));
    }

    @PostMapping("/freezes")
    ResponseEntity<FrozenJson> freeze(Actor by, @PathVariable String code, QuestionForm form) {
        var freeze = freezes.freeze(by, question(code, form), null);
        return ResponseEntity.status(HttpStatus.CREATED).body(FrozenJson.of(freezes.frozen(by, freeze)));
    }

    private Question question(String code, QuestionForm form) {
        return form.toQuestion(figures.named(code), figures.catalogue());
    }

    static int page(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw FiguresRefusal.notAPage(text);
        }
        return Integer.parseInt(text);
    }
}

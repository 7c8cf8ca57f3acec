package vn.giaoban.figures.web;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.FreezeId;
import vn.giaoban.figures.Freezes;
import vn.giaoban.figures.Question;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Settling a period, and what was settled. */
@RestController
class FreezeController {

    private final Figures figures;
    private final Freezes freezes;
    private final Tables tables;

    FreezeController(Figures figures, Freezes freezes, Tables tables) {
        this.figures = figures;
        this.freezes = freezes;
        this.tables = tables;
    }

    @GetMapping("/figures/{unit}/freezes")
    FreezesPage list(Actor by, AsOf at, @PathVariable UnitId unit, PageForm form) {
        var question = form.toQuestionForm(at).toQuestion(unit, figures.catalogue());
        return page(by, question, FormErrors.NONE);
    }

    private FreezesPage page(Actor by, Question question, FormErrors errors) {
        var answer = figures.read(by, question.only("members"));
        return new FreezesPage(tables.view(answer), freezes.of(by, question), freezes.mayFreeze(by, answer), errors);
    }

    @GetMapping("/figures/{unit}/freezes/{freeze}")
    FreezePage show(Actor by, @PathVariable UnitId unit, @PathVariable FreezeId freeze) {
        var frozen = freezes.frozen(by, freeze);
        return new FreezePage(new View(frozen.unit(), frozen.reading(), false), frozen);
    }

    @PostMapping("/figures/{unit}/freezes")
    ResponseEntity<Page> freeze(
            Actor by, AsOf at, @PathVariable UnitId unit, PageForm form, @RequestParam @Nullable String note) {
        var question = form.toQuestionForm(at).toQuestion(unit, figures.catalogue());
        return Attempt.of(new MapBindingResult(new HashMap<>(), "freeze"), () -> freezes.freeze(by, question, note))
                .then(freeze -> Answers.saying(
                                "figures.frozen-now", freezes.frozen(by, freeze).mark())
                        .seeOther("/figures/{unit}/freezes/{freeze}", unit, freeze))
                .orAgain(errors -> page(by, question, errors.beside("note", note)));
    }
}

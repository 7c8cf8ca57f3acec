package vn.giaoban.figures.web;

import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Populations;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Typed populations: which there are, and more of them. */
@RestController
class PopulationController {

    private final Figures figures;
    private final Populations populations;
    private final Tables tables;

    PopulationController(Figures figures, Populations populations, Tables tables) {
        this.figures = figures;
        this.populations = populations;
        this.tables = tables;
    }

    @GetMapping("/figures/{unit}/populations")
    PopulationsPage list(Actor by, AsOf at, @PathVariable UnitId unit, PageForm form) {
        return page(by, at, unit, form, PopulationForm.EMPTY, FormErrors.NONE);
    }

    @PostMapping("/figures/{unit}/populations")
    ResponseEntity<Page> enter(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            PageForm reading,
            @Valid PopulationForm form,
            BindingResult binding) {
        return Attempt.of(binding, () -> {
                    populations.enter(by, unit, form.requiredDay(), form.number(), form.requiredSource());
                    return unit;
                })
                .then(done ->
                        Answers.saying("figures.population.entered").seeOther("/figures/{unit}/populations", unit))
                .orAgain(errors -> page(by, at, unit, reading, form, errors));
    }

    private PopulationsPage page(
            Actor by, AsOf at, UnitId unit, PageForm reading, PopulationForm form, FormErrors errors) {
        var question = reading.toQuestionForm(at).toQuestion(unit, figures.catalogue());
        var view = tables.view(figures.read(by, question.only("population")));
        var day = new AsOf(view.reading().lastDay(), view.reading().known());
        return new PopulationsPage(
                view, populations.typed(by, unit, day), populations.mayEnter(by, unit, day), form, errors);
    }
}

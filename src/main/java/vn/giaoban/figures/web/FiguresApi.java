package vn.giaoban.figures.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.FiguresRefusal;
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

    FiguresApi(Figures figures, Opening opening) {
        this.figures = figures;
        this.opening = opening;
    }

    @GetMapping
    AnswerJson read(Actor by, @PathVariable String code, QuestionForm form) {
        return AnswerJson.of(figures.read(by, question(code, form)));
    }

    @GetMapping("/children")
    ChildrenJson children(Actor by, @PathVariable String code, QuestionForm form) {
        return ChildrenJson.of(figures.children(by, question(code, form)));
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

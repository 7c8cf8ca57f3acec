package vn.giaoban.reporting.web;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.reporting.TypedFigures;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wordings;

/** Typed numbers: which there are, another one, and taking one back. */
@RestController
class TypedFiguresController {

    private final TypedFigures typed;
    private final Organisation organisation;
    private final Wordings wordings;

    TypedFiguresController(TypedFigures typed, Organisation organisation, Wordings wordings) {
        this.typed = typed;
        this.organisation = organisation;
        this.wordings = wordings;
    }

    @GetMapping("/units/{unit}/typed-figures")
    TypedFiguresPage list(Actor by, AsOf at, @PathVariable UnitId unit) {
        return page(by, at, unit, TypedForm.EMPTY, FormErrors.NONE);
    }

    @PostMapping("/units/{unit}/typed-figures")
    ResponseEntity<Page> type(Actor by, AsOf at, @PathVariable UnitId unit, TypedForm form, BindingResult binding) {
        return Attempt.of(binding, () -> typed.type(by, unit, form.toNewTyped(), at))
                .then(done -> Answers.saying("reporting.typed.entered").seeOther("/units/{unit}/typed-figures", unit))
                .orAgain(errors -> page(by, at, unit, form, errors));
    }

    @PostMapping("/units/{unit}/typed-figures/{typed}/withdraw")
    ResponseEntity<Page> withdraw(Actor by, AsOf at, @PathVariable UnitId unit, @PathVariable("typed") long number) {
        typed.withdraw(by, unit, number, at);
        return Answers.saying("reporting.typed.withdrawn").seeOther("/units/{unit}/typed-figures", unit);
    }

    private TypedFiguresPage page(Actor by, AsOf at, UnitId unit, TypedForm form, FormErrors errors) {
        var words = wordings.current();
        List<Option> kinds = typed.kinds(at.day()).stream()
                .map(kind -> new Option(
                        kind.code(), (words.vietnamese() ? kind.name() : kind.nameEn()) + " (" + kind.measure() + ")"))
                .toList();
        return new TypedFiguresPage(
                organisation.unit(unit, at),
                typed.typed(by, unit, at),
                kinds,
                organisation.may(by, Verb.KEEP_REGISTER, unit, at),
                form,
                errors);
    }
}

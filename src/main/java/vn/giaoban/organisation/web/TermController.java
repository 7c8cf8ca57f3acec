package vn.giaoban.organisation.web;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.organisation.Terms;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Terms of a committee: entered, corrected, taken back. */
@RestController
class TermController {

    private final Organisation organisation;
    private final Terms terms;

    TermController(Organisation organisation, Terms terms) {
        this.organisation = organisation;
        this.terms = terms;
    }

    @GetMapping("/units/{unit}/terms/new")
    TermPage form(Actor by, AsOf at, @PathVariable UnitId unit) {
        return page(by, at, unit, null, TermForm.EMPTY, FormErrors.NONE);
    }

    @PostMapping("/units/{unit}/terms")
    ResponseEntity<Page> begin(
            Actor by, AsOf at, @PathVariable UnitId unit, @Valid TermForm form, BindingResult binding) {
        return Attempt.of(binding, () -> terms.begin(by, form.toTerm(unit), at))
                .then(done -> Answers.saying("organisation.term.saved").seeOther("/units/{unit}/committee", unit))
                .orAgain(errors -> page(by, at, unit, null, form, errors));
    }

    @GetMapping("/units/{unit}/terms/{term}")
    TermPage show(Actor by, AsOf at, @PathVariable UnitId unit, @PathVariable long term) {
        organisation.check(by, Verb.CHANGE_STRUCTURE, unit, at);
        var found = terms.of(unit, at.known()).stream()
                .filter(one -> one.id() == term)
                .findFirst()
                .orElseThrow(OrganisationRefusal::termNotFound);
        return page(by, at, unit, term, TermForm.of(found), FormErrors.NONE);
    }

    @PostMapping("/units/{unit}/terms/{term}")
    ResponseEntity<Page> correct(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            @PathVariable long term,
            @Valid TermForm form,
            BindingResult binding) {
        return Attempt.of(binding, () -> terms.correct(by, term, form.toTerm(unit), at))
                .then(done -> Answers.saying("organisation.term.saved").seeOther("/units/{unit}/committee", unit))
                .orAgain(errors -> page(by, at, unit, term, form, errors));
    }

    @PostMapping("/units/{unit}/terms/{term}/withdraw")
    ResponseEntity<Page> withdraw(Actor by, AsOf at, @PathVariable UnitId unit, @PathVariable long term) {
        terms.withdraw(by, unit, term, at);
        return Answers.saying("organisation.term.withdrawn").seeOther("/units/{unit}/committee", unit);
    }

    private TermPage page(Actor by, AsOf at, UnitId unit, @Nullable Long term, TermForm form, FormErrors errors) {
        organisation.check(by, Verb.CHANGE_STRUCTURE, unit, at);
        return new TermPage(organisation.unit(unit, at), term, form, errors);
    }
}

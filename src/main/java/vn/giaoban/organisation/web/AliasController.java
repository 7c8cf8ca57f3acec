package vn.giaoban.organisation.web;

import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.organisation.Aliases;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Other names of a unit. */
@RestController
class AliasController {

    private final Organisation organisation;
    private final Aliases aliases;

    AliasController(Organisation organisation, Aliases aliases) {
        this.organisation = organisation;
        this.aliases = aliases;
    }

    @GetMapping("/units/{unit}/aliases")
    AliasesPage list(Actor by, AsOf at, @PathVariable UnitId unit) {
        return page(by, at, unit, AliasForm.EMPTY, FormErrors.NONE);
    }

    @PostMapping("/units/{unit}/aliases")
    ResponseEntity<Page> add(
            Actor by, AsOf at, @PathVariable UnitId unit, @Valid AliasForm form, BindingResult binding) {
        return Attempt.of(
                        binding,
                        () -> aliases.add(
                                by,
                                unit,
                                String.valueOf(form.name()),
                                form.from(),
                                form.until() == null ? null : form.until().plusDays(1),
                                at))
                .then(done -> Answers.saying("organisation.alias.added").seeOther("/units/{unit}/aliases", unit))
                .orAgain(errors -> page(by, at, unit, form, errors));
    }

    @PostMapping("/units/{unit}/aliases/{alias}/withdraw")
    ResponseEntity<Page> withdraw(Actor by, AsOf at, @PathVariable UnitId unit, @PathVariable long alias) {
        aliases.withdraw(by, unit, alias, at);
        return Answers.saying("organisation.alias.withdrawn").seeOther("/units/{unit}/aliases", unit);
    }

    private AliasesPage page(Actor by, AsOf at, UnitId unit, AliasForm form, FormErrors errors) {
        return new AliasesPage(
                organisation.unit(unit, at),
                aliases.of(unit, at.known()),
                organisation.may(by, Verb.CHANGE_STRUCTURE, unit, at),
                form,
                errors);
    }
}

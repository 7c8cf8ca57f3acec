package vn.giaoban.reporting.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.reporting.PeriodConfirmations;
import vn.giaoban.reporting.ReportingPeriod.Asked;
import vn.giaoban.reporting.ReportingPeriods;
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

/** Reporting periods: opened, corrected, taken back, and how far those who are asked are. */
@RestController
class PeriodController {

    private final ReportingPeriods periods;
    private final PeriodConfirmations confirmations;
    private final Organisation organisation;
    private final Wordings wordings;

    PeriodController(
            ReportingPeriods periods, PeriodConfirmations confirmations, Organisation organisation, Wordings wordings) {
        this.periods = periods;
        this.confirmations = confirmations;
        this.organisation = organisation;
        this.wordings = wordings;
    }

    @GetMapping("/units/{unit}/periods")
    PeriodsPage list(Actor by, AsOf at, @PathVariable UnitId unit) {
        return new PeriodsPage(
                organisation.unit(unit, at),
                periods.of(by, unit, at),
                periods.asked(by, at).stream()
                        .filter(request -> request.unit().id().equals(unit))
                        .toList(),
                organisation.may(by, Verb.KEEP_REGISTER, unit, at));
    }

    @GetMapping("/units/{unit}/periods/new")
    PeriodFormPage form(Actor by, AsOf at, @PathVariable UnitId unit) {
        return form(by, at, unit, null, PeriodForm.EMPTY, FormErrors.NONE);
    }

    @PostMapping("/units/{unit}/periods")
    ResponseEntity<Page> open(Actor by, AsOf at, @PathVariable UnitId unit, PeriodForm form, BindingResult binding) {
        return Attempt.of(binding, () -> periods.open(by, unit, form.toNewPeriod(), at))
                .then(id -> Answers.saying("reporting.periods.opened").seeOther("/periods/{period}", id))
                .orAgain(errors -> form(by, at, unit, null, form, errors));
    }

    @GetMapping("/periods/{period}")
    PeriodPage show(Actor by, AsOf at, @PathVariable long period) {
        return page(by, at, period, FormErrors.NONE);
    }

    @GetMapping("/periods/{period}/correct")
    PeriodFormPage correct(Actor by, AsOf at, @PathVariable long period) {
        var found = periods.period(by, period, at);
        return form(by, at, found.unit(), period, PeriodForm.of(found), FormErrors.NONE);
    }

    @PostMapping("/periods/{period}/correct")
    ResponseEntity<Page> correct(Actor by, AsOf at, @PathVariable long period, PeriodForm form, BindingResult binding) {
        var unit = periods.period(by, period, at).unit();
        return Attempt.of(binding, () -> periods.correct(by, period, form.toNewPeriod(), at))
                .then(done -> Answers.saying("reporting.periods.corrected").seeOther("/periods/{period}", period))
                .orAgain(errors -> form(by, at, unit, period, form, errors));
    }

    @PostMapping("/periods/{period}/withdraw")
    ResponseEntity<Page> withdraw(Actor by, AsOf at, @PathVariable long period) {
        var unit = periods.period(by, period, at).unit();
        periods.withdraw(by, period, at);
        return Answers.saying("reporting.periods.withdrawn").seeOther("/units/{unit}/periods", unit);
    }

    @PostMapping("/periods/{period}/reminders")
    ResponseEntity<Page> remind(Actor by, AsOf at, @PathVariable long period) {
        return Attempt.of(Pressed.nothing(), () -> confirmations.remind(by, period, at))
                .then(reminded ->
                        Answers.saying("reporting.periods.reminded", reminded).seeOther("/periods/{period}", period))
                .orAgain(errors -> page(by, at, period, errors));
    }

    private PeriodPage page(Actor by, AsOf at, long period, FormErrors errors) {
        var found = periods.period(by, period, at);
        return new PeriodPage(
                organisation.unit(found.unit(), at),
                found,
                confirmations.lines(by, period, at),
                periods.history(by, period, at),
                found.daysLeft(at.day()),
                periods.mayKeep(by, found, at),
                errors);
    }

    private PeriodFormPage form(
            Actor by, AsOf at, UnitId unit, @Nullable Long period, PeriodForm form, FormErrors errors) {
        organisation.check(by, Verb.KEEP_REGISTER, unit, at);
        var words = wordings.current();
        return new PeriodFormPage(
                organisation.unit(unit, at),
                period,
                form,
                Arrays.stream(Asked.values())
                        .map(one -> new Option(one.name(), words.text("reporting.periods.asked." + one)))
                        .toList(),
                errors);
    }
}

package vn.giaoban.reporting.web;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.figures.Answer;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Question;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.reporting.ConfirmedFigures;
import vn.giaoban.reporting.PeriodClosing;
import vn.giaoban.reporting.PeriodConfirmations;
import vn.giaoban.reporting.PeriodConfirmations.Line;
import vn.giaoban.reporting.PeriodConfirmations.State;
import vn.giaoban.reporting.ReportingPeriod;
import vn.giaoban.reporting.ReportingPeriods;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.UnitId;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wordings;

/** A unit confirms its figures of a period; the unit that asks settles them. */
@RestController
class ConfirmationController {

    private final ReportingPeriods periods;
    private final PeriodConfirmations confirmations;
    private final PeriodClosing closing;
    private final Organisation organisation;
    private final Figures figures;
    private final Wordings wordings;

    ConfirmationController(
            ReportingPeriods periods,
            PeriodConfirmations confirmations,
            PeriodClosing closing,
            Organisation organisation,
            Figures figures,
            Wordings wordings) {
        this.periods = periods;
        this.confirmations = confirmations;
        this.closing = closing;
        this.organisation = organisation;
        this.figures = figures;
        this.wordings = wordings;
    }

    @GetMapping("/periods/{period}/units/{unit}")
    ConfirmationPage show(Actor by, AsOf at, @PathVariable long period, @PathVariable UnitId unit) {
        return page(by, at, period, unit, FormErrors.NONE);
    }

    @PostMapping("/periods/{period}/units/{unit}")
    ResponseEntity<Page> confirm(
            Actor by,
            AsOf at,
            @PathVariable long period,
            @PathVariable UnitId unit,
            ConfirmationForm form,
            BindingResult binding) {
        return Attempt.of(binding, () -> confirmations.confirm(by, period, unit, form.toNewConfirmation(), at))
                .then(done ->
                        Answers.saying("reporting.confirmed").seeOther("/periods/{period}/units/{unit}", period, unit))
                .orAgain(errors -> page(
                        by, at, period, unit, errors.beside("post", form.post()).beside("document", form.document())));
    }

    @GetMapping("/periods/{period}/close")
    ClosingPage close(Actor by, AsOf at, @PathVariable long period) {
        return closing(by, at, period, "", FormErrors.NONE);
    }

    @PostMapping("/periods/{period}/close")
    ResponseEntity<Page> close(Actor by, AsOf at, @PathVariable long period, @RequestParam @Nullable String note) {
        return Attempt.of(Pressed.nothing(), () -> closing.close(by, period, note, at))
                .then(freeze -> Answers.saying("reporting.periods.closed").seeOther("/periods/{period}", period))
                .orAgain(errors ->
                        closing(by, at, period, Objects.requireNonNullElse(note, ""), errors.beside("note", note)));
    }

    private ClosingPage closing(Actor by, AsOf at, long period, String note, FormErrors errors) {
        var found = periods.toSettle(by, period, at);
        var lines = confirmations.lines(by, period, at);
        return new ClosingPage(
                organisation.unit(found.unit(), at),
                found,
                lines.size(),
                lines.stream().filter(line -> line.state() != State.CONFIRMED).toList(),
                note,
                errors);
    }

    private ConfirmationPage page(Actor by, AsOf at, long period, UnitId unit, FormErrors errors) {
        var found = periods.askedOf(by, period, unit, at);
        var line = confirmations.line(by, period, unit, at);
        var question = Question.of(unit, found.from(), found.lastDay().plusDays(1))
                .known(at.known())
                .only(ConfirmedFigures.CODES);
        var answer = figures.read(by, question);
        var yearAgo = yearAgo(by, question, found);
        return new ConfirmationPage(
                found,
                organisation.unit(found.unit(), at),
                line,
                ConfirmedFigures.CODES.stream()
                        .map(code -> row(found, line, answer, yearAgo, code))
                        .toList(),
                found.daysLeft(at.day()),
                found.isOpen() ? confirmations.way(by, found, unit, at) : PeriodConfirmations.Way.NOT,
                confirmations.lastPost(by),
                errors);
    }

    private Optional<Answer> yearAgo(Actor by, Question question, ReportingPeriod period) {
        var then = period.period().yearAgo();
        try {
            return Optional.of(figures.read(by, question.during(then.from(), then.until())));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.INVALID) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private ConfirmationPage.Row row(
            ReportingPeriod period, Line line, Answer answer, Optional<Answer> yearAgo, String code) {
        var unit = line.unit().id().toString();
        var now = answer.figure(code);
        var held = held(line, code);
        var since = since(period, line);
        // What the reader may not see of the figure is not told by what was confirmed either.
        var shown = now.why() == null;
        var differs = shown && line.differences().contains(code);
        return new ConfirmationPage.Row(
                code,
                now.indicator().name().in(wordings.current().locale()),
                shown ? Long.valueOf(now.orZero()) : null,
                shown ? held : null,
                yearAgo.map(then -> then.figure(code))
                        .filter(figure -> figure.value() != null)
                        .map(figure -> figure.orZero())
                        .orElse(null),
                now.orZero() == 0 ? null : "/figures/" + unit + "/rows/" + code + "?" + Confirming.query(period),
                differs && since != null ? Confirming.explained(unit, period, code, since) : null);
    }

    private static @Nullable Long held(Line line, String code) {
        var settled = line.settled();
        var confirmation = line.confirmation();
        if (settled != null) {
            return settled.value(code);
        }
        return confirmation == null ? null : confirmation.figures().value(code);
    }

    private static java.time.@Nullable Instant since(ReportingPeriod period, Line line) {
        var settled = period.closing();
        var confirmation = line.confirmation();
        if (settled != null) {
            return settled.known();
        }
        return confirmation == null ? null : confirmation.known();
    }
}

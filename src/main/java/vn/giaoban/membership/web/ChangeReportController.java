package vn.giaoban.membership.web;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.membership.ChangeReports;
import vn.giaoban.membership.Insistence;
import vn.giaoban.membership.MemberId;
import vn.giaoban.membership.Membership;
import vn.giaoban.membership.MembershipRefusal;
import vn.giaoban.membership.PersonList;
import vn.giaoban.membership.Report;
import vn.giaoban.membership.ReportAnswers;
import vn.giaoban.membership.ReportId;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** The cell reports, the base answers. */
@RestController
@RequestMapping("/changes")
class ChangeReportController {

    /** No cell is larger. */
    private static final int AT_ONCE = 500;

    private final ChangeReports reports;
    private final ReportAnswers answers;
    private final Membership membership;
    private final Organisation organisation;

    ChangeReportController(
            ChangeReports reports, ReportAnswers answers, Membership membership, Organisation organisation) {
        this.reports = reports;
        this.answers = answers;
        this.membership = membership;
        this.organisation = organisation;
    }

    @GetMapping
    Page desk(Actor by) {
        return new ReportsPage(reports.desk(by), by.mayAnywhere(Verb.RECORD), by.mayAnywhere(Verb.CONFIRM));
    }

    /** Whom it is about is the first question; of a larger unit, or of several, one chooses in its list. */
    @GetMapping("/choose")
    ResponseEntity<Page> choose(Actor by, AsOf at, @RequestParam(required = false) @Nullable UnitId cell) {
        var own = by.where(Verb.RECORD);
        if (cell == null && own.size() != 1) {
            return Answers.seeOther("/members");
        }
        var asked = cell == null ? own.iterator().next() : cell;
        organisation.check(by, Verb.RECORD, asked, at);
        var unit = organisation.unit(asked, at);
        if (!unit.holdsMembers()) {
            return Answers.seeOther("/members?unit={unit}", asked);
        }
        var people =
                membership.list(by, PersonList.Filter.of(asked), new PersonList.Slice(1, AT_ONCE), at, ReadKind.LIST);
        return ResponseEntity.ok(new ChooseReportPage(unit, people.people()));
    }

    /** Whom a report is about: a member, or the cell in which somebody is to be admitted. */
    record About(@Nullable MemberId member, @Nullable UnitId cell, Report.@Nullable Kind kind) {

        boolean isNobody() {
            return member == null && cell == null;
        }

        String address() {
            return member != null ? "member=" + member : "cell=" + Objects.toString(cell, "");
        }
    }

    @GetMapping("/new")
    Page form(Actor by, AsOf at, About about) {
        return page(by, at, about, ReportForm.EMPTY, FormErrors.NONE);
    }

    @PostMapping("/new")
    ResponseEntity<Page> report(Actor by, AsOf at, About about, @Valid ReportForm form, BindingResult binding) {
        return Attempt.of(binding, () -> {
                    var kind = Objects.requireNonNullElse(about.kind(), Report.Kind.OTHER);
                    var member = about.member();
                    var cell = about.cell();
                    if (member != null) {
                        return reports.report(by, member, form.toSaid(kind));
                    } else if (cell != null) {
                        return reports.report(by, cell, form.toSaid(Report.Kind.ADMISSION));
                    }
                    throw MembershipRefusal.aboutNobody();
                })
                .then(id -> Answers.saying("membership.reported").seeOther("/changes"))
                .orAgain(errors -> about.isNobody()
                        ? nobody(about, form, FieldErrors.placed(errors, ReportForm.class))
                        : page(by, at, about, form, FieldErrors.placed(errors, ReportForm.class)));
    }

    /** What was typed is not lost, though it can only be sent from the file of a member or the page of a cell. */
    private static Page nobody(About about, ReportForm form, FormErrors errors) {
        var kind = Objects.requireNonNullElse(about.kind(), Report.Kind.OTHER);
        return new NewReportPage("", about.address(), List.of(), kind, form, errors);
    }

    private Page page(Actor by, AsOf at, About about, ReportForm form, FormErrors errors) {
        var member = about.member();
        if (member != null) {
            var person = membership.named(by, ReadKind.LIST, "membership.report", List.of(member)).stream()
                    .findFirst()
                    .orElseThrow(MembershipRefusal::memberNotFound);
            return new NewReportPage(
                    person.name(),
                    about.address(),
                    Arrays.stream(Report.Kind.values())
                            .filter(kind -> kind != Report.Kind.ADMISSION)
                            .toList(),
                    about.kind(),
                    form,
                    errors);
        }
        var cell = organisation.unit(Objects.requireNonNullElse(about.cell(), new UnitId(0)), at);
        return new NewReportPage(cell.name(), about.address(), List.of(), Report.Kind.ADMISSION, form, errors);
    }

    @GetMapping("/{report}")
    Page report(Actor by, @PathVariable ReportId report) {
        var shown = reports.report(by, report);
        return page(by, shown, ReportForm.of(shown.report().said()), Answer.NONE, FormErrors.NONE);
    }

    /**
     * What the officer answers besides what he puts right.
     *
     * @param answer a word to the reporter
     */
    public record Answer(
            @Nullable String answer,
            @Nullable Boolean another,
            @Nullable Boolean sure) {

        static final Answer NONE = new Answer(null, null, null);

        String words() {
            return Objects.requireNonNullElse(answer, "");
        }

        Set<Insistence> insists() {
            var insists = EnumSet.noneOf(Insistence.class);
            if (Boolean.TRUE.equals(another)) {
                insists.add(Insistence.ANOTHER_PERSON);
            }
            if (Boolean.TRUE.equals(sure)) {
                insists.add(Insistence.DAYS_ARE_RIGHT);
            }
            return insists;
        }
    }

    private Page page(Actor by, ChangeReports.Shown shown, ReportForm form, Answer answer, FormErrors errors) {
        var report = shown.report();
        return new ReportPage(
                shown,
                reports.mayAnswer(by, report),
                report.answer() == null && report.login().equals(by.login()),
                form,
                answer.words(),
                answer.insists(),
                errors);
    }

    @PostMapping("/{report}/confirm")
    ResponseEntity<Page> confirm(
            Actor by, @PathVariable ReportId report, Answer answer, @Valid ReportForm form, BindingResult binding) {
        var shown = reports.report(by, report);
        return Attempt.of(binding, () -> {
                    var said = form.toSaid(shown.report().said().kind());
                    answers.confirm(
                            by,
                            report,
                            new ReportAnswers.Confirmed(said, MovementForm.filled(answer.answer()), answer.insists()));
                    return report;
                })
                .then(done -> Answers.saying("membership.report-confirmed").seeOther("/changes"))
                .orAgain(errors -> page(by, shown, form, answer, FieldErrors.placed(errors, ReportForm.class)));
    }

    /** What was put right does not matter any more, not even if it cannot be read; it stays in the form if the word is missing. */
    @PostMapping("/{report}/return")
    ResponseEntity<Page> giveBack(
            Actor by, @PathVariable ReportId report, Answer answer, @Valid ReportForm form, BindingResult binding) {
        var shown = reports.report(by, report);
        return Attempt.of(new MapBindingResult(new HashMap<>(), "answer"), () -> {
                    answers.giveBack(by, report, answer.answer());
                    return report;
                })
                .then(done -> Answers.saying("membership.report-returned").seeOther("/changes"))
                .orAgain(errors -> page(
                        by, shown, form, answer, FormErrors.of(binding).and(errors.beside("answer", answer.words()))));
    }

    @PostMapping("/{report}/take-back")
    ResponseEntity<Page> takeBack(Actor by, @PathVariable ReportId report) {
        answers.takeBack(by, report);
        return Answers.saying("membership.report-taken-back").seeOther("/changes");
    }
}

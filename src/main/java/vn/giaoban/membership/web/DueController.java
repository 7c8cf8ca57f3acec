package vn.giaoban.membership.web;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.membership.Due;
import vn.giaoban.membership.DueKind;
import vn.giaoban.membership.DueLists;
import vn.giaoban.membership.IdleReasons;
import vn.giaoban.membership.MembershipRefusal;
import vn.giaoban.membership.PersonList;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.organisation.Unit;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Pager;
import vn.giaoban.ui.Wordings;

/** What is due: how long each list is, each list, and the same on paper. */
@RestController
class DueController {

    private static final int LINES = 100;
    private static final int PAPER = 2_000;

    private final DueLists due;
    private final IdleReasons reasons;
    private final Organisation organisation;
    private final Wordings wordings;

    DueController(DueLists due, IdleReasons reasons, Organisation organisation, Wordings wordings) {
        this.due = due;
        this.reasons = reasons;
        this.organisation = organisation;
        this.wordings = wordings;
    }

    @GetMapping("/due")
    ResponseEntity<Page> overview(Actor by, AsOf at, @RequestParam(required = false) @Nullable UnitId unit) {
        if (unit == null) {
            var tops = tops(by, at);
            return tops.size() == 1
                    ? Answers.seeOther("/due?unit={unit}", tops.get(0).id())
                    : ResponseEntity.ok(new DuePage(null, tops, List.of(), List.of()));
        }
        var counts = due.counts(by, unit, at, kinds(by));
        var shown = organisation.unit(unit, at);
        return ResponseEntity.ok(
                due.tooWide(unit, at)
                        ? new DuePage(shown, organisation.children(unit, at), List.of(), List.of())
                        : new DuePage(shown, List.of(), part(counts, true, at), part(counts, false, at)));
    }

    /** A secretary's own cell is one: what a superior looks for among cells is nothing to him, but his own term and post are. */
    private static Collection<DueKind> kinds(Actor by) {
        return Arrays.stream(DueKind.values())
                .filter(kind -> !by.onlyReports() || kind != DueKind.NO_CELL_COMMITTEE && kind != DueKind.MANY)
                .toList();
    }

    private List<DuePage.Counted> part(List<Due.Count> counts, boolean persons, AsOf at) {
        return counts.stream()
                .filter(count -> count.kind().ofPersons() == persons)
                .map(count -> new DuePage.Counted(title(count.kind(), null, at), count.size()))
                .toList();
    }

    private List<Unit> tops(Actor by, AsOf at) {
        return java.util.stream.Stream.concat(by.where(Verb.SEE_PERSONS).stream(), by.where(Verb.SEE_FIGURES).stream())
                .distinct()
                .sorted()
                .flatMap(top -> organisation.find(top, at).stream())
                .toList();
    }

    @GetMapping("/due/{list}")
    DueListPage list(
            Actor by,
            AsOf at,
            Locale locale,
            @PathVariable String list,
            @RequestParam UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate award,
            @RequestParam(defaultValue = "1") int page) {
        return page(by, at, locale, asked(list, unit, award, at), new PersonList.Slice(page, LINES), ReadKind.LIST);
    }

    @GetMapping("/due/{list}/print")
    DueListPage print(
            Actor by,
            AsOf at,
            Locale locale,
            @PathVariable String list,
            @RequestParam UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate award) {
        return page(by, at, locale, asked(list, unit, award, at), new PersonList.Slice(1, PAPER), ReadKind.PRINT);
    }

    private DueListPage page(Actor by, AsOf at, Locale locale, Due.Asked asked, PersonList.Slice slice, ReadKind kind) {
        var people =
                asked.kind().ofPersons() ? due.people(by, asked, slice, at, kind) : new Due.People(List.of(), 0, 1);
        var units = asked.kind().ofPersons() ? new Due.Units(List.of(), 0, 1) : due.units(by, asked, slice, at, locale);
        var path = organisation.path(asked.unit(), at);
        var all = people.all() + units.all();
        return new DueListPage(
                organisation.unit(asked.unit(), at),
                path.size() < 2 ? null : path.get(path.size() - 2),
                title(asked.kind(), asked.award(), at),
                asked.award(),
                asked.kind() == DueKind.BADGE ? due.awards(at.day()) : List.of(),
                people.lines(),
                units.lines(),
                all,
                kind == ReadKind.PRINT ? null : Pager.of(Math.max(people.page(), units.page()), LINES, all),
                new DueListPage.Rights(
                        organisation.may(by, Verb.EXPORT_PERSONS, asked.unit(), at),
                        reasons.mayEnter(by, asked.unit())));
    }

    private Due.Asked asked(String list, UnitId unit, @Nullable LocalDate award, AsOf at) {
        var kind = DueKind.find(list).orElseThrow(MembershipRefusal::noSuchList);
        return new Due.Asked(kind, unit, kind == DueKind.BADGE ? award(award, at) : null);
    }

    /** One of the days to choose from, else the next. */
    private @Nullable LocalDate award(@Nullable LocalDate asked, AsOf at) {
        var awards = due.awards(at.day());
        return awards.contains(asked) ? asked : awards.isEmpty() ? null : awards.get(0);
    }

    DueTitle title(DueKind kind, @Nullable LocalDate award, AsOf at) {
        return DueTitle.of(
                kind, due.rules(kind, at.day()), kind == DueKind.BADGE ? award(award, at) : null, wordings.current());
    }

    /** @param reason code of a reason @param words of the officer */
    public record ReasonForm(
            @Nullable String reason,
            @Size(max = 300) @Nullable String words) {}

    @GetMapping("/due/no-admission/{unit}/reason")
    Page reason(Actor by, AsOf at, Locale locale, @PathVariable UnitId unit) {
        return reasonPage(by, at, locale, unit, new ReasonForm(null, null), FormErrors.NONE);
    }

    @PostMapping("/due/no-admission/{unit}/reason")
    ResponseEntity<Page> reason(
            Actor by,
            AsOf at,
            Locale locale,
            @PathVariable UnitId unit,
            @jakarta.validation.Valid ReasonForm form,
            BindingResult binding) {
        return Attempt.of(binding, () -> {
                    reasons.enter(by, unit, Objects.toString(form.reason(), ""), form.words());
                    return unit;
                })
                .then(done -> Answers.saying("membership.due.reason-kept").seeOther("/due?unit={unit}", done))
                .orAgain(
                        errors -> reasonPage(by, at, locale, unit, form, FieldErrors.placed(errors, ReasonForm.class)));
    }

    private Page reasonPage(Actor by, AsOf at, Locale locale, UnitId unit, ReasonForm form, FormErrors errors) {
        if (!reasons.mayEnter(by, unit)) {
            throw OrganisationRefusal.unitNotFound();
        }
        return new DueReasonPage(organisation.unit(unit, at), reasons.choices(locale), form, errors);
    }
}

package vn.giaoban.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.membership.Due;
import vn.giaoban.membership.DueKind;
import vn.giaoban.membership.DueLists;
import vn.giaoban.membership.MembershipRefusal;
import vn.giaoban.membership.PersonList;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Export;
import vn.giaoban.ui.Exports;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wording;
import vn.giaoban.ui.Wordings;

/** Lists of what is due as spreadsheets: units at once, persons after a purpose is given. */
@RestController
class DueExportController {

    private final DueLists due;
    private final Organisation organisation;
    private final Exports exports;
    private final Wordings wordings;

    DueExportController(DueLists due, Organisation organisation, Exports exports, Wordings wordings) {
        this.due = due;
        this.organisation = organisation;
        this.exports = exports;
        this.wordings = wordings;
    }

    /** Of persons a form comes first. */
    @GetMapping("/due/{list}/export")
    @Nullable
    ResponseEntity<Page> ask(
            Actor by,
            AsOf at,
            Locale locale,
            @PathVariable String list,
            @RequestParam UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate award,
            @RequestParam(defaultValue = "") String format,
            HttpServletResponse response) {
        var kind = DueKind.find(list).orElseThrow(MembershipRefusal::noSuchList);
        if (kind.ofPersons()) {
            organisation.check(by, Verb.EXPORT_PERSONS, unit, at);
            return ResponseEntity.ok(page(kind, unit, award, at, ExportController.ExportForm.EMPTY, FormErrors.NONE));
        }
        var asked = new Due.Asked(kind, unit, null);
        var lines = due.units(by, asked, new PersonList.Slice(1, Integer.MAX_VALUE), at, locale)
                .lines();
        exports.answer(units(asked, at, lines), Export.Format.of(format), response);
        return null;
    }

    @PostMapping("/due/{list}/export")
    @Nullable
    ResponseEntity<Page> take(
            Actor by,
            AsOf at,
            @PathVariable String list,
            @RequestParam UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate award,
            @Valid ExportController.ExportForm form,
            BindingResult binding,
            HttpServletResponse response) {
        var kind = DueKind.find(list).filter(DueKind::ofPersons).orElseThrow(MembershipRefusal::noSuchList);
        if (binding.hasErrors()) {
            organisation.check(by, Verb.EXPORT_PERSONS, unit, at);
            return Answers.again(page(kind, unit, award, at, form, FormErrors.of(binding)));
        }
        var asked = new Due.Asked(kind, unit, kind == DueKind.BADGE ? award : null);
        var lines = due.take(by, asked, at, form.purpose());
        exports.answer(people(asked, at, lines), Export.Format.of(Objects.toString(form.format(), "")), response);
        return null;
    }

    private DueExportPage page(
            DueKind kind,
            UnitId unit,
            @Nullable LocalDate award,
            AsOf at,
            ExportController.ExportForm form,
            FormErrors errors) {
        return new DueExportPage(organisation.unit(unit, at), title(kind, award, at), award, form, errors);
    }

    private DueTitle title(DueKind kind, @Nullable LocalDate award, AsOf at) {
        var next = due.awards(at.day());
        return DueTitle.of(
                kind,
                due.rules(kind, at.day()),
                award != null || next.isEmpty() ? award : next.get(0),
                wordings.current());
    }

    private Export people(Due.Asked asked, AsOf at, List<Due.Line> lines) {
        var words = wordings.current();
        var kind = asked.kind();
        return new Export(
                kind.code() + "-" + at.day(),
                heading(asked, at, lines.size()),
                true,
                heads(
                        words,
                        "paper.no",
                        "name",
                        "birth",
                        "cell",
                        "due.above",
                        "due.completed",
                        "due.decide-by",
                        "due.badge-years",
                        "party-from",
                        "due.badge-why"),
                sink -> {
                    for (var n = 0; n < lines.size(); n++) {
                        sink.accept(cells(n + 1, lines.get(n), words));
                    }
                });
    }

    private static List<?> cells(int number, Due.Line line, Wording words) {
        var person = line.person();
        return Arrays.asList(
                number,
                person.name(),
                ExportController.birth(person.birth(), words),
                person.cellName(),
                line.above(),
                line.due(),
                line.last(),
                line.years() == 0 ? null : line.years(),
                person.partyFrom(),
                why(line, words));
    }

    private static @Nullable String why(Due.Line line, Wording words) {
        var seniority = line.seniority();
        if (seniority == null || seniority.start() == null || seniority.basis() == null) {
            return null;
        }
        return Stream.concat(
                        Stream.of(words.text(
                                "membership.seniority." + seniority.basis().name(), seniority.start())),
                        seniority.gaps().stream()
                                .map(gap -> gap.until() == null
                                        ? words.text("membership.seniority.told-gap", gap.days())
                                        : words.text("membership.seniority.gap-before", gap.days(), gap.until())))
                .collect(Collectors.joining(" "));
    }

    private Export units(Due.Asked asked, AsOf at, List<Due.UnitLine> lines) {
        var words = wordings.current();
        return new Export(
                asked.kind().code() + "-" + at.day(),
                heading(asked, at, lines.size()),
                false,
                heads(words, "paper.no", "due.unit", "due.above", "due.number", "due.day", "due.term", "due.reason"),
                sink -> {
                    for (var n = 0; n < lines.size(); n++) {
                        var line = lines.get(n);
                        var reason = line.reason();
                        sink.accept(Arrays.asList(
                                n + 1,
                                line.name(),
                                line.above(),
                                line.number(),
                                line.day(),
                                line.words(),
                                reason == null
                                        ? null
                                        : reason.words() == null
                                                ? reason.name()
                                                : reason.name() + " – " + reason.words()));
                    }
                });
    }

    private String heading(Due.Asked asked, AsOf at, int size) {
        return wordings.current()
                .text(
                        "membership.due.export-title",
                        title(asked.kind(), asked.award(), at).title(),
                        organisation.unit(asked.unit(), at).name(),
                        at.day(),
                        size);
    }

    private static List<String> heads(Wording words, String... keys) {
        return Stream.of(keys).map(key -> words.text("membership." + key)).toList();
    }
}

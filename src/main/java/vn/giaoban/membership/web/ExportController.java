package vn.giaoban.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.membership.Birth;
import vn.giaoban.membership.MemberExports;
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

/** A member list as a spreadsheet: asks what for, then streams it. */
@RestController
class ExportController {

    private static final List<String> COLUMNS = List.of(
            "paper.no",
            "name",
            "birth",
            "sex",
            "ethnicity",
            "native-place",
            "residence",
            "occupation",
            "education",
            "theory",
            "languages",
            "cv-number",
            "card",
            "decided-on",
            "ceremony-on",
            "official-on",
            "degree",
            "party-from",
            "cell",
            "cell-code");

    private final MemberExports members;
    private final Organisation organisation;
    private final Exports exports;
    private final Wordings wordings;

    ExportController(MemberExports members, Organisation organisation, Exports exports, Wordings wordings) {
        this.members = members;
        this.organisation = organisation;
        this.exports = exports;
        this.wordings = wordings;
    }

    /** @param purpose what the list is taken for, kept with the recorded read @param format {@code csv}; anything else: a workbook */
    public record ExportForm(
            @NotBlank(message = "{membership.purpose-missing}") @Size(max = 300) @Nullable
            String purpose,

            @Nullable String format) {

        static final ExportForm EMPTY = new ExportForm(null, null);
    }

    @GetMapping("/members/export")
    Page form(
            Actor by,
            AsOf at,
            @RequestParam UnitId unit,
            @RequestParam(defaultValue = "") String q,
            MembersController.Asked asked) {
        organisation.check(by, Verb.EXPORT_PERSONS, unit, at);
        return page(unit, at, q, asked, ExportForm.EMPTY, FormErrors.NONE);
    }

    /** Answers with the file itself; with the form where something is missing. */
    @PostMapping("/members/export")
    @Nullable
    ResponseEntity<Page> export(
            Actor by,
            AsOf at,
            Locale locale,
            @RequestParam UnitId unit,
            @RequestParam(defaultValue = "") String q,
            MembersController.Asked asked,
            @Valid ExportForm form,
            BindingResult binding,
            HttpServletResponse response) {
        if (binding.hasErrors()) {
            return Answers.again(page(unit, at, q, asked, form, FormErrors.of(binding)));
        }
        var taken = members.take(by, asked.filter(unit, q), at, form.purpose(), locale);
        exports.answer(
                export(organisation.unit(unit, at).name(), at, taken),
                Export.Format.of(Objects.toString(form.format(), "")),
                response);
        return null;
    }

    private ExportPage page(
            UnitId unit, AsOf at, String q, MembersController.Asked asked, ExportForm form, FormErrors errors) {
        return new ExportPage(organisation.unit(unit, at), q, asked.shown(), form, errors);
    }

    private Export export(String unit, AsOf at, MemberExports.Taken taken) {
        var words = wordings.current();
        var number = new long[1];
        return new Export(
                "dang-vien-" + at.day(),
                words.text("membership.export.title", unit, at.day(), taken.size()),
                true,
                COLUMNS.stream()
                        .map(column -> words.text("membership." + column))
                        .toList(),
                sink -> taken.lines().accept(line -> sink.accept(cells(++number[0], line, words))));
    }

    private static List<?> cells(long number, MemberExports.Line line, Wording words) {
        var person = line.person();
        var profile = line.profile();
        return Arrays.asList(
                number,
                person.name(),
                birth(person.birth(), words),
                words.word(person.sex()),
                profile.origin().ethnicity(),
                profile.origin().nativePlace(),
                profile.origin().residence(),
                profile.schooling().occupation(),
                profile.schooling().education(),
                profile.schooling().theory(),
                profile.schooling().languages(),
                profile.numbers().cv(),
                profile.numbers().card(),
                profile.joined().decidedOn(),
                profile.joined().ceremonyOn(),
                profile.joined().officialOn(),
                person.degree() == null ? null : words.word(person.degree()),
                person.partyFrom(),
                person.cellName(),
                line.cellCode());
    }

    /** As far as it is known; a day is a day, to be sorted and counted with. */
    static Object birth(Birth birth, Wording words) {
        return switch (birth.precision()) {
            case DAY -> birth.day();
            case MONTH -> words.month(java.time.YearMonth.from(birth.day()));
            case YEAR -> Integer.toString(birth.day().getYear());
        };
    }
}

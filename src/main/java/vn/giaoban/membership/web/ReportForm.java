package vn.giaoban.membership.web;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Attribute;
import vn.giaoban.membership.Report;
import vn.giaoban.membership.Sex;
import vn.giaoban.ui.Wording;

/** What was typed about a change; what is missing is told by the core, all at once. */
public record ReportForm(
        @Nullable LocalDate day,
        @Nullable Attribute attribute,
        @Size(max = 300) @Nullable String value,
        @Size(max = 40) @Nullable String toCell,
        @Size(max = 300) @Nullable String outside,
        @Size(max = 100) @Nullable String decisionNo,
        @Nullable LocalDate decisionDay,
        @Size(max = 100) @Nullable String familyAndGivenName,
        @Size(max = 10) @Nullable String birth,
        @Nullable Sex sex,
        @Size(max = 500) @Nullable String words) {

    static final ReportForm EMPTY = new ReportForm(null, null, null, null, null, null, null, null, null, null, null);

    /** A report, to be confirmed or put right. */
    static ReportForm of(Report.Said said) {
        var person = said.person();
        return new ReportForm(
                said.day(),
                said.attribute(),
                said.value(),
                said.toCell(),
                said.outside(),
                said.decisionNo(),
                said.decisionDay(),
                person == null ? null : person.name(),
                person == null ? null : person.birth(),
                person == null ? null : person.sex(),
                said.words());
    }

    Report.Said toSaid(Report.Kind kind) {
        return new Report.Said(
                kind,
                day,
                kind == Report.Kind.CHANGE ? attribute : null,
                kind == Report.Kind.CHANGE ? MovementForm.filled(value) : null,
                kind.goes() ? MovementForm.filled(toCell) : null,
                kind.goes() ? MovementForm.filled(outside) : null,
                MovementForm.filled(decisionNo),
                decisionDay,
                kind == Report.Kind.ADMISSION
                        ? new Report.NewPerson(MovementForm.filled(familyAndGivenName), MovementForm.filled(birth), sex)
                        : null,
                MovementForm.filled(words));
    }

    /** A day as a field shows it. */
    public static String day(@Nullable LocalDate day, Wording words) {
        return day == null ? "" : words.day(day);
    }

    /** A text as a field shows it. */
    public static String text(@Nullable Object text) {
        return Objects.toString(text, "");
    }
}

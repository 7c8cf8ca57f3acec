package vn.giaoban.reporting;

import static vn.giaoban.shared.Refusal.Kind.CONFLICT;
import static vn.giaoban.shared.Refusal.Kind.INVALID;
import static vn.giaoban.shared.Refusal.Kind.NOT_FOUND;

import java.time.LocalDate;
import vn.giaoban.shared.Refusal;

/** Everything this module can refuse. */
public final class ReportingRefusal extends Refusal {

    private ReportingRefusal(Kind kind, String code, Object... arguments) {
        super(kind, "reporting." + code, arguments);
    }

    static ReportingRefusal malformedPeriod(String text) {
        return new ReportingRefusal(INVALID, "malformed-period", text);
    }

    static ReportingRefusal remarkTooLong(int most) {
        return new ReportingRefusal(INVALID, "remark-too-long", most);
    }

    static ReportingRefusal remarkUnprintable() {
        return new ReportingRefusal(INVALID, "remark-unprintable");
    }

    static ReportingRefusal notAPlan(int admissions) {
        return new ReportingRefusal(INVALID, "not-a-plan", admissions);
    }

    static ReportingRefusal planNeedsADocument() {
        return new ReportingRefusal(INVALID, "plan-needs-a-document");
    }

    public static ReportingRefusal noSuchForm(String code) {
        return new ReportingRefusal(Kind.NOT_FOUND, "no-such-form", code);
    }

    public static ReportingRefusal noSuchCell(String form, String row, String column) {
        return new ReportingRefusal(Kind.NOT_FOUND, "no-such-cell", form, row, column);
    }

    /** @param typed what stands in the field of the unit */
    public static ReportingRefusal planNotANumber(String unit, String typed) {
        return new ReportingRefusal(INVALID, "plan-not-a-number", unit, typed);
    }

    static ReportingRefusal periodNotFound() {
        return new ReportingRefusal(NOT_FOUND, "period-not-found");
    }

    static ReportingRefusal periodNeedsAName(int most) {
        return new ReportingRefusal(INVALID, "period-needs-a-name", most);
    }

    static ReportingRefusal periodNeedsACutOff() {
        return new ReportingRefusal(INVALID, "period-needs-a-cut-off");
    }

    static ReportingRefusal periodEndsBeforeItBegins(LocalDate from, LocalDate last) {
        return new ReportingRefusal(INVALID, "period-ends-before-it-begins", from, last);
    }

    static ReportingRefusal periodTooLong(int years) {
        return new ReportingRefusal(INVALID, "period-too-long", years);
    }

    static ReportingRefusal confirmByOutOfRange(LocalDate limit, LocalDate from) {
        return new ReportingRefusal(INVALID, "confirm-by-out-of-range", limit, from);
    }

    static ReportingRefusal noFiguresYet(LocalDate day) {
        return new ReportingRefusal(INVALID, "no-figures-yet", day);
    }

    static ReportingRefusal documentTooLong(int most) {
        return new ReportingRefusal(INVALID, "document-too-long", most);
    }

    static ReportingRefusal periodOfThatName(String name) {
        return new ReportingRefusal(CONFLICT, "period-of-that-name", name);
    }

    static ReportingRefusal periodClosed(String name) {
        return new ReportingRefusal(CONFLICT, "period-closed", name);
    }

    static ReportingRefusal figuresChangedMeanwhile() {
        return new ReportingRefusal(CONFLICT, "figures-changed-meanwhile");
    }

    static ReportingRefusal confirmationNeedsAPost(int most) {
        return new ReportingRefusal(INVALID, "confirmation-needs-a-post", most);
    }

    static ReportingRefusal confirmationNeedsADocument() {
        return new ReportingRefusal(INVALID, "confirmation-needs-a-document");
    }

    static ReportingRefusal nobodyToRemind(String period) {
        return new ReportingRefusal(CONFLICT, "nobody-to-remind", period);
    }

    static ReportingRefusal remindedToday(int units) {
        return new ReportingRefusal(CONFLICT, "reminded-today", units);
    }

    static ReportingRefusal typedNotFound() {
        return new ReportingRefusal(NOT_FOUND, "typed-not-found");
    }

    static ReportingRefusal typedNeedsASource(int most) {
        return new ReportingRefusal(INVALID, "typed-needs-a-source", most);
    }

    static ReportingRefusal typedIsNoNumber() {
        return new ReportingRefusal(INVALID, "typed-is-no-number");
    }

    static ReportingRefusal typedNeedsADay() {
        return new ReportingRefusal(INVALID, "typed-needs-a-day");
    }

    static ReportingRefusal typedNeedsAPeriod(String kind) {
        return new ReportingRefusal(INVALID, "typed-needs-a-period", kind);
    }

    static ReportingRefusal typedNeedsAKind() {
        return new ReportingRefusal(INVALID, "typed-needs-a-kind");
    }

    /** @param figure name of what is counted from records */
    static ReportingRefusal recordsYield(String figure) {
        return new ReportingRefusal(INVALID, "records-yield", figure);
    }
}

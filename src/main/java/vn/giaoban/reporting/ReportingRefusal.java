package vn.giaoban.reporting;

import static vn.giaoban.shared.Refusal.Kind.INVALID;

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
}

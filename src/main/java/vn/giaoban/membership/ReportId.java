package vn.giaoban.membership;

import vn.giaoban.shared.RegisterId;

/** Number of a report of change within its register; written {@code register-number}. */
public record ReportId(RegisterId register, long number) {

    /** Reads the form used in addresses, such as {@code 2-17}; Spring's converters call this. */
    public static ReportId of(String text) {
        var member = MemberId.of(text);
        return new ReportId(member.register(), member.number());
    }

    @Override
    public String toString() {
        return register + "-" + number;
    }
}

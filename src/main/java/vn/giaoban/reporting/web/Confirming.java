package vn.giaoban.reporting.web;

import vn.giaoban.reporting.ReportingPeriod;
import vn.giaoban.ui.Wording;

/** What the pages of reporting periods say alike. */
public final class Confirming {

    private Confirming() {}

    /** Days, tree and, once it is settled, the instant, as figures read them. */
    static String query(ReportingPeriod period) {
        var days = "from=" + period.from() + "&until=" + period.lastDay().plusDays(1) + "&structure=as-was";
        var closing = period.closing();
        return closing == null ? days : days + "&known=" + closing.known();
    }

    /** The giao ban report of a unit for the period; settled once it is. */
    public static String report(String unit, ReportingPeriod period) {
        var closing = period.closing();
        var path = "/reports/" + unit + "?period=" + period.period().code();
        return closing == null ? path : path + "&known=" + closing.known();
    }

    /** Why a figure is another by now than it was at an instant. */
    public static String explained(String unit, ReportingPeriod period, String indicator, java.time.Instant since) {
        return "/figures/" + unit + "/explain?from=" + period.from() + "&until="
                + period.lastDay().plusDays(1) + "&structure=as-was&indicator=" + indicator + "&since="
                + period.lastDay() + "&sinceKnown=" + since;
    }

    /** "còn 3 ngày", "hôm nay là hạn", "quá hạn 2 ngày". */
    public static String left(Wording words, long days) {
        return days > 0
                ? words.text("reporting.periods.days-left", days)
                : days == 0
                        ? words.text("reporting.periods.last-day")
                        : words.text("reporting.periods.days-late", -days);
    }
}

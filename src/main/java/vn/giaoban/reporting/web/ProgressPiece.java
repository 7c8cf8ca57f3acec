package vn.giaoban.reporting.web;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoban.reporting.PeriodConfirmations.State;
import vn.giaoban.reporting.ReportingPeriod;
import vn.giaoban.reporting.YearProgress;
import vn.giaoban.shared.UnitId;
import vn.giaoban.ui.Page;

/**
 * The organisations directly under a unit, on the start page.
 *
 * @param period that is open; null where none is
 * @param confirmed how far those are that it asks
 */
public record ProgressPiece(
        YearProgress.Progress progress, @Nullable ReportingPeriod period, Map<UnitId, State> confirmed)
        implements Page {

    /** Days and tree as the figures read them, to open a number. */
    public String query() {
        return query(progress.from(), progress.day().plusDays(1));
    }

    /** The same days a year ago. */
    public String queryYearAgo() {
        return query(progress.from().minusYears(1), progress.day().plusDays(1).minusYears(1));
    }

    private static String query(LocalDate from, LocalDate until) {
        return "from=" + from + "&until=" + until + "&structure=as-was";
    }

    /** Null where the unit is not asked. */
    public @Nullable State state(UnitId unit) {
        return confirmed.get(unit);
    }
}

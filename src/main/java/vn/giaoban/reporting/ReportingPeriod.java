package vn.giaoban.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.FreezeId;
import vn.giaoban.shared.UnitId;

/**
 * A reporting period (kỳ báo cáo): what a unit asks those below it to confirm, and then settles. Compared with the same days a year ago.
 *
 * @param id the same through all its corrections
 * @param unit that asks
 * @param lastDay the cut-off, inside the period
 * @param confirmBy the last day on which figures are to be confirmed
 * @param document that asks for it; may be empty
 * @param login who entered the row that holds now, {@code at} when
 * @param closing null while it is open
 */
public record ReportingPeriod(
        long id,
        UnitId unit,
        String name,
        LocalDate from,
        LocalDate lastDay,
        LocalDate confirmBy,
        Asked asked,
        String document,
        String login,
        Instant at,
        @Nullable Closing closing) {

    /** Who is asked to confirm. */
    public enum Asked {
        /** The organisations directly under the unit. */
        DIRECT,
        /** Every base organisation below it. */
        BASE
    }

    /** @param known the instant at which the settled figures are read */
    public record Closing(FreezeId freeze, Instant known) {}

    public boolean isOpen() {
        return closing == null;
    }

    /** Its days, as reports and figures take them. */
    public Period period() {
        return new Period(Period.Kind.FREE, from, lastDay.plusDays(1));
    }

    /** Days left until figures are to be confirmed: 0 on the last, below 0 after it. */
    public long daysLeft(LocalDate day) {
        return ChronoUnit.DAYS.between(day, confirmBy);
    }
}

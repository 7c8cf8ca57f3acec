package vn.giaoban.reporting.web;

import java.util.List;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.PeriodConfirmations.Line;
import vn.giaoban.reporting.PeriodConfirmations.State;
import vn.giaoban.reporting.ReportingPeriod;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/**
 * A reporting period: who has confirmed, what is different by now, what to press.
 *
 * @param history states of it, the one that holds now first
 * @param daysLeft until figures are to be confirmed, from the selected day
 */
public record PeriodPage(
        Unit unit,
        ReportingPeriod period,
        List<Line> lines,
        List<ReportingPeriod> history,
        long daysLeft,
        boolean mayKeep,
        FormErrors errors)
        implements Page {

    public long count(State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }

    /** Those to whom a reminder would go. */
    public long late() {
        return lines.size() - count(State.CONFIRMED);
    }

    /** Parameters that open a number of the period: as settled, once it is. */
    public String query() {
        return Confirming.query(period);
    }
}

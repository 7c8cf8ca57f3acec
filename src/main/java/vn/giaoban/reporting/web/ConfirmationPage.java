package vn.giaoban.reporting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.PeriodConfirmations.Line;
import vn.giaoban.reporting.PeriodConfirmations.Way;
import vn.giaoban.reporting.ReportingPeriod;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/**
 * A unit's figures of a reporting period, to be confirmed.
 *
 * @param asking the unit that asks
 * @param rows the table of movement and what stands at its end
 * @param way in which the reader may confirm
 * @param post in which the reader confirmed last
 */
public record ConfirmationPage(
        ReportingPeriod period,
        Unit asking,
        Line line,
        List<Row> rows,
        long daysLeft,
        Way way,
        String post,
        FormErrors errors)
        implements Page {

    /**
     * @param held what was confirmed, or settled; null where nothing was
     * @param yearAgo the same days a year ago; null where registers had not begun
     * @param opens what is behind the number; null where nothing is
     * @param explained why it is another by now; null where it is not
     */
    public record Row(
            String code,
            String name,
            @Nullable Long now,
            @Nullable Long held,
            @Nullable Long yearAgo,
            @Nullable String opens,
            @Nullable String explained) {}
}

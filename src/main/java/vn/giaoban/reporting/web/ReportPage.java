package vn.giaoban.reporting.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoban.reporting.GiaoBanReport;
import vn.giaoban.ui.BarChart;
import vn.giaoban.ui.Figure;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.LineChart;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/**
 * The giao ban report on the screen.
 *
 * @param query the parameters that make this reading, for links to the same in other forms
 * @param knownChosen whether the instant of knowledge was chosen, not "now"
 * @param sort column by which the lines are sorted; empty: official order
 * @param partNames names of the parts of breakdowns
 */
public record ReportPage(
        GiaoBanReport report,
        String query,
        List<Option> periods,
        List<Option> structures,
        boolean knownChosen,
        List<Figure> heads,
        List<GiaoBanReport.Line> lines,
        LineChart series,
        @Nullable BarChart byUnit,
        Map<String, String> partNames,
        boolean mayPlan,
        boolean mayWrite,
        FormErrors errors)
        implements Page {

    /** What opens behind a number of this report; null where the number does not open. */
    public @Nullable String path(vn.giaoban.figures.Figure figure) {
        return path(report.unit().id().toString(), figure);
    }

    public @Nullable String path(String unit, vn.giaoban.figures.Figure figure) {
        return figure.value() == null || figure.value().signum() == 0
                ? null
                : "/figures/" + unit + "/rows/" + figure.code() + "?" + query;
    }
}

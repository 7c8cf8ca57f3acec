package vn.giaoban.membership.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Report;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/**
 * What is to be reported.
 *
 * @param about the person's name, or the cell's for somebody who is to be admitted
 * @param address query that says who it is about
 * @param kind null while it is to be chosen from {@code kinds}
 */
public record NewReportPage(
        String about,
        String address,
        List<Report.Kind> kinds,
        Report.@Nullable Kind kind,
        ReportForm form,
        FormErrors errors)
        implements Page {}

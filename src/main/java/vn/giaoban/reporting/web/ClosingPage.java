package vn.giaoban.reporting.web;

import java.util.List;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.PeriodConfirmations.Line;
import vn.giaoban.reporting.ReportingPeriod;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Asks before a period is settled. @param late who has not confirmed, or whose figures are others by now */
public record ClosingPage(Unit unit, ReportingPeriod period, int asked, List<Line> late, String note, FormErrors errors)
        implements Page {}

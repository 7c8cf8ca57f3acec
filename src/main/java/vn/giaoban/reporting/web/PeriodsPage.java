package vn.giaoban.reporting.web;

import java.util.List;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.ReportingPeriod;
import vn.giaoban.reporting.ReportingPeriods;
import vn.giaoban.ui.Page;

/**
 * The reporting periods of a unit: those by which it asks, and those by which it is asked.
 *
 * @param mayKeep whether the reader opens and settles them
 */
public record PeriodsPage(
        Unit unit, List<ReportingPeriod> periods, List<ReportingPeriods.Request> requests, boolean mayKeep)
        implements Page {}

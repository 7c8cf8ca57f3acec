package vn.giaoban.reporting.web;

import vn.giaoban.reporting.ReportingPeriod;
import vn.giaoban.ui.Page;

/**
 * The reporting period that is open, on the start page of the unit that asks.
 *
 * @param late those who have not confirmed, or whose figures are others by now
 * @param mayKeep whether the reader reminds and settles
 */
public record OpenPeriodPiece(
        ReportingPeriod period, long confirmed, int asked, long late, long daysLeft, boolean mayKeep) implements Page {}

package vn.giaoban.reporting.web;

import java.util.List;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.Page;

/** Of which unit one wants the report. */
public record ReportsPage(List<Unit> units) implements Page {}

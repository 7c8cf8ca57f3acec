package vn.giaoban.membership.web;

import vn.giaoban.membership.ChangeReports;
import vn.giaoban.ui.Page;

/** Reports of changes: those that wait for an answer, and what became of one's own. */
public record ReportsPage(ChangeReports.Desk desk, boolean mayReport, boolean mayConfirm) implements Page {}

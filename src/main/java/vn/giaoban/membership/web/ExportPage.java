package vn.giaoban.membership.web;

import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Asks what a list is taken away for. */
public record ExportPage(
        Unit unit, String text, MembersPage.Shown shown, ExportController.ExportForm form, FormErrors errors)
        implements Page {}

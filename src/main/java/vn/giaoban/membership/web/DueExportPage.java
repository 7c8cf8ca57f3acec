package vn.giaoban.membership.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Asks what a list of persons is taken for. */
public record DueExportPage(
        Unit unit, DueTitle list, @Nullable LocalDate award, ExportController.ExportForm form, FormErrors errors)
        implements Page {}

package vn.giaoban.membership.web;

import java.util.List;
import vn.giaoban.membership.IdleReasons;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Asks why nobody was admitted in a cell. */
public record DueReasonPage(
        Unit unit, List<IdleReasons.Choice> choices, DueController.ReasonForm form, FormErrors errors)
        implements Page {}

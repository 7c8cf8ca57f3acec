package vn.giaoban.reporting.web;

import java.util.List;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.forms.SuppliedTemplates;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Supplied files of a unit, and where one more is taken in. */
public record TemplatesPage(Unit unit, List<SuppliedTemplates.Template> templates, boolean mayTake, FormErrors errors)
        implements Page {}

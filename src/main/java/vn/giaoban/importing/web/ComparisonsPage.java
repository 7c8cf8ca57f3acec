package vn.giaoban.importing.web;

import java.util.List;
import vn.giaoban.importing.Comparison;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** What was compared, and the form to compare another list. @param units to choose from */
public record ComparisonsPage(
        List<Named> latest, List<Unit> units, ComparisonController.CompareForm form, FormErrors errors)
        implements Page {

    /** A comparison and the name of its unit. */
    public record Named(Comparison comparison, String unit) {}
}

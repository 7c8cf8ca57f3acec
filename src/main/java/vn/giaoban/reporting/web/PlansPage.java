package vn.giaoban.reporting.web;

import java.util.List;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** The plans for admissions of a unit and those directly below it, for one year. */
public record PlansPage(Unit unit, int year, String document, List<Line> lines, FormErrors errors) implements Page {

    /** @param typed what stands in the field @param from where the number in force is from, if not from the document of the page */
    public record Line(Unit unit, String typed, String from) {}
}

package vn.giaoban.reporting.web;

import java.util.List;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.Period;
import vn.giaoban.reporting.forms.FormSet;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/**
 * The forms of a unit and a period to choose from.
 *
 * @param query the reading in addresses of forms
 * @param templates where supplied files are filled
 */
public record FormsPage(
        Unit unit,
        FormSet set,
        Period period,
        boolean inForce,
        boolean ended,
        List<Option> periods,
        String query,
        String templates)
        implements Page {}

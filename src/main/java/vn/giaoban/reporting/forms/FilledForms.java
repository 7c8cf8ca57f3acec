package vn.giaoban.reporting.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Reading;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.Period;

/**
 * Forms of one unit and period, of one reading of the registers.
 *
 * @param unit as it was on the last day of the period
 * @param superior null for a root
 * @param yearAgo whether there are figures of the same days a year ago: not if the registers began later
 */
public record FilledForms(
        FormSet set,
        Unit unit,
        @Nullable Unit superior,
        Period period,
        Reading reading,
        boolean yearAgo,
        List<FilledForm> forms) {}

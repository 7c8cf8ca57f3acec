package vn.giaoban.membership.web;

import java.util.Set;
import vn.giaoban.membership.ChangeReports;
import vn.giaoban.membership.Insistence;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/**
 * One report and what can be done with it.
 *
 * @param mayAnswer the base's officer; {@code mayTakeBack} its reporter while it waits
 * @param insists what was ticked
 * @param answer what was typed as the word with the answer
 */
public record ReportPage(
        ChangeReports.Shown shown,
        boolean mayAnswer,
        boolean mayTakeBack,
        ReportForm form,
        String answer,
        Set<Insistence> insists,
        FormErrors errors)
        implements Page {

    public boolean insists(Insistence what) {
        return insists.contains(what);
    }
}

package vn.giaoban.organisation.web;

import java.util.List;
import vn.giaoban.organisation.DecisionFile;
import vn.giaoban.organisation.RecordedEvent;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/**
 * One recorded event, its papers, and the button that takes it back.
 *
 * @param files papers of the decision, for who may read them
 * @param fileErrors of the paper that was sent
 */
public record EventPage(
        RecordedEvent event,
        List<DecisionFile> files,
        boolean mayAttach,
        boolean mayUndo,
        FormErrors errors,
        FormErrors fileErrors)
        implements Page {}

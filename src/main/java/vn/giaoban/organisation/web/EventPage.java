package vn.giaoban.organisation.web;

import vn.giaoban.organisation.RecordedEvent;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** One recorded event, and the button that takes it back. */
public record EventPage(RecordedEvent event, boolean mayUndo, FormErrors errors) implements Page {}

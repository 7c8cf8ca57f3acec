package vn.giaoban.organisation.web;

import java.util.List;
import vn.giaoban.organisation.RecordedEvent;
import vn.giaoban.ui.Page;

/** A unit that is not open on the selected day: what became of it. */
public record HistoryPage(String name, String code, List<RecordedEvent> events) implements Page {}

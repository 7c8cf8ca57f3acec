package vn.giaoban.organisation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.RecordedEvent;
import vn.giaoban.ui.NodeChart;
import vn.giaoban.ui.Page;

/** A unit that is not open on the selected day: what became of it. */
public record HistoryPage(
        String name, String code, @Nullable NodeChart lineage, List<RecordedEvent> events) implements Page {}

package vn.giaoban.reporting.web;

import vn.giaoban.reporting.YearProgress;
import vn.giaoban.ui.Page;

/** The organisations directly under a unit, on the start page. */
public record ProgressPiece(YearProgress.Progress progress) implements Page {

    /** Days and tree as the figures read them, to open a number. */
    public String query() {
        return "from=" + progress.from() + "&until=" + progress.day().plusDays(1) + "&structure=as-was";
    }
}

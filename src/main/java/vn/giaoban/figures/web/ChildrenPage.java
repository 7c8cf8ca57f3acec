package vn.giaoban.figures.web;

import java.util.List;
import vn.giaoban.figures.ChildLines;
import vn.giaoban.figures.Subject;
import vn.giaoban.ui.Column;
import vn.giaoban.ui.Page;

/** One line for each unit directly under this one. */
public record ChildrenPage(View view, List<Column> columns, List<Row> rows) implements Page {

    /** @param days on which it stood here, if not throughout */
    public record Row(Subject unit, boolean own, List<ChildLines.Days> days, List<Line> values) {}
}

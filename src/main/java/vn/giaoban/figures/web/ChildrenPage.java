package vn.giaoban.figures.web;

import java.util.List;
import vn.giaoban.figures.ChildLines;
import vn.giaoban.figures.Subject;
import vn.giaoban.ui.Column;
import vn.giaoban.ui.Page;

/**
 * One line for each unit directly under this one.
 *
 * @param silent units without a line, for they have no members and no organisations: đảng đoàn, ban cán sự đảng
 */
public record ChildrenPage(View view, List<Column> columns, List<Row> rows, int silent) implements Page {

    /** @param days on which it stood here, if not throughout */
    public record Row(Subject unit, boolean own, List<ChildLines.Days> days, List<Line> values) {}
}

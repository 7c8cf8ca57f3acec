package vn.giaoban.figures.web;

import vn.giaoban.figures.OpenedRows;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Pager;

/**
 * What stands behind a number.
 *
 * @param mayTakeAway whether the reader may have it as a file
 */
public record RowsPage(View view, OpenedRows opened, String indicator, String total, Pager pager, boolean mayTakeAway)
        implements Page {}

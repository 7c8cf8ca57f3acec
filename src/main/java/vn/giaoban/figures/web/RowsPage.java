package vn.giaoban.figures.web;

import vn.giaoban.figures.OpenedRows;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Pager;

/** What stands behind a number. */
public record RowsPage(View view, OpenedRows opened, String indicator, String total, Pager pager) implements Page {}

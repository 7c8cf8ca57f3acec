package vn.giaoban.figures.web;

import java.util.List;
import vn.giaoban.ui.LineChart;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/** One indicator over the months up to the end of the period, as it was and under the tree of the last day. */
public record SeriesPage(View view, List<Option> indicators, String indicator, LineChart chart, List<String> breaks)
        implements Page {}

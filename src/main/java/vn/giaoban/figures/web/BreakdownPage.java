package vn.giaoban.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.ui.BarChart;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/**
 * One indicator divided by an attribute.
 *
 * @param withheld whether parts are too small for this reader
 * @param chart null if there is nothing to show
 */
public record BreakdownPage(
        View view,
        List<Option> breakdowns,
        String by,
        List<Option> indicators,
        String indicator,
        @Nullable BarChart chart,
        String whole,
        boolean withheld)
        implements Page {}

package vn.giaoban.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.ui.BarChart;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/**
 * One indicator divided by an attribute, or by two.
 *
 * @param then the second attribute; "" if there is none
 * @param further what may be chosen for it
 * @param withheld whether parts are too small for this reader
 * @param movement how each part came from its opening to its closing; empty if the parts are not of people
 * @param chart of one attribute; null if there is nothing to show
 * @param grid of two; null if there is nothing to show
 */
public record BreakdownPage(
        View view,
        List<Option> breakdowns,
        String by,
        List<Option> further,
        String then,
        List<Option> indicators,
        String indicator,
        @Nullable BarChart chart,
        @Nullable Grid grid,
        String whole,
        boolean withheld,
        List<Movement> movement)
        implements Page {

    /** @param values opening, increase, decrease, net of those who changed part, closing */
    public record Movement(String part, List<String> values) {}
}

package vn.giaoban.reporting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Frozen;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.Period;
import vn.giaoban.ui.Page;

/**
 * The report of a unit for the periods around a day: settled or not.
 *
 * @param mayFreeze whether the reader settles figures
 */
public record StatePiece(Unit unit, List<Line> lines, boolean mayFreeze) implements Page {

    /** @param frozen the newest; null where the period was not settled */
    public record Line(Period period, String name, @Nullable Frozen frozen) {}
}

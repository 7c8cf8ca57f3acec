package vn.giaoban.membership.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Figure;
import vn.giaoban.membership.CellTasks;
import vn.giaoban.membership.ChangeReports;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.Page;

/** The start of a cell's secretary: mostly one cell. */
public record CellStartPage(List<Cell> cells, ChangeReports.Standing standing) implements Page {

    /**
     * A cell and what is to be done in it.
     *
     * @param above whom to ask for help; null for a cell under nothing
     * @param counts members, and what they are made of
     */
    public record Cell(Unit unit, @Nullable String above, List<Figure> counts, List<CellTasks.Task> tasks) {}
}

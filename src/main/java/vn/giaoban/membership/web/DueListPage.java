package vn.giaoban.membership.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Due;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Pager;

/**
 * One list of what is due, on the screen or on paper.
 *
 * @param award of badges: the day on which they are handed over; {@code awards} the days to choose from
 * @param pager null on paper: there the whole list stands
 */
public record DueListPage(
        Unit unit,
        @Nullable Unit above,
        DueTitle list,
        @Nullable LocalDate award,
        List<LocalDate> awards,
        List<Due.Line> people,
        List<Due.UnitLine> units,
        int all,
        @Nullable Pager pager,
        Rights rights)
        implements Page {

    /** @param enter may say why nobody was admitted in these cells */
    public record Rights(boolean export, boolean enter) {}

    /** What follows an address for the same list. */
    public String query() {
        return "?unit=" + unit.id() + (award == null ? "" : "&award=" + award);
    }
}

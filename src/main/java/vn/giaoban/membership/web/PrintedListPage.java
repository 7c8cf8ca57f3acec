package vn.giaoban.membership.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Person;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.Page;

/**
 * The member list of a unit on paper, a sheet for each cell, with empty columns for what the secretary writes by hand.
 *
 * @param above the unit over it, for the head of the paper
 */
public record PrintedListPage(Unit unit, @Nullable Unit above, LocalDate on, int all, List<Sheet> sheets)
        implements Page {

    /** The people of one cell. */
    public record Sheet(String cell, List<Person> people) {}

    /** @param people in the order of their cells */
    static PrintedListPage of(Unit unit, List<Unit> path, LocalDate on, List<Person> people) {
        var sheets = new ArrayList<Sheet>();
        var start = 0;
        for (var i = 1; i <= people.size(); i++) {
            if (i == people.size()
                    || !people.get(i).cellOrNowhere().equals(people.get(start).cellOrNowhere())) {
                sheets.add(new Sheet(people.get(start).cellOrNowhere(), people.subList(start, i)));
                start = i;
            }
        }
        return new PrintedListPage(
                unit, path.size() < 2 ? null : path.get(path.size() - 2), on, people.size(), List.copyOf(sheets));
    }
}

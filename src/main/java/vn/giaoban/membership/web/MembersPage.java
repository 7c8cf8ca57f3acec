package vn.giaoban.membership.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Person;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Pager;

/**
 * The people of a unit, or those found.
 *
 * @param unit null where a text was searched, or nothing chosen yet
 * @param tops where the reader may look, to choose from
 * @param more whether a search found more than is shown
 */
public record MembersPage(
        @Nullable Unit unit,
        String text,
        Shown shown,
        List<Unit> tops,
        List<Person> people,
        @Nullable Pager pager,
        boolean more,
        Rights rights)
        implements Page {

    /** What the list was narrowed to, as in the address. */
    public record Shown(String degree, String sex, String sort) {}

    /** Whether everybody on the list belongs to the one cell it is of. */
    public boolean oneCell() {
        return unit != null && unit.holdsMembers();
    }

    /** Whether not everybody is shown. */
    public boolean filtered() {
        return !text.isEmpty() || !shown.degree().isEmpty() || !shown.sex().isEmpty();
    }

    /** What the reader may do with the list. */
    public record Rights(boolean report, boolean enter, boolean export) {

        static final Rights NONE = new Rights(false, false, false);
    }

    static MembersPage start(List<Unit> tops) {
        return new MembersPage(null, "", new Shown("", "", ""), tops, List.of(), null, false, Rights.NONE);
    }

    static MembersPage found(String text, List<Person> people, boolean more) {
        return new MembersPage(null, text, new Shown("", "", ""), List.of(), people, null, more, Rights.NONE);
    }
}

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
 */
public record MembersPage(
        @Nullable Unit unit,
        String text,
        String degree,
        String sex,
        List<Unit> tops,
        List<Person> people,
        @Nullable Pager pager,
        boolean mayEnter)
        implements Page {}

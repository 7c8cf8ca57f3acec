package vn.giaoban.membership.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.Page;

/**
 * What is due in a unit, list by list.
 *
 * @param unit null: still to be chosen among {@code choices}
 * @param choices units of the reader, or, for a whole country, what stands directly under it
 */
public record DuePage(@Nullable Unit unit, List<Unit> choices, List<Counted> persons, List<Counted> units)
        implements Page {

    /** A list and how long it is. */
    public record Counted(DueTitle list, int size) {}
}

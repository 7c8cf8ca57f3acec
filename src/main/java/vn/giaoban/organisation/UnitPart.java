package vn.giaoban.organisation;

import java.util.List;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.ui.Figure;
import vn.giaoban.ui.Wording;

/** What a higher module shows on a unit's page. Contributed as a bean; shows nothing to whom it may not be shown. */
public interface UnitPart {

    /** A way on from the unit: a button with one plain sentence. */
    record Way(String label, String path) {}

    /** Smaller comes first. */
    int position();

    default List<Figure> figures(Actor by, Unit unit, AsOf at, Wording words) {
        return List.of();
    }

    default List<Way> ways(Actor by, Unit unit, AsOf at, Wording words) {
        return List.of();
    }
}

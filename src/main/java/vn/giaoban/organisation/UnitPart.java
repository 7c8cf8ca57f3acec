package vn.giaoban.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.ui.Figure;
import vn.giaoban.ui.Wording;

/** What a higher module shows on a unit's page. Contributed as a bean; shows nothing to whom it may not be shown. */
public interface UnitPart {

    /** A way on from the unit: a button with one plain sentence. */
    record Way(String label, String path) {}

    /** A number of each unit directly below. @param heading of the column @param written as it is shown, by unit */
    record Beside(String heading, Map<UnitId, String> written) {}

    /** Smaller comes first. */
    int position();

    default List<Figure> figures(Actor by, Unit unit, AsOf at, Wording words) {
        return List.of();
    }

    /** What stands beside each unit directly below; empty for who may not see it. */
    default Optional<Beside> beside(Actor by, Unit unit, AsOf at, Wording words) {
        return Optional.empty();
    }

    default List<Way> ways(Actor by, Unit unit, AsOf at, Wording words) {
        return List.of();
    }
}

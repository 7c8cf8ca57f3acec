package vn.giaoban.ui;

import java.util.List;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;

/** Answers the search box for one kind of thing. A module contributes one as a bean; it alone decides what this person may find. */
public interface Finder {

    /** Smaller comes first on the page of results. */
    int position();

    /** Key of the heading over these results. */
    String heading();

    /** What fits, best first, at most {@code limit}. */
    List<Found> find(Actor by, String text, AsOf at, int limit);

    /** The page with all results of this kind, if there is one; it takes the text as parameter {@code q}. */
    default String more() {
        return "";
    }

    /** One result: its name, one line that tells it from others of that name, and its page. */
    record Found(String name, String detail, String path) {}
}

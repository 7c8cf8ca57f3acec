package vn.giaoban.ui;

import java.util.List;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;

/** What waits to be looked at, on the start page: each a number that opens. Contributed as a bean by the module that knows. */
public interface StartTasks {

    /** Smaller comes first. */
    int position();

    /** Only what there is: nothing waits in a number of 0. */
    List<Figure> tasks(Actor by, AsOf at, Wording words);
}

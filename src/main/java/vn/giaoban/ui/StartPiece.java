package vn.giaoban.ui;

import java.util.Optional;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;

/**
 * A piece of the page where everyone begins: a {@link Page} whose template lays out a section, not a whole page. A module contributes one as
 * a bean and alone decides, by the reader's rights, who meets it.
 */
public interface StartPiece {

    /** Smaller comes first. */
    int position();

    /** Empty for whom it is not. */
    Optional<? extends Page> of(Actor by, AsOf at);
}

package vn.giaoban.ui;

import java.util.List;
import vn.giaoban.shared.Actor;

/** What somebody must be told before anything else, at the top of the start page. A module contributes one as a bean. */
public interface StartNotes {

    /** In words, in the reader's language; mostly none. */
    List<String> notes(Actor by, Wording words);
}

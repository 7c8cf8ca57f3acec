package vn.giaoban.ui;

import java.util.function.Predicate;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Verb;

/**
 * A line of the menu and a button on the start page. A module contributes one as a bean.
 *
 * @param position smaller comes first; each module takes its own ten
 * @param label key of the words; under {@code <label>.hint}, if there, what one does there, in one plain sentence
 * @param path where it leads; every address that begins with it counts as being there
 * @param shownTo whether this person meets it at all
 */
public record MenuEntry(int position, String label, String path, Predicate<Actor> shownTo) {

    /** For everyone who is signed in. */
    public static MenuEntry forAll(int position, String label, String path) {
        return new MenuEntry(position, label, path, by -> true);
    }

    /** For those who may do this somewhere. */
    public static MenuEntry forVerb(int position, String label, String path, Verb verb) {
        return new MenuEntry(position, label, path, by -> by.mayAnywhere(verb));
    }

    /** The same, but for those who only report for a cell. */
    public MenuEntry notForCells() {
        return new MenuEntry(position, label, path, shownTo.and(by -> !by.onlyReports()));
    }
}

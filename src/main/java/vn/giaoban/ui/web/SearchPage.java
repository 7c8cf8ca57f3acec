package vn.giaoban.ui.web;

import java.util.List;
import vn.giaoban.ui.Finder;
import vn.giaoban.ui.Page;

/** What was found, kind by kind. */
public record SearchPage(String text, List<Kind> kinds) implements Page {

    /** The results of one finder. */
    public record Kind(String heading, String more, List<Finder.Found> found) {}
}

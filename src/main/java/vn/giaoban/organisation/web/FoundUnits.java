package vn.giaoban.organisation.web;

import java.util.List;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.Page;

/** Units that fit what was typed, each with the path to it: a piece of the tree's page. */
public record FoundUnits(String text, List<Found> units) implements Page {

    /** @param path names of the units above, root left out */
    public record Found(Unit unit, String path) {}
}

package vn.giaoban.organisation.web;

import java.util.List;
import vn.giaoban.organisation.Unit;

/** Units that fit what was typed, each with the path to it: a piece of the tree's page. */
public record FoundUnits(String text, List<Found> units) {

    /** @param path names of the units above, root left out */
    public record Found(Unit unit, String path) {}
}

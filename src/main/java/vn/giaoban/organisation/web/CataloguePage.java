package vn.giaoban.organisation.web;

import java.time.LocalDate;
import java.util.List;
import vn.giaoban.organisation.Kinds;
import vn.giaoban.organisation.Post;
import vn.giaoban.ui.Page;

/** What the regulations say about kinds of units, where each may stand, sectors and posts: dated, with source. @param day marks what is in force */
public record CataloguePage(Kinds kinds, List<Post> posts, LocalDate day) implements Page {

    /** How a row stands on the day. */
    public String state(LocalDate from, LocalDate until) {
        return day.isBefore(from) ? "not-yet" : day.isBefore(until) ? "in-force" : "ended";
    }
}

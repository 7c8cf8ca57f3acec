package vn.giaoban.membership.web;

import java.util.List;
import vn.giaoban.membership.Corrections;
import vn.giaoban.membership.Person;
import vn.giaoban.ui.Page;

/** What was known of a person: every fact, its days, and who told it. */
public record HistoryPage(Person person, String reason, List<Line> lines) implements Page {

    /**
     * @param value in words
     * @param withdrawable by this reader
     */
    public record Line(Corrections.Line told, String value, boolean withdrawable) {}
}

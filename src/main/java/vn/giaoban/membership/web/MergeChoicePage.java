package vn.giaoban.membership.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Merges;
import vn.giaoban.membership.Person;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/**
 * Which other record is the same person; and the merges that can be taken apart.
 *
 * @param text what is looked for
 * @param undo an undo that was refused
 * @param reason why they are one, if that was typed already; goes along to the record that is chosen
 */
public record MergeChoicePage(
        String kept,
        String text,
        String reason,
        List<Person> found,
        List<Merges.Done> done,
        Undo undo,
        FormErrors errors)
        implements Page {

    /** An undo that was refused: its reason is kept. */
    public record Undo(long merge, @Nullable String reason) {

        static final Undo NONE = new Undo(0, null);

        public String reasonOf(long id) {
            return id == merge && reason != null ? reason : "";
        }
    }
}

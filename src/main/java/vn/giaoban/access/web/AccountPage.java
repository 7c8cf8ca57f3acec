package vn.giaoban.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.access.Account;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/**
 * An account as its administrators see it.
 *
 * @param own whether it is the reader's: nobody administers oneself
 * @param tried which of its forms was refused; null for none
 */
public record AccountPage(
        Account account,
        String home,
        List<GrantLine> grants,
        boolean own,
        @Nullable Tried tried,
        FormErrors errors) implements Page {

    /** One of the forms of this page, and the reason that was typed into it. */
    public record Tried(String form, String reason) {}

    /** What is said beside the reason of one form, with what was typed there; both forms have such a field. */
    public FormErrors errors(String form) {
        return tried != null && tried.form().equals(form) ? errors.beside("reason", tried.reason()) : FormErrors.NONE;
    }
}

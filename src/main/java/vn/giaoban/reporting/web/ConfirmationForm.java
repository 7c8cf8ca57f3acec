package vn.giaoban.reporting.web;

import org.jspecify.annotations.Nullable;
import vn.giaoban.reporting.PeriodConfirmations.NewConfirmation;

/** @param seen digest of the figures that the page showed */
public record ConfirmationForm(
        @Nullable String seen,
        @Nullable String post,
        @Nullable String document) {

    NewConfirmation toNewConfirmation() {
        return new NewConfirmation(seen, post, document);
    }
}

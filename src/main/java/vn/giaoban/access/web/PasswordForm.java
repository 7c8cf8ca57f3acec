package vn.giaoban.access.web;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/** What the owner typed. */
public record PasswordForm(
        @Nullable String old,
        @Nullable String chosen,
        @Nullable String again) {

    String oldText() {
        return requireNonNullElse(old, "");
    }

    String chosenText() {
        return requireNonNullElse(chosen, "");
    }

    boolean same() {
        return chosenText().equals(requireNonNullElse(again, ""));
    }

    @Override
    public String toString() {
        return "PasswordForm[…]";
    }
}

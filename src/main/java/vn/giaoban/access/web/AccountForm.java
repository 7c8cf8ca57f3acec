package vn.giaoban.access.web;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;
import vn.giaoban.access.NewAccount;
import vn.giaoban.shared.UnitId;

/** What the administrator typed. */
public record AccountForm(
        @Nullable String login,
        @Nullable String name,
        @Nullable String locale,
        @Nullable String home) {

    static final AccountForm EMPTY = new AccountForm(null, null, null, null);

    NewAccount toNewAccount(@Nullable UnitId unit) {
        return new NewAccount(
                requireNonNullElse(login, ""), requireNonNullElse(name, ""), "en".equals(locale) ? "en" : "vi", unit);
    }
}

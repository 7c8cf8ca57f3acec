package vn.giaoban.access.web;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;
import vn.giaoban.access.NewAccount;
import vn.giaoban.access.Person;
import vn.giaoban.shared.UnitId;

/** What the administrator typed. @param person key of the member behind the account, as the keeper of the register gave it */
public record AccountForm(
        @Nullable String login,
        @Nullable String name,
        @Nullable String locale,
        @Nullable String home,
        @Nullable String person) {

    static final AccountForm EMPTY = new AccountForm(null, null, null, null, null);

    /** A key and nothing else: whether somebody bears it is not said here. */
    private @Nullable Person toPerson() {
        return person == null || person.isBlank() ? null : Person.of(person);
    }

    NewAccount toNewAccount(@Nullable UnitId unit) {
        return new NewAccount(
                requireNonNullElse(login, ""),
                requireNonNullElse(name, ""),
                "en".equals(locale) ? "en" : "vi",
                unit,
                toPerson());
    }
}

package vn.giaoban.access;

import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * An account to be made.
 *
 * @param login small letters, digits, dot, hyphen, underscore; 2 to 40
 * @param home whose administrators look after it; null for those over everything only
 * @param person the member behind it, for rights that follow a post; cannot be said later
 */
public record NewAccount(
        String login,
        String name,
        String locale,
        @Nullable UnitId home,
        @Nullable Person person) {

    public NewAccount(String login, String name, String locale, @Nullable UnitId home) {
        this(login, name, locale, home, null);
    }

    public NewAccount(String login, String name) {
        this(login, name, "vi", null, null);
    }
}

package vn.giaoban.access;

import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * An account to be made.
 *
 * @param login small letters, digits, dot, hyphen, underscore; 2 to 40
 * @param home whose administrators look after it; null for those over everything only
 */
public record NewAccount(
        String login, String name, String locale, @Nullable UnitId home) {

    public NewAccount(String login, String name) {
        this(login, name, "vi", null);
    }
}

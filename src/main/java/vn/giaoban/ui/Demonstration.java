package vn.giaoban.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whether the data are made up. Without a bean of it the properties {@code giaoban.demo} (on if absent) and {@code giaoban.day} decide.
 */
public interface Demonstration {

    boolean on();

    /** Where the day selector stands as long as nobody chooses; empty for today. */
    default Optional<LocalDate> day() {
        return Optional.empty();
    }

    /** Shown beside the sign-in form, so that a visitor can try every role. */
    default List<Account> accounts() {
        return List.of();
    }

    /** The one password of those accounts. */
    default String password() {
        return "";
    }

    /** An account of the demonstration and, as a key, who that is. */
    record Account(String login, String who) {}
}

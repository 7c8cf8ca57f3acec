package vn.giaoban.ui.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.giaoban.ui.Demonstration;
import vn.giaoban.ui.Page;

/**
 * The page to sign in on.
 *
 * @param accounts of the demonstration, to try; empty otherwise
 */
public record LoginPage(Why why, List<Demonstration.Account> accounts, String password) implements Page {

    /** What led here; a parameter of the same name in small letters, without a value. */
    public enum Why {
        FIRST(""),
        ERROR("ui.login-failed"),
        LOCKED("ui.login-locked"),
        EXPIRED("ui.login-expired"),
        LOGOUT("ui.login-out");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public boolean isRefused() {
            return this == ERROR || this == LOCKED;
        }

        static Why of(Set<String> parameters) {
            return Arrays.stream(values())
                    .filter(why -> parameters.contains(why.name().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(FIRST);
        }
    }
}

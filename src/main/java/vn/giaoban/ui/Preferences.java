package vn.giaoban.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/** What a reader has chosen for all pages, kept in their browser for a year. */
public final class Preferences {

    static final String LANGUAGE = "lang";
    static final String SIZE = "size";
    private static final Duration KEPT = Duration.ofDays(365);

    /** A path of this host and nothing that a browser could take for another: no second slash, no backslash, nothing to decode but %XX. */
    private static final Pattern OWN = Pattern.compile("/(?!/)[A-Za-z0-9/._~!$&'()*+,;=:@?%-]*");

    private Preferences() {}

    public static void keepLanguage(String language, HttpServletRequest request, HttpServletResponse response) {
        keep(LANGUAGE, language, Set.of("vi", "en"), request, response);
    }

    public static void keepSize(String size, HttpServletRequest request, HttpServletResponse response) {
        keep(SIZE, size, Set.of("1", "2", "3"), request, response);
    }

    /** The address to go back to, if it is one of ours; else the start page. */
    public static String ownAddress(String address) {
        return OWN.matcher(address).matches() && !address.contains("/preferences") ? address : "/";
    }

    private static void keep(
            String name, String value, Set<String> known, HttpServletRequest request, HttpServletResponse response) {
        if (known.contains(value)) {
            Cookies.write(request, response, name, value, KEPT);
        }
    }
}

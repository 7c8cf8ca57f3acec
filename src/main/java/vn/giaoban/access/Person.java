package vn.giaoban.access;

import java.util.regex.Pattern;
import vn.giaoban.shared.RegisterId;

/** The member behind an account: a key and nothing else, because this module knows no members. */
public record Person(RegisterId register, long member) {

    private static final Pattern KEY = Pattern.compile("([1-9][0-9]{0,3})-([1-9][0-9]{0,17})");

    /**
     * Reads the form in which the file shows it, such as {@code 2-4711}.
     *
     * @throws AccessRefusal if it is none
     */
    public static Person of(String text) {
        var key = KEY.matcher(text.strip());
        if (!key.matches()) {
            throw AccessRefusal.malformedPerson();
        }
        return new Person(RegisterId.of(Integer.parseInt(key.group(1))), Long.parseLong(key.group(2)));
    }
}

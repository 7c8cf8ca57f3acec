package vn.giaoban.membership;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A register on paper that is printed and bound every year (HD 38-HD/BTCTW, V.1): those that the records can yield. Cards, files handed
 * over and loans of files are not recorded, and neither is who was given a badge.
 */
public enum Book {
    MEMBERS(),
    PROBATIONARY(),
    ADMITTED("admission", "readmission", "restored"),
    /** Cards of transfer: official ones, in and out, and within. */
    TRANSFERRED("transfer"),
    /** Members away in a temporary cell, and members introduced to the cell of residence. */
    BESIDE("away", "returned", "residence", "residence-ended"),
    LEFT("struck-off", "resigned", "expelled", "annulled"),
    DECEASED("died");

    private final List<String> kinds;

    Book(String... kinds) {
        this.kinds = List.of(kinds);
    }

    /** Codes of the movements it is made of; none for the lists of who belongs on a day. */
    List<String> kinds() {
        return kinds;
    }

    public boolean ofMovements() {
        return !kinds.isEmpty();
    }

    /** As it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Book> find(String code) {
        return Arrays.stream(values()).filter(book -> book.code().equals(code)).findFirst();
    }
}

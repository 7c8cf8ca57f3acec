package vn.giaoban.membership;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Twelve digits that identify a person to the state, and since 2 September 2025 stand on the card too. It never leaves as text but where a
 * file is written for those who may have it: printing this shows the last two digits.
 */
public final class CitizenNumber {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{12}");

    private final String digits;

    private CitizenNumber(String digits) {
        this.digits = digits;
    }

    /** Empty if it is not twelve digits; spaces and dots between them are taken out. */
    public static Optional<CitizenNumber> read(String text) {
        var bare = text.replaceAll("[ .\\u00a0-]", "");
        return SHAPE.matcher(bare).matches() ? Optional.of(new CitizenNumber(bare)) : Optional.empty();
    }

    String digits() {
        return digits;
    }

    /** The first three digits. */
    String province() {
        return digits.substring(0, 3);
    }

    public String lastTwo() {
        return digits.substring(10);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CitizenNumber number && number.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "••••••••••" + lastTwo();
    }
}

package vn.giaoban.membership;

import java.util.Locale;
import java.util.Optional;
import vn.giaoban.shared.Vietnamese;

/** Đảng viên dự bị, đảng viên chính thức. */
public enum Degree {
    PROBATIONARY("dự bị"),
    OFFICIAL("chính thức");

    private final String vietnamese;

    Degree(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    /** Reads code or Vietnamese word, in any case and with or without accents. */
    public static Optional<Degree> read(String text) {
        var folded = Vietnamese.folded(text).replaceFirst("^(dang vien|dv) ", "");
        for (var degree : values()) {
            if (folded.equals(degree.name().toLowerCase(Locale.ROOT))
                    || folded.equals(Vietnamese.folded(degree.vietnamese))) {
                return Optional.of(degree);
            }
        }
        return folded.equals("probation") ? Optional.of(PROBATIONARY) : Optional.empty();
    }
}

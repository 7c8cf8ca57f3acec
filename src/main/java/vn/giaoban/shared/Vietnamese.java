package vn.giaoban.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text for comparing and searching; what people typed is kept as typed. */
public final class Vietnamese {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

    private Vietnamese() {}

    /** Composed form, single spaces, no space at the ends: two texts that look the same become the same. */
    public static String normal(String text) {
        return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** Lower case without any mark, đ as d; old and new tone marks ("uỷ", "ủy") fold to the same. */
    public static String folded(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(normal(text), Normalizer.Form.NFD))
                .replaceAll("");
        return plain.toLowerCase(Locale.ROOT).replace('đ', 'd');
    }
}

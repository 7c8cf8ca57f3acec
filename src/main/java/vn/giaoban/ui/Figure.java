package vn.giaoban.ui;

import org.jspecify.annotations.Nullable;

/**
 * A number that opens: rendered by {@code ui/figure.jte}.
 *
 * @param label what is counted, in words
 * @param value as {@link Wording} writes it
 * @param note a line below, such as the change against the period before; may be empty
 * @param path the list behind it; null where this reader may see the number only
 */
public record Figure(
        String label, String value, String note, @Nullable String path) {

    public Figure(String label, String value, @Nullable String path) {
        this(label, value, "", path);
    }
}

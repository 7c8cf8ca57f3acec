package vn.giaoban.audit;

import java.util.HexFormat;
import java.util.Locale;

/**
 * The newest link of the chain. Printed on every frozen report: what was recorded until then cannot be rewritten without the paper saying
 * otherwise.
 *
 * @param position number of entries sealed
 * @param hash in hexadecimal, 64 digits
 */
public record Head(long position, String hash) {

    static final Head NONE = new Head(0, "0".repeat(64));

    static Head of(long position, byte[] hash) {
        return new Head(position, HexFormat.of().formatHex(hash));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hash);
    }

    /** For paper: position and the first 80 bits in groups of four, as in {@code 1042-9F3A-…}. */
    public String mark() {
        var mark = new StringBuilder(Long.toString(position));
        for (int i = 0; i < 20; i += 4) {
            mark.append('-').append(hash.substring(i, i + 4).toUpperCase(Locale.ROOT));
        }
        return mark.toString();
    }
}

package vn.giaoban.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON of which there is one way to write it (RFC 8785): keys by their UTF-16 units, no space, the shortest escapes. Numbers are whole or
 * have at most six decimals and fifteen digits, where plain notation is what the standard asks for.
 */
final class Canonical {

    private Canonical() {}

    /** @param value of maps with text keys, lists, texts, whole numbers, decimals, booleans and null */
    static String json(@Nullable Object value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        if (value == null || value instanceof Boolean || value instanceof Long || value instanceof Integer) {
            text.append(value);
        } else if (value instanceof BigDecimal number) {
            text.append(number(number));
        } else if (value instanceof Map<?, ?> map) {
            var sorted = new TreeMap<String, Object>();
            map.forEach((key, inner) -> sorted.put((String) key, inner == null ? Nothing.HERE : inner));
            var separator = "{";
            for (var entry : sorted.entrySet()) {
                text.append(separator);
                quote(entry.getKey(), text);
                text.append(':');
                write(entry.getValue() == Nothing.HERE ? null : entry.getValue(), text);
                separator = ",";
            }
            text.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            text.append('[');
            for (int n = 0; n < list.size(); n++) {
                text.append(n == 0 ? "" : ",");
                write(list.get(n), text);
            }
            text.append(']');
        } else {
            quote((String) value, text);
        }
    }

    private enum Nothing {
        HERE
    }

    private static String number(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        var shortest = number.stripTrailingZeros();
        if (shortest.scale() > 6 || shortest.precision() > 15) {
            throw new IllegalArgumentException("not a number of a figure: " + number);
        }
        return shortest.toPlainString();
    }

    private static void quote(String string, StringBuilder text) {
        text.append('"');
        for (int n = 0; n < string.length(); n++) {
            var c = string.charAt(n);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20) {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}

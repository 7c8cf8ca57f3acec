package vn.giaoban.organisation;

import java.util.List;

/**
 * Something that follows from an event, said in a preview.
 *
 * @param code message key
 */
public record Consequence(String code, List<Object> arguments) {

    public static Consequence of(String code, Object... arguments) {
        return new Consequence(code, List.of(arguments));
    }
}

package vn.giaoban.membership;

import vn.giaoban.shared.RegisterId;

/** A person of a register; the number means nothing and is never printed on paper. */
public record MemberId(RegisterId register, long number) {

    /** Reads the form used in addresses, such as {@code 1-4711}; Spring's converters call this. */
    public static MemberId of(String text) {
        var parts = text.split("-", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a member id: " + text);
        }
        return new MemberId(new RegisterId(Short.parseShort(parts[0])), Long.parseLong(parts[1]));
    }

    @Override
    public String toString() {
        return register + "-" + number;
    }
}

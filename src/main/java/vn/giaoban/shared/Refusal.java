package vn.giaoban.shared;

import java.util.List;
import java.util.stream.Stream;

/**
 * The system understood the request and declines it; the message is for the person who asked. Faults (a lost connection, a bug) are never
 * refusals.
 */
public class Refusal extends RuntimeException {

    /** What the caller could do about it; the web layer turns this into a status, nothing else does. */
    public enum Kind {
        NOT_FOUND,
        FORBIDDEN,
        INVALID,
        CONFLICT
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;

    public Refusal(Kind kind, String code, Object... arguments) {
        super(code + List.of(arguments));
        this.kind = kind;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public Kind kind() {
        return kind;
    }

    /** Key into the message files, such as {@code organisation.unit-not-found}. */
    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** This refusal and those that came with it; more than one where a whole form or file was checked. */
    public Stream<Refusal> all() {
        return Stream.of(this);
    }
}

package vn.giaoban.record;

import static vn.giaoban.shared.Refusal.Kind.CONFLICT;
import static vn.giaoban.shared.Refusal.Kind.INVALID;
import static vn.giaoban.shared.Refusal.Kind.NOT_FOUND;

import vn.giaoban.shared.Refusal;

/** Everything this module can refuse. */
public final class RecordRefusal extends Refusal {

    private RecordRefusal(Kind kind, String code, Object... arguments) {
        super(kind, "record." + code, arguments);
    }

    static RecordRefusal malformedCode(String code) {
        return new RecordRefusal(INVALID, "malformed-register-code", code);
    }

    static RecordRefusal codeTaken(String code) {
        return new RecordRefusal(CONFLICT, "register-code-taken", code);
    }

    public static RecordRefusal registerNotFound(String code) {
        return new RecordRefusal(NOT_FOUND, "register-not-found", code);
    }
}

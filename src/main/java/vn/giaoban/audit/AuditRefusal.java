package vn.giaoban.audit;

import static vn.giaoban.shared.Refusal.Kind.FORBIDDEN;
import static vn.giaoban.shared.Refusal.Kind.INVALID;
import static vn.giaoban.shared.Refusal.Kind.NOT_FOUND;

import vn.giaoban.shared.Refusal;

/** Everything this module can refuse. */
public final class AuditRefusal extends Refusal {

    private AuditRefusal(Kind kind, String code, Object... arguments) {
        super(kind, "audit." + code, arguments);
    }

    static AuditRefusal reasonMissing() {
        return new AuditRefusal(INVALID, "reason-missing");
    }

    static AuditRefusal notAllowed() {
        return new AuditRefusal(FORBIDDEN, "not-allowed");
    }

    /** Also the answer where there is one of another register. */
    static AuditRefusal entryNotFound() {
        return new AuditRefusal(NOT_FOUND, "entry-not-found");
    }
}

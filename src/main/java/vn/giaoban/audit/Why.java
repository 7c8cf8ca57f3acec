package vn.giaoban.audit;

import org.jspecify.annotations.Nullable;

/**
 * On what ground somebody reads.
 *
 * @param reason in words; needed outside one's own chain
 * @param outside whether any of the persons stands outside the reader's own chain
 * @param caseNo sealed until this case closes; null for none
 */
public record Why(
        @Nullable String reason, boolean outside, @Nullable String caseNo) {

    /** Persons of one's own chain; nothing needs to be said. */
    public static final Why OWN = new Why(null, false, null);

    public Why {
        if (outside && (reason == null || reason.isBlank())) {
            throw AuditRefusal.reasonMissing();
        }
    }

    /** Within one's own chain, and what for: exports ask. */
    public static Why purpose(String reason) {
        return new Why(reason, false, null);
    }

    public static Why outside(String reason) {
        return new Why(reason, true, null);
    }

    /** Under a case of the inspection commission: the person does not see it before the case closes. */
    public static Why underCase(String caseNo, String reason) {
        return new Why(reason, true, caseNo);
    }
}

package vn.giaoban.access;

import static vn.giaoban.shared.Refusal.Kind.CONFLICT;
import static vn.giaoban.shared.Refusal.Kind.FORBIDDEN;
import static vn.giaoban.shared.Refusal.Kind.INVALID;
import static vn.giaoban.shared.Refusal.Kind.NOT_FOUND;

import java.time.LocalDate;
import vn.giaoban.shared.Refusal;

/** Everything this module can refuse. */
public final class AccessRefusal extends Refusal {

    private AccessRefusal(Kind kind, String code, Object... arguments) {
        super(kind, "access." + code, arguments);
    }

    /** Also the answer where there is one that the asker does not look after. */
    static AccessRefusal accountNotFound() {
        return new AccessRefusal(NOT_FOUND, "account-not-found");
    }

    static AccessRefusal unitNotFound(String unit) {
        return new AccessRefusal(NOT_FOUND, "unit-not-found", unit);
    }

    /** A code in a form that names no unit: said beside the form, unlike a page that is not there. */
    public static AccessRefusal unitNotTyped(String code) {
        return new AccessRefusal(INVALID, "unit-not-found", code);
    }

    static AccessRefusal proposalNotFound() {
        return new AccessRefusal(NOT_FOUND, "proposal-not-found");
    }

    public static AccessRefusal grantNotFound() {
        return new AccessRefusal(NOT_FOUND, "grant-not-found");
    }

    static AccessRefusal tokenNotFound() {
        return new AccessRefusal(NOT_FOUND, "token-not-found");
    }

    static AccessRefusal notAllowed() {
        return new AccessRefusal(FORBIDDEN, "not-allowed");
    }

    static AccessRefusal malformedLogin(String login) {
        return new AccessRefusal(INVALID, "malformed-login", login);
    }

    static AccessRefusal malformedName() {
        return new AccessRefusal(INVALID, "malformed-name");
    }

    static AccessRefusal loginTaken(String login) {
        return new AccessRefusal(CONFLICT, "login-taken", login);
    }

    static AccessRefusal unknownRole(String role) {
        return new AccessRefusal(INVALID, "unknown-role", role);
    }

    /** A reason is given, and is one a person can read. */
    static void checkReason(String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw reasonMissing();
        }
    }

    static AccessRefusal reasonMissing() {
        return new AccessRefusal(INVALID, "reason-missing");
    }

    static AccessRefusal untilBeforeFrom(LocalDate from, LocalDate until) {
        return new AccessRefusal(INVALID, "until-before-from", from, until);
    }

    static AccessRefusal notForOneself() {
        return new AccessRefusal(INVALID, "not-for-oneself");
    }

    static AccessRefusal anotherMustConfirm() {
        return new AccessRefusal(INVALID, "another-must-confirm");
    }

    static AccessRefusal administratorSeesNoMember() {
        return new AccessRefusal(INVALID, "administrator-sees-no-member");
    }

    static AccessRefusal alreadyDecided() {
        return new AccessRefusal(CONFLICT, "already-decided");
    }

    static AccessRefusal proposalExpired() {
        return new AccessRefusal(CONFLICT, "proposal-expired");
    }

    static AccessRefusal wrongPassword() {
        return new AccessRefusal(INVALID, "wrong-password");
    }

    static AccessRefusal passwordTooShort(int letters) {
        return new AccessRefusal(INVALID, "password-too-short", letters);
    }

    static AccessRefusal passwordTooLong() {
        return new AccessRefusal(INVALID, "password-too-long");
    }

    static AccessRefusal passwordTooEasy() {
        return new AccessRefusal(INVALID, "password-too-easy");
    }

    static AccessRefusal tokenDays(int most) {
        return new AccessRefusal(INVALID, "token-days", most);
    }

    static AccessRefusal setUpAlready() {
        return new AccessRefusal(CONFLICT, "set-up-already");
    }

    static AccessRefusal wrongSetupCode() {
        return new AccessRefusal(INVALID, "wrong-setup-code");
    }

    static AccessRefusal malformedPerson() {
        return new AccessRefusal(INVALID, "malformed-person");
    }

    static AccessRefusal postNeedsPerson() {
        return new AccessRefusal(INVALID, "post-needs-person");
    }

    static AccessRefusal missing(String field) {
        return new AccessRefusal(INVALID, "missing", field);
    }

    static AccessRefusal malformedSetup(String what) {
        return new AccessRefusal(INVALID, "malformed-setup", what);
    }
}

package vn.giaoban.access;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;

/**
 * Who a session or a request belongs to. Carries no right: those are looked up for each request, so that one taken away is gone at once.
 *
 * @param mustChoosePassword signed in with a one-time code: may choose a password and nothing else
 */
public record SignedIn(
        long accountId, String login, String displayName, String locale, int sessionEpoch, boolean mustChoosePassword)
        implements Principal, Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    static SignedIn of(Account account, boolean mustChoosePassword) {
        return new SignedIn(
                account.id().value(),
                account.login(),
                account.name(),
                account.locale(),
                account.sessionEpoch(),
                mustChoosePassword);
    }

    public AccountId account() {
        return new AccountId(accountId);
    }

    @Override
    public String getName() {
        return login;
    }
}

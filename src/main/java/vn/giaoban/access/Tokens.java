package vn.giaoban.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;

/** Keys with which the owner's scripts use the API in the owner's name. */
@Service
@Transactional(readOnly = true)
public class Tokens {

    static final int MOST_DAYS = 365;

    private final TokenRows tokens;
    private final Entries entries;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(TokenRows tokens, Entries entries, Clock clock) {
        this.tokens = tokens;
        this.entries = entries;
        this.clock = clock;
    }

    public List<Token> own(Actor by) {
        return tokens.of(new AccountId(by.account()));
    }

    /** The token itself, shown this once: only its digest is kept. */
    @Transactional
    public String create(Actor by, String name, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw AccessRefusal.tokenDays(MOST_DAYS);
        }
        if (name.isBlank() || name.length() > 80) {
            throw AccessRefusal.malformedName();
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = "gb_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        entries.begin(by, Set.of(), "access.token-made", name.strip());
        var now = clock.instant();
        tokens.insert(new AccountId(by.account()), name.strip(), digest(token), now, now.plus(Duration.ofDays(days)));
        return token;
    }

    @Transactional
    public void revoke(Actor by, long token) {
        entries.begin(by, Set.of(), "access.token-revoked", Long.toString(token));
        if (!tokens.revoke(new AccountId(by.account()), token, clock.instant())) {
            throw AccessRefusal.tokenNotFound();
        }
    }

    static byte[] digest(String token) {
        return SignIn.sha256(token);
    }
}

package vn.giaoban.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import vn.giaoban.shared.DatabaseReplaced;

/** Who somebody is, by login and password or by token. Says never why not. */
@Service
public class SignIn {

    private final AccountRows accounts;
    private final TokenRows tokens;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Clock clock;
    private final byte[] key = new byte[32];

    /** Scripts send their password with each request; the slow comparison is made once in five minutes. Holds no password. */
    private final Cache<String, String> compared = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    SignIn(AccountRows accounts, TokenRows tokens, Passwords passwords, Throttle throttle, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.throttle = throttle;
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /** The account if the password is right, it is not disabled and there were not too many attempts; else nothing, after about as long. */
    public Optional<SignedIn> withPassword(String typedLogin, String password, String address) {
        var login = typedLogin.strip().toLowerCase(Locale.ROOT);
        if (throttle.tooMany(login, address)) {
            return Optional.empty();
        }
        var account = accounts.find(login);
        var credential = account.flatMap(found -> accounts.credential(found.id()));
        var right = credential.isPresent()
                ? passwords.matches(password, credential.get().hash())
                : passwords.matchesNobody();
        if (!right || account.get().disabled() || expired(credential.get())) {
            throttle.failed(login, address);
            return Optional.empty();
        }
        throttle.succeeded(login, address);
        return Optional.of(SignedIn.of(account.get(), credential.get().oneTime()));
    }

    /** For requests without a session. One-time codes do not open the API. */
    public Optional<SignedIn> withPasswordOnEachRequest(String login, String password, String address) {
        var fingerprint = fingerprint(login + "\0" + password);
        var known = compared.getIfPresent(fingerprint);
        if (known != null && !throttle.tooMany(login, address)) {
            var account = accounts.find(login);
            var credential = account.flatMap(found -> accounts.credential(found.id()));
            if (credential.isPresent()
                    && credential.get().hash().equals(known)
                    && !account.get().disabled()) {
                return Optional.of(SignedIn.of(account.get(), false));
            }
        }
        var signedIn = withPassword(login, password, address).filter(found -> !found.mustChoosePassword());
        signedIn.flatMap(found -> accounts.credential(found.account()))
                .ifPresent(credential -> compared.put(fingerprint, credential.hash()));
        return signedIn;
    }

    public Optional<SignedIn> withToken(String token, String address) {
        if (throttle.tooMany("", address)) {
            return Optional.empty();
        }
        var account = tokens.accountOf(Tokens.digest(token), clock.instant())
                .flatMap(accounts::find)
                .filter(found -> !found.disabled());
        if (account.isEmpty()) {
            throttle.failed("", address);
        }
        return account.map(found -> SignedIn.of(found, false));
    }

    /** Whether it has to wait; the same for logins that exist and those that do not. */
    public boolean tooMany(String typedLogin, String address) {
        return throttle.tooMany(typedLogin.strip().toLowerCase(Locale.ROOT), address);
    }

    private boolean expired(AccountRows.Credential credential) {
        var expires = credential.expiresAt();
        return expires != null && !clock.instant().isBefore(expires);
    }

    private String fingerprint(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        compared.invalidateAll();
    }
}

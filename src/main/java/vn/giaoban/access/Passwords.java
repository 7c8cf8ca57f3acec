package vn.giaoban.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * How passwords are judged, hashed and compared. A hash names its algorithm, so that the next one can come without asking anyone for a new
 * password.
 */
@Component
class Passwords {

    static final int LEAST = 10;

    /** bcrypt reads no further. */
    private static final int MOST_BYTES = 72;

    /** Letters and digits that nobody takes for one another on paper or by telephone. */
    private static final String CLEAR = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final Set<String> EASY =
            Set.of("giaoban123", "matkhau123", "1234567890", "0123456789", "password123", "qwertyuiop", "danhgia2026");

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder;
    private final String nobody;

    /** @param strength each step doubles the work; the demonstration's password is public anyway */
    Passwords(
            @Value("${giaoban.password-strength:12}") int strength,
            @Value("${giaoban.demo:true}") boolean demonstration) {
        this.encoder = new DelegatingPasswordEncoder(
                "bcrypt",
                Map.of("bcrypt", new BCryptPasswordEncoder(demonstration ? Math.min(strength, 8) : strength)));
        this.nobody = hash(code(20));
    }

    /** Refuses what an owner should not choose. */
    void check(String login, String password) {
        var typed = normal(password);
        if (typed.codePointCount(0, typed.length()) < LEAST) {
            throw AccessRefusal.passwordTooShort(LEAST);
        }
        checkLength(password);
        var small = typed.toLowerCase(Locale.ROOT);
        if (small.contains(login)
                || EASY.contains(small)
                || small.chars().distinct().count() < 4) {
            throw AccessRefusal.passwordTooEasy();
        }
    }

    void checkLength(String password) {
        if (normal(password).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw AccessRefusal.passwordTooLong();
        }
    }

    String hash(String password) {
        var hash = encoder.encode(normal(password));
        if (hash == null) {
            throw new IllegalArgumentException("no password");
        }
        return hash;
    }

    boolean matches(String password, String hash) {
        var typed = normal(password);
        if (typed.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return matchesNobody();
        }
        return encoder.matches(typed, hash);
    }

    /** False, after as long as it takes to compare: an unknown login must not answer sooner than a wrong password. */
    boolean matchesNobody() {
        return encoder.matches("-", nobody) && false;
    }

    String code(int letters) {
        var code = new StringBuilder(letters);
        for (int i = 0; i < letters; i++) {
            code.append(CLEAR.charAt(random.nextInt(CLEAR.length())));
        }
        return code.toString();
    }

    /** Input methods differ in how they put ệ together; people do not see it. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}

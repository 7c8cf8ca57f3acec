package vn.giaoban.membership;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Citizen numbers at rest: AES-GCM, bound to the person they belong to, and a keyed digest for equality. The keys are one file outside the
 * database, made at first start, readable by its owner alone. Whoever has file and database has the numbers (SECURITY.md says so); a backup
 * must never hold both.
 */
@Component
class SealedNumbers {

    private static final Logger log = LoggerFactory.getLogger(SealedNumbers.class);

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_NAME = 4;

    private final SecretKeySpec sealing;
    private final Mac digester;
    private final byte[] keyName;
    private final SecureRandom random = new SecureRandom();

    /** Finding one takes longer than sealing a number; every use begins with a key and a nonce of its own. */
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(SealedNumbers::cipher);

    /**
     * @param giveUp why numbers that no key opens any more are given up, in the operator's words; empty: they are not
     * @throws vn.giaoban.shared.StartFault if the key file is missing or another one while numbers are sealed already: a new key would make
     *     them unreadable without anybody noticing
     */
    SealedNumbers(NumberKey file, SealedRows rows, @Value("${giaoban.numbers.give-up:}") String giveUp) {
        var samples = rows.oneOfEachRegister();
        var keys = samples.isEmpty() || !giveUp.isBlank() && rows.isNew(giveUp) ? file.readOrMake() : file.read();
        this.sealing = new SecretKeySpec(keys, 0, 32, "AES");
        this.digester = digester(new SecretKeySpec(keys, 32, 32, "HmacSHA256"));
        this.keyName = Arrays.copyOf(mac("name of this key"), KEY_NAME);
        Arrays.fill(keys, (byte) 0);
        var lost = samples.stream()
                .filter(sample -> !opens(sample))
                .map(sample -> sample.owner().register())
                .collect(Collectors.toSet());
        if (lost.isEmpty()) {
            return;
        }
        if (giveUp.isBlank() || !rows.isNew(giveUp)) {
            throw file.another();
        }
        log.warn(
                "Đã bỏ {} số định danh không còn khóa nào đọc được; phải nhập lại từng số.", rows.giveUp(lost, giveUp));
    }

    private boolean opens(SealedRows.Sample sample) {
        try {
            open(sample.owner(), sample.sealed());
            return true;
        } catch (IllegalStateException otherKey) {
            return false;
        }
    }

    /** The same for the same number, whoever has it; says nothing without the key. */
    byte[] digest(CitizenNumber number) {
        return mac(number.digits());
    }

    byte[] seal(MemberId owner, CitizenNumber number) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, owner);
            var secret = cipher.doFinal(number.digits().getBytes(StandardCharsets.US_ASCII));
            return ByteBuffer.allocate(KEY_NAME + NONCE + secret.length)
                    .put(keyName)
                    .put(nonce)
                    .put(secret)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException if it was sealed by another key or for another person */
    CitizenNumber open(MemberId owner, byte[] sealed) {
        if (!MessageDigest.isEqual(keyName, Arrays.copyOf(sealed, KEY_NAME))) {
            throw new IllegalStateException("citizen numbers were sealed by another key file than the present one");
        }
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, KEY_NAME, KEY_NAME + NONCE), owner);
            var digits = cipher.doFinal(sealed, KEY_NAME + NONCE, sealed.length - KEY_NAME - NONCE);
            return CitizenNumber.read(new String(digits, StandardCharsets.US_ASCII))
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a citizen number was tampered with or belongs to another person", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, MemberId owner) throws GeneralSecurityException {
        var cipher = ciphers.get();
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private byte[] mac(String text) {
        try {
            return ((Mac) digester.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mac digester(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

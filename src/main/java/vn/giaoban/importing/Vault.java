package vn.giaoban.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals what was uploaded until it is confirmed (privacy P12). The key lies in a file that only the owner of the process may read, beside
 * the others and never in the database: a copy of the database alone shows nobody. Who loses the key loses unconfirmed uploads, no record.
 */
@Component
class Vault {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private volatile byte[] key = new byte[0];

    Vault(@Value("${giaoban.data:./data}") Path data) {
        this.file = data.resolve("keys").resolve("import.key");
    }

    /** @param label what is sealed; opening it under another label fails */
    byte[] seal(String label, byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, label, nonce, plain, 0);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    byte[] open(String label, byte[] sealed) {
        return run(Cipher.DECRYPT_MODE, label, Arrays.copyOf(sealed, NONCE_BYTES), sealed, NONCE_BYTES);
    }

    private byte[] run(int mode, String label, byte[] nonce, byte[] content, int from) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content, from, content.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "an upload cannot be " + (mode == Cipher.ENCRYPT_MODE ? "sealed" : "opened"), e);
        }
    }

    private byte[] key() {
        if (key.length == 0) {
            synchronized (this) {
                key = readOrMake();
            }
        }
        return key;
    }

    private byte[] readOrMake() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            var read = Files.readAllBytes(file);
            if (read.length != KEY_BYTES) {
                throw new IllegalStateException(file + " is not a key");
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("no key at " + file, e);
        }
    }

    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        var fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        var unfinished = Files.createTempFile(
                file.getParent(),
                "import",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(unfinished, fresh, StandardOpenOption.SYNC);
        try {
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException e) {
            // Another start of this program was quicker: its key is as good.
        } finally {
            Files.delete(unfinished);
        }
    }
}

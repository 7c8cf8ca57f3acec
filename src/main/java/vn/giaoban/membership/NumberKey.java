package vn.giaoban.membership;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.giaoban.shared.StartFault;

/**
 * The key file of citizen numbers: 64 bytes outside the database, readable by its owner alone. Made once, at the first start; never
 * replaced, and never made anew where numbers are sealed already.
 */
@Component
class NumberKey {

    private static final int BYTES = 64;

    private final Path file;

    NumberKey(@Value("${giaoban.data}") Path data) {
        this.file = data.toAbsolutePath().normalize().resolve("keys").resolve("citizen-numbers.key");
    }

    /** @throws StartFault if it is missing or no key */
    byte[] read() {
        try {
            return sound(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new StartFault(
                    "Mất tệp khóa " + file + ": cơ sở dữ liệu đã có số định danh được niêm phong bằng khóa ấy.",
                    "Không tạo khóa mới, vì khóa mới không đọc được các số đã ghi. " + restore());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a database in which nothing is sealed yet. @throws StartFault if there is a file that is no key */
    byte[] readOrMake() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            return sound(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: a start that is killed meanwhile leaves no half key behind. */
    private void make() throws IOException {
        var directory = Objects.requireNonNull(file.getParent());
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        var half = Files.createTempFile(
                directory,
                "citizen-numbers",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(half, fresh, StandardOpenOption.SYNC);
        try {
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException e) {
            // another start of this program was quicker: its key is as good
        } finally {
            Files.delete(half);
        }
    }

    /** The file opens nothing that is sealed: it is another one. */
    StartFault another() {
        return new StartFault(
                "Tệp khóa " + file + " không phải khóa đã niêm phong số định danh trong cơ sở dữ liệu này.",
                "Hãy cất tệp đang có sang chỗ khác (có thể là khóa của nơi khác). " + restore());
    }

    private byte[] sound(byte[] keys) {
        if (keys.length != BYTES) {
            throw new StartFault(
                    "Tệp " + file + " không phải tệp khóa: phải dài " + BYTES + " byte, tệp này dài " + keys.length
                            + ".",
                    "Hãy cất tệp hỏng sang chỗ khác. " + restore());
        }
        return keys;
    }

    private String restore() {
        return "Chép tệp citizen-numbers.key từ nơi cất khóa (cất riêng với bản sao lưu dữ liệu) vào thư mục "
                + file.getParent()
                + ", để chỉ chủ tệp đọc được (chmod 600), rồi khởi động lại. Nếu khóa đã mất hẳn, không nơi nào còn bản sao: xem docs/operate.md, mục Keys.";
    }
}

package vn.giaoban.backup;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import vn.giaoban.database.CommandDatabase;
import vn.giaoban.database.DatabaseFault;

/** What is typed at the console, and what is said there. Beans of the application are not made; its properties are read. */
public final class BackupCommand {

    private static final Set<String> COMMANDS = Set.of("backup", "restore", "verify");

    private final PrintStream out;

    private BackupCommand(PrintStream out) {
        this.out = out;
    }

    /** Whether the first word is one of ours. */
    public static boolean asked(String... arguments) {
        var words = words(arguments);
        return !words.isEmpty() && COMMANDS.contains(words.get(0));
    }

    /** Carries the command out and returns the exit code of the process. */
    public static int run(String... arguments) {
        // Vietnamese also where the console's character set was never set.
        return run(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8), arguments);
    }

    static int run(PrintStream out, String... arguments) {
        return new BackupCommand(out).carryOut(arguments);
    }

    private int carryOut(String... arguments) {
        var words = words(arguments);
        if (words.size() != 2) {
            out.println(
                    "Cách dùng: java -jar giaoban.jar backup <tệp.zip>, java -jar giaoban.jar restore <tệp.zip> hoặc java -jar giaoban.jar verify <tệp.zip>");
            return 2;
        }
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments)) {
            var environment = context.getEnvironment();
            var file = Path.of(words.get(1)).toAbsolutePath().normalize();
            switch (words.get(0)) {
                case "backup" -> backup(environment, file);
                case "restore" -> restore(environment, file);
                default -> verify(file);
            }
            return 0;
        } catch (BackupFault e) {
            return failed(String.valueOf(e.getMessage()), e.repair());
        } catch (DatabaseFault e) {
            return failed(String.valueOf(e.getMessage()), e.repair());
        } catch (IOException e) {
            return failed(
                    "Không đọc hoặc ghi được tệp: " + e,
                    "Hãy kiểm tra đường dẫn, quyền và dung lượng đĩa rồi chạy lại.");
        } catch (SQLException e) {
            // Its words may hold a row.
            return failed(
                    "Cơ sở dữ liệu từ chối (mã " + e.getSQLState() + ").",
                    "Dữ liệu không bị thay đổi; hãy chạy lại hoặc xem nhật ký PostgreSQL.");
        }
    }

    private void backup(Environment environment, Path file) throws SQLException, IOException {
        try (var database = CommandDatabase.beside(environment);
                var connection = database.address().connect()) {
            var manifest = Backup.write(connection, file);
            var digest = sha256(file);
            Noted.copied(connection, manifest, digest);
            out.println("Đã sao lưu " + manifest.rows() + " dòng của "
                    + manifest.tables().size() + " bảng vào " + file + " (" + Files.size(file) + " byte), đến lần ghi "
                    + manifest.lastEntry() + ".");
            out.println("SHA-256 của tệp: " + digest);
            out.println("Tệp chứa hồ sơ đảng viên: hãy giữ theo chế độ MẬT.");
            out.println(
                    "Các khóa ở " + keys(environment)
                            + " KHÔNG có trong tệp: hãy cất riêng, ở nơi khác với tệp. Thiếu khóa thì không đọc lại được số định danh.");
        }
    }

    /** Whether a file could be restored, as far as the file alone can tell; needs no database. */
    private void verify(Path file) throws IOException {
        try (var archive = Archive.open(file)) {
            archive.verify();
            var manifest = archive.manifest();
            out.println("Tệp nguyên vẹn: " + manifest.rows() + " dòng của "
                    + manifest.tables().size() + " bảng, đến lần ghi " + manifest.lastEntry() + ".");
            out.println("SHA-256 của tệp: " + sha256(file));
        }
    }

    private void restore(Environment environment, Path file) throws SQLException, IOException {
        // A file that is no backup is refused before a directory is made for it.
        try (var archive = Archive.open(file)) {
            archive.verify();
        }
        try (var database = CommandDatabase.alone(environment);
                var connection = database.address().connect()) {
            var manifest = Restore.from(connection, file);
            out.println("Đã phục hồi " + manifest.rows() + " dòng của "
                    + manifest.tables().size() + " bảng, đến lần ghi " + manifest.lastEntry() + ".");
            out.println(
                    "Tệp không chứa khóa: hãy chép các khóa đã cất riêng vào " + keys(environment)
                            + " rồi mới khởi động Giao Ban; thiếu khóa đã niêm phong số định danh thì Giao Ban không khởi động.");
        }
    }

    private int failed(String what, String repair) {
        out.println(what);
        out.println(repair);
        return 1;
    }

    private static Path keys(Environment environment) {
        return Path.of(environment.getRequiredProperty("giaoban.data"))
                .toAbsolutePath()
                .normalize()
                .resolve("keys");
    }

    private static String sha256(Path file) throws IOException {
        var digest = Archive.sha256();
        try (InputStream text = new DigestInputStream(Files.newInputStream(file), digest)) {
            text.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<String> words(String... arguments) {
        return new DefaultApplicationArguments(arguments).getNonOptionArgs();
    }

    /** The application without any of its parts: its properties alone. */
    static final class Nothing {}
}

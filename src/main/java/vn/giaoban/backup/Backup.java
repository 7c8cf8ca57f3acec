package vn.giaoban.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vn.giaoban.backup.Manifest.Content;

/** Writes everything that one snapshot shows. Others go on reading and writing; nothing is held in memory but a row at a time. */
final class Backup {

    private final Connection connection;
    private final Catalogue catalogue;

    private Backup(Connection connection) {
        this.connection = connection;
        this.catalogue = new Catalogue(connection);
    }

    /** The file appears whole, readable by its owner alone, or not at all; one that is there is never replaced. */
    static Manifest write(Connection connection, Path file) throws SQLException, IOException {
        var target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw alreadyThere(target);
        }
        var unfinished = Files.createTempFile(
                target.getParent(),
                target.getFileName() + ".unfinished-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Manifest manifest;
            try (var out = Files.newOutputStream(unfinished)) {
                manifest = new Backup(connection).writeSnapshot(out);
            }
            try (var written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            if (Files.exists(target)) {
                throw alreadyThere(target);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (FileAlreadyExistsException e) {
            throw alreadyThere(target);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Manifest writeSnapshot(OutputStream out) throws SQLException, IOException {
        Session.begin(connection, "isolation level repeatable read, read only");
        try {
            var manifest = writeTables(out);
            connection.commit();
            return manifest;
        } finally {
            connection.rollback();
        }
    }

    private Manifest writeTables(OutputStream out) throws SQLException, IOException {
        var migrations = catalogue.migrations();
        if (migrations.isEmpty()) {
            throw new BackupFault(
                    "Cơ sở dữ liệu này chưa có dữ liệu của Giao Ban.",
                    "Hãy kiểm tra lại thư mục hoặc địa chỉ cơ sở dữ liệu.");
        }
        Session.seeAllRegisters(connection);
        var copier = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var archive = new ArchiveWriter(out)) {
            var contents = new ArrayList<Content>();
            for (var table : catalogue.tables()) {
                contents.add(archive.add(table, sink -> copyOut(copier, table.withColumns(), sink)));
            }
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    migrations,
                    catalogue.answer(
                            "select coalesce((select entry_id || ' ' || at from record_api.entry order by entry_id desc limit 1), 'none')"),
                    contents,
                    catalogue.sequences());
            archive.finish(manifest);
            return manifest;
        }
    }

    private static long copyOut(CopyManager copier, String table, OutputStream sink) throws SQLException, IOException {
        return copier.copyOut("copy " + table + " to stdout", sink);
    }

    private static BackupFault alreadyThere(Path file) {
        return new BackupFault("Đã có tệp " + file + ".", "Hãy chọn tên khác: bản sao lưu cũ không bao giờ bị ghi đè.");
    }
}

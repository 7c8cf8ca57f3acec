package vn.giaoban.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import vn.giaoban.backup.Catalogue.ForeignKey;
import vn.giaoban.backup.Manifest.Position;
import vn.giaoban.backup.Manifest.Table;

/** Puts a backup into a freshly migrated database of the same version: all of it in one transaction, or nothing. */
final class Restore {

    private static final String INTO_EMPTY =
            "Chỉ phục hồi vào cơ sở dữ liệu mới: chọn thư mục trống bằng --giaoban.data=…, hoặc tạo một cơ sở dữ liệu PostgreSQL mới.";

    private final Connection connection;
    private final Archive archive;
    private final Manifest manifest;
    private final Catalogue catalogue;

    private Restore(Connection connection, Archive archive) {
        this.connection = connection;
        this.archive = archive;
        this.manifest = archive.manifest();
        this.catalogue = new Catalogue(connection);
    }

    static Manifest from(Connection connection, Path file) throws SQLException, IOException {
        try (var archive = Archive.open(file)) {
            archive.verify();
            return new Restore(connection, archive).restore();
        }
    }

    private Manifest restore() throws SQLException, IOException {
        Session.begin(connection, "isolation level read committed, read write");
        try {
            checkVersion();
            checkNobodyElse();
            load();
            connection.commit();
        } finally {
            connection.rollback();
        }
        connection.setAutoCommit(true);
        for (var content : manifest.tables()) {
            Session.execute(connection, "analyze " + content.table().name());
        }
        return manifest;
    }

    private void checkVersion() throws SQLException {
        var here = catalogue.migrations();
        var version = here.isEmpty() ? "?" : here.get(here.size() - 1).version();
        if (!Set.copyOf(here).equals(Set.copyOf(manifest.migrations()))
                || !Set.copyOf(catalogue.tables()).equals(tablesOfBackup())
                || !names(catalogue.sequences()).equals(names(manifest.sequences()))) {
            throw new BackupFault(
                    "Bản sao lưu được làm bằng phiên bản dữ liệu " + manifest.version()
                            + ", chương trình này dùng phiên bản " + version + ": cấu trúc bảng không giống nhau.",
                    "Hãy phục hồi bằng đúng phiên bản Giao Ban đã sao lưu, rồi mới nâng cấp.");
        }
    }

    private Set<Table> tablesOfBackup() {
        return manifest.tables().stream().map(Manifest.Content::table).collect(Collectors.toSet());
    }

    private static Set<String> names(List<Position> sequences) {
        return sequences.stream().map(Position::sequence).collect(Collectors.toSet());
    }

    private void checkNobodyElse() throws SQLException {
        var others = others();
        // A connection that was just closed is still seen for a moment.
        for (var patience = 20; others > 0 && patience > 0; patience--) {
            catalogue.answer("select pg_sleep(0.1)");
            others = others();
        }
        if (others > 0) {
            throw new BackupFault(
                    "Cơ sở dữ liệu đích đang được dùng (" + others + " kết nối khác).",
                    "Hãy dừng Giao Ban rồi phục hồi lại.");
        }
    }

    private long others() throws SQLException {
        Session.execute(connection, "select pg_stat_clear_snapshot()");
        return Long.parseLong(catalogue.answer("""
                select count(*)
                  from pg_catalog.pg_stat_activity
                 where datname = current_database() and usename = session_user and pid <> pg_backend_pid()
                """));
    }

    /**
     * COPY knows no row policies, and foreign keys would demand an order that rows with circles do not have: both are lifted from the
     * tables inside this transaction, and are there again, checked, when it commits.
     */
    private void load() throws SQLException, IOException {
        var forced = catalogue.forced();
        for (var table : forced) {
            Session.execute(connection, "alter table " + table + " no force row level security");
        }
        checkEmpty();
        var keys = catalogue.foreignKeys();
        for (var key : keys) {
            Session.execute(connection, "alter table " + key.table() + " drop constraint " + key.name());
        }
        loadTables();
        Session.execute(connection, "set constraints all immediate");
        for (var key : keys) {
            makeAgain(key);
        }
        for (var table : forced) {
            Session.execute(connection, "alter table " + table + " force row level security");
        }
        // Last, because positions would outlive a rollback.
        for (var position : manifest.sequences()) {
            catalogue.answer("select setval('" + position.sequence() + "', " + position.lastValue() + ", "
                    + position.called() + ")");
        }
    }

    private void checkEmpty() throws SQLException {
        var recorded = catalogue.recorded();
        if (recorded.isPresent()) {
            throw new BackupFault("Cơ sở dữ liệu đích đã có dữ liệu (bảng " + recorded.get() + ").", INTO_EMPTY);
        }
    }

    private void loadTables() throws SQLException, IOException {
        var names = manifest.tables().stream()
                .map(content -> content.table().name())
                .collect(Collectors.joining(", "));
        // What migrations put there comes from the backup too.
        Session.execute(connection, "truncate " + names);
        var copier = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var content : manifest.tables()) {
            var name = content.table().name();
            Session.execute(connection, "alter table " + name + " disable trigger user");
            try (var text = archive.text(content)) {
                var rows = copier.copyIn("copy " + content.table().withColumns() + " from stdin", text);
                if (rows != content.rows()) {
                    throw BackupFault.damaged(
                            "bảng " + name + " có " + rows + " dòng, bản kê ghi " + content.rows(), null);
                }
            } catch (SQLException e) {
                // PostgreSQL's own words would show the row.
                throw BackupFault.damaged("bảng " + name + " không nạp được (mã " + e.getSQLState() + ")", null);
            }
            Session.execute(connection, "alter table " + name + " enable trigger user");
        }
    }

    private void makeAgain(ForeignKey key) throws SQLException {
        try {
            Session.execute(
                    connection,
                    "alter table " + key.table() + " add constraint " + key.name() + " " + key.definition());
        } catch (SQLException e) {
            throw BackupFault.damaged(
                    "bảng " + key.table() + " nhắc đến dòng không có (" + key.name() + ", mã " + e.getSQLState() + ")",
                    null);
        }
    }
}

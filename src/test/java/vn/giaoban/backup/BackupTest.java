package vn.giaoban.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestDatabase;
import vn.giaoban.backup.Manifest.Content;
import vn.giaoban.database.EmbeddedPostgres;
import vn.giaoban.membership.People;

@CommittingTest(freshForEachMethod = true)
class BackupTest {

    @TempDir
    Path place = Path.of("never");

    @Autowired
    DataSource application;

    @Autowired
    People people;

    TestDatabase source = new TestDatabase("never");
    TestDatabase target = source;
    Path file = place;

    @BeforeEach
    void somePeople() throws Exception {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            people.settle("A1", 4);
            return true;
        });
        people.at("2024-03-02", () -> {
            people.move("m1", "a1-1", "transfer", "2024-03-01", "A1>B1");
            return true;
        });
        source = TestDatabase.of(application);
        target = TestDatabase.create();
        file = place.resolve("giaoban.zip");
        backup(source, file);
    }

    @AfterEach
    void dropped() {
        target.drop();
    }

    @Test
    void restoredDatabaseHoldsWhatTheOtherHeld() throws Exception {
        assertThat(contents(target)).isNotEqualTo(contents(source));
        var rules = rules(target);

        restore(file);

        assertThat(contents(target)).isEqualTo(contents(source)).containsKeys("membership.member", "record.entry");
        assertThat(contents(target).get("membership.member")).startsWith("8 ");
        assertThat(rules(target)).isEqualTo(rules).isEqualTo(rules(source));
        var again = backup(target, place.resolve("again.zip"));
        try (var first = Archive.open(file)) {
            assertThat(again).isEqualTo(first.manifest());
        }
    }

    @Test
    void fileIsItsOwnersAndNeverReplacesAnother() throws Exception {
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> backup(source, file))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("Đã có tệp");
        try (var files = Files.list(place)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void damagedFileIsRefusedAndTheTargetStaysAsItWas() throws Exception {
        var empty = contents(target);
        var rules = rules(target);
        var bytes = Files.readAllBytes(file);
        var changed = bytes.clone();
        for (var i = 0; i < 300; i++) {
            changed[bytes.length / 3 + i] ^= 1;
        }

        assertRefused("cắt cụt", Files.write(place.resolve("short.zip"), Arrays.copyOf(bytes, bytes.length - 100)));
        assertRefused("nguyên vẹn", Files.write(place.resolve("bits.zip"), changed));
        assertRefused("khác với lúc sao lưu", forged("membership.member", text -> text.replace("a1-1", "a1-9"), false));
        // Whoever also writes the manifest anew is still held by what the tables demand of one another.
        assertRefused("nhắc đến dòng không có", forged("record.entry", BackupTest::withoutLastLine, true));
        assertRefused("không nạp được", forged("record.register", text -> "Nguyễn" + text, true));

        assertThat(contents(target)).isEqualTo(empty);
        assertThat(rules(target)).isEqualTo(rules);
    }

    @Test
    void onlyAFreshDatabaseOfTheSameVersionIsTaken() throws Exception {
        target.asOwner()
                .sql("update migration.flyway_schema_history set checksum = 7 where version = '20261122.0100'")
                .update();
        assertRefused("phiên bản", file);
        target.asOwner().sql("delete from migration.flyway_schema_history").update();
        assertRefused("phiên bản", file);
        target.drop();
        target = TestDatabase.create();
        restore(file);
        assertRefused("đã có dữ liệu", file);
        assertThat(contents(target)).isEqualTo(contents(source));
    }

    @Test
    void targetInUseIsRefused() throws Exception {
        try (var pool = target.pool(1);
                var connection = pool.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
            assertRefused("đang được dùng", file);
        }
    }

    /** From the console, with a server of its own: restored, then saved while nothing runs and while the server is at work. */
    @Test
    void commandsWorkAloneAndBesideTheApplication() throws Exception {
        var data = "--giaoban.data=" + place.resolve("data");
        unpackedPrograms();
        assertThat(said(1, "backup", place.resolve("none.zip").toString(), data))
                .contains("Chưa có dữ liệu");
        assertThat(said(0, "restore", file.toString(), data)).contains("data/keys rồi mới khởi động");

        var alone = place.resolve("alone.zip");
        assertThat(said(0, "backup", alone.toString(), data)).contains("data/keys KHÔNG có trong tệp");
        var beside = place.resolve("beside.zip");
        try (var running = EmbeddedPostgres.start(place.resolve("data/postgres"))) {
            assertThat(running.pid()).isPositive();
            said(0, "backup", beside.toString(), data);
            assertThat(said(1, "restore", file.toString(), data)).contains("đang được một tiến trình Giao Ban khác");
        }
        try (var first = Archive.open(file);
                var second = Archive.open(alone);
                var third = Archive.open(beside)) {
            assertThat(second.manifest()).isEqualTo(first.manifest());
            // the first copy is an entry of its own, which the next one holds
            assertThat(third.manifest().rows()).isEqualTo(first.manifest().rows() + 1);
            try (var entries = third.text(table(third, "record.entry"))) {
                assertThat(new String(entries.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("backup.made", "SHA-256 " + HexFormat.of().formatHex(sha256(alone)));
            }
        }
        assertThat(said(1, "restore", alone.toString(), data)).contains("đã có dữ liệu");
        assertThat(said(2, "restore")).contains("Cách dùng");
        assertThat(BackupCommand.asked("--giaoban.demo=false")).isFalse();
    }

    private static Content table(Archive archive, String name) throws IOException {
        return archive.manifest().tables().stream()
                .filter(content -> content.table().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] sha256(Path file) throws Exception {
        return java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    }

    private static Manifest backup(TestDatabase database, Path file) throws SQLException, IOException {
        try (var connection = database.address().connect()) {
            return Backup.write(connection, file);
        }
    }

    private void restore(Path backup) throws SQLException, IOException {
        try (var connection = target.address().connect()) {
            Restore.from(connection, backup);
        }
    }

    private void assertRefused(String why, Path backup) {
        assertThatThrownBy(() -> restore(backup))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("Nguyễn");
    }

    private static String said(int code, String... arguments) {
        var console = new ByteArrayOutputStream();
        var answer = BackupCommand.run(new PrintStream(console, true, StandardCharsets.UTF_8), arguments);
        var words = console.toString(StandardCharsets.UTF_8);
        assertThat(answer).as(words).isEqualTo(code);
        return words;
    }

    /** Spares the test an unpacking of PostgreSQL. */
    private void unpackedPrograms() throws IOException {
        Files.createDirectories(place.resolve("data/postgres"));
        try (var files = Files.list(Path.of("target", "postgres").toAbsolutePath())) {
            for (var programs : files.filter(
                            name -> name.getFileName().toString().matches("bin-[0-9.]+"))
                    .toList()) {
                Files.createSymbolicLink(place.resolve("data/postgres").resolve(programs.getFileName()), programs);
            }
        }
    }

    /** The backup with the text of one table changed; with the manifest made to agree, or as it was. */
    private Path forged(String table, UnaryOperator<String> change, boolean manifestToo) throws Exception {
        var forged = Files.createTempFile(place, "forged", ".zip");
        try (var original = Archive.open(file);
                var copy = new ArchiveWriter(Files.newOutputStream(forged))) {
            var contents = new ArrayList<Content>();
            for (var content : original.manifest().tables()) {
                String text;
                try (var stream = original.text(content)) {
                    text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                }
                var now = content.table().name().equals(table) ? change.apply(text) : text;
                var made = copy.add(content.table(), sink -> {
                    sink.write(now.getBytes(StandardCharsets.UTF_8));
                    return now.lines().count();
                });
                contents.add(manifestToo ? made : content);
            }
            var manifest = original.manifest();
            copy.finish(new Manifest(
                    manifest.format(), manifest.migrations(), manifest.lastEntry(), contents, manifest.sequences()));
        }
        return forged;
    }

    private static String withoutLastLine(String text) {
        return text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1);
    }

    /** Rows and a digest of every table, by one whom no row policy holds. */
    private static Map<String, String> contents(TestDatabase database) {
        var sql = database.asSuperuser();
        var contents = new TreeMap<String, String>();
        var tables = sql.sql("""
                        select n.nspname || '.' || c.relname
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind = 'r' and n.nspname !~ '^pg_|^information_schema$|^migration$'
                        """).query(String.class).list();
        for (var table : tables) {
            contents.put(
                    table,
                    sql.sql(
                                    "select count(*) || ' ' || md5(coalesce(string_agg(t::text, ';' order by t::text), '')) from "
                                            + table + " t")
                            .query(String.class)
                            .single());
        }
        return contents;
    }

    /** Foreign keys, and whom row policies hold. */
    private static List<String> rules(TestDatabase database) {
        return database.asSuperuser().sql("""
                        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated from pg_constraint
                        union all
                        select oid::regclass || ' ' || relrowsecurity || relforcerowsecurity from pg_class where relkind = 'r'
                        order by 1
                        """).query(String.class).list();
    }
}

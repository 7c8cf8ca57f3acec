package vn.giaoban.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import vn.giaoban.backup.Manifest.Content;
import vn.giaoban.database.DatabaseAddress;

/**
 * The database of the release before, with a province in it, becomes one of this release: nothing in it is lost or other than it was, the
 * figures are the same to the last byte, what was settled still holds, and the chain is whole. What that release wrote lies under
 * {@code release-before}, made by {@code make} there with its jar.
 */
class UpgradeTest extends AtTheConsole {

    private static final Path BEFORE = Path.of("src", "test", "resources", "release-before");

    @Test
    void whatTheReleaseBeforeWroteIsTakenOver() throws Exception {
        var server = server("upgraded");
        var address = server.application();
        oldSchema(address);
        try (var connection = address.connect();
                var archive = Archive.open(BEFORE.resolve("giaoban.zip"))) {
            Restore.from(connection, BEFORE.resolve("giaoban.zip"));
            var old = archive.manifest();
            assertThat(old.rows()).isGreaterThan(700);
            assertThat(migrate(address, "classpath:vn/giaoban/*/db")).isPositive();
            for (var table : old.tables()) {
                assertThat(lines(connection, table))
                        .as(table.table().name())
                        .containsAll(lines(archive, table))
                        .satisfies(now -> assertThat(now).hasSizeGreaterThanOrEqualTo((int) table.rows()));
            }
        }

        // The keys of the release before, where this one looks for them.
        var keys = Files.createDirectories(place.resolve("keys").resolve("keys"));
        Files.copy(BEFORE.resolve("citizen-numbers.key"), keys.resolve("citizen-numbers.key"));
        var chain = chain(server);
        assertThat(chain).hasSizeGreaterThanOrEqualTo(7);
        application(server);

        var figures = json.readTree(Files.readString(BEFORE.resolve("figures.json")));
        var known = figures.get("knownAt").asString();
        var period = "?from=2024-01-01&until=2024-07-01";
        // a release may count more, but nothing otherwise
        var codes = figures.get("figures").values().stream()
                .map(figure -> figure.get("code").asString())
                .collect(Collectors.joining(","));
        assertThat(json.readTree(
                        text(request("/api/v1/figures/VD" + period + "&knownAt=" + known + "&indicators=" + codes))))
                .isEqualTo(figures);
        assertThat(text(request("/api/v1/figures/VD/freezes/1"))).contains("\"holds\":true");
        assertThat(json.readTree(text(request("/api/v1/figures/VD/freezes" + period))))
                .isEqualTo(json.readTree(Files.readString(BEFORE.resolve("freezes.json"))));
        assertThat(verified()).contains("\"whole\":true", "\"unsealed\":0");
        assertThat(chain(server)).containsAll(chain);

        // and what was settled, counted anew by this release's statements, has the same figures
        assertThat(command(0, server, "prove")).contains("; 1 lần chốt số liệu tính lại đều khớp");

        // and it goes on being written to, and saved
        text(request("/api/v1/figures/VD/freezes?from=2024-07-01&until=2024-08-01")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        var file = place.resolve("upgraded.zip");
        assertThat(command(0, server, "backup", file.toString())).contains("Đã sao lưu");
    }

    private void oldSchema(DatabaseAddress address) throws IOException {
        var sources = place.resolve("release-before");
        try (var zip = new ZipInputStream(Files.newInputStream(BEFORE.resolve("migrations.zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = sources.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.copy(zip, file);
                }
            }
        }
        var locations = new ArrayList<String>();
        try (var modules = Files.list(sources.resolve("vn").resolve("giaoban"))) {
            modules.sorted().forEach(module -> locations.add("filesystem:" + module.resolve("db")));
        }
        migrate(address, locations.toArray(String[]::new));
    }

    /** How many migrations it took. */
    private static int migrate(DatabaseAddress address, String... locations) {
        return Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .initSql("set role giaoban_owner")
                .locations(locations)
                .defaultSchema("migration")
                .createSchemas(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static List<String> lines(Archive archive, Content table) throws IOException {
        try (var text = archive.text(table)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** Of the columns it had in the release before. */
    private static List<String> lines(Connection connection, Content table) throws Exception {
        Session.begin(connection, "isolation level repeatable read, read only");
        try {
            Session.seeAllRegisters(connection);
            var text = new java.io.ByteArrayOutputStream();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + table.table().withColumns() + " to stdout", text);
            return text.toString(StandardCharsets.UTF_8).lines().toList();
        } finally {
            connection.rollback();
        }
    }
}

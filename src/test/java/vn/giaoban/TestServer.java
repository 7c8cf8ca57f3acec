package vn.giaoban;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import vn.giaoban.database.DatabaseAddress;
import vn.giaoban.database.EmbeddedPostgres;

/**
 * One PostgreSQL for all tests of this JVM, from the launcher and by the roles of a real installation; only its durability is switched off.
 * The migrations run once, into the database that all others are copied from.
 */
final class TestServer {

    static final String MIGRATED = "giaoban";

    private static final Path HOME = Path.of("target", "postgres");
    private static @Nullable EmbeddedPostgres running;

    private TestServer() {}

    static synchronized EmbeddedPostgres running() {
        if (running == null) {
            var home = ours();
            var server = EmbeddedPostgres.start(
                    home,
                    HOME,
                    Map.of(
                            "fsync",
                            "off",
                            "full_page_writes",
                            "off",
                            "synchronous_commit",
                            "off",
                            "autovacuum",
                            "off"));
            migrate(server.application());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                FileSystemUtils.deleteRecursively(home.toFile());
            }));
            running = server;
        }
        return running;
    }

    /** As application.properties says it for the application. */
    private static void migrate(DatabaseAddress database) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .initSql("set role giaoban_owner")
                .locations("classpath:vn/giaoban/*/db")
                .defaultSchema("migration")
                .createSchemas(true)
                .load()
                .migrate();
    }

    /** A directory that no other test run is using; what a killed one left in it is cleared away. */
    private static Path ours() {
        try {
            Files.createDirectories(HOME);
            for (var number = 1; ; number++) {
                if (lock(HOME.resolve("tests-" + number + ".lock")) != null) {
                    var home = HOME.resolve("tests-" + number);
                    if (Files.exists(home)) {
                        EmbeddedPostgres.start(home, HOME, Map.of("fsync", "off"))
                                .close();
                        FileSystemUtils.deleteRecursively(home);
                    }
                    return home;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Held until this process ends. */
    @SuppressWarnings("StreamResourceLeak")
    private static @Nullable FileLock lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return channel.tryLock();
    }
}

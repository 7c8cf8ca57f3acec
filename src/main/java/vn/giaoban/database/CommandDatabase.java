package vn.giaoban.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The database for a command that runs beside the application or in its place. */
public final class CommandDatabase implements AutoCloseable {

    private final DatabaseAddress address;
    private final @Nullable EmbeddedPostgres started;

    private CommandDatabase(DatabaseAddress address, @Nullable EmbeddedPostgres started) {
        this.address = address;
        this.started = started;
    }

    /** For reading. Our own server may be at work for an application; it is started, and stopped again, only if it is not. */
    public static CommandDatabase beside(Environment environment) {
        var properties = properties(environment);
        if (properties.external()) {
            return new CommandDatabase(properties.address(), null);
        }
        var home = home(environment);
        try {
            var running = Cluster.running(home);
            if (running.isPresent()) {
                return new CommandDatabase(running.get(), null);
            }
            if (!Cluster.exists(home)) {
                throw new DatabaseFault(
                        "Chưa có dữ liệu ở " + home + ".",
                        "Hãy chỉ đúng thư mục bằng --giaoban.data=…, hoặc đặt GIAOBAN_DATABASE_URL.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return started(EmbeddedPostgres.start(home));
    }

    /** Migrated, made first if need be. Refused while an application uses our own server's directory. */
    public static CommandDatabase alone(Environment environment) {
        var properties = properties(environment);
        var database = properties.external()
                ? new CommandDatabase(properties.address(), null)
                : started(EmbeddedPostgres.start(home(environment)));
        try {
            DatabaseConfiguration.migrate(flyway(database.address, environment), database.address);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Whether it is the operator's own PostgreSQL. */
    static boolean external(Environment environment) {
        return properties(environment).external();
    }

    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }

    private static CommandDatabase started(EmbeddedPostgres server) {
        return new CommandDatabase(server.application(), server);
    }

    /** As Spring Boot makes it for the application, from the same properties. */
    private static Flyway flyway(DatabaseAddress address, Environment environment) {
        return Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .initSql(environment.getRequiredProperty("spring.flyway.init-sqls"))
                .locations(environment.getRequiredProperty("spring.flyway.locations"))
                .defaultSchema(environment.getRequiredProperty("spring.flyway.default-schema"))
                .createSchemas(true)
                .load();
    }

    private static DatabaseProperties properties(Environment environment) {
        return Binder.get(environment)
                .bind("giaoban.database", DatabaseProperties.class)
                .orElseGet(() -> new DatabaseProperties(null, null, null));
    }

    private static Path home(Environment environment) {
        return Path.of(environment.getRequiredProperty("giaoban.data"))
                .toAbsolutePath()
                .normalize()
                .resolve("postgres");
    }
}

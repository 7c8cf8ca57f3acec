package vn.giaoban.database;

import java.util.Arrays;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database has the schema of this very program. The start sees to it; afterwards only another program can have changed it, a
 * newer one started beside this one.
 */
@Component("migrationsHealthIndicator")
class MigrationsHealth implements HealthIndicator {

    private final JdbcClient sql;
    private final ObjectProvider<Flyway> flyway;
    private volatile String ours = "";

    MigrationsHealth(JdbcClient sql, ObjectProvider<Flyway> flyway) {
        this.sql = sql;
        this.flyway = flyway;
    }

    @Override
    public Health health() {
        var here = sql.sql("select version from database_api.schema_version")
                .query(String.class)
                .single();
        return (here.equals(ours()) ? Health.up() : Health.outOfService())
                .withDetail("database", here)
                .withDetail("program", ours())
                .build();
    }

    private String ours() {
        if (ours.isEmpty()) {
            ours = Arrays.stream(flyway.getObject().info().all())
                    .filter(migration ->
                            migration.isVersioned() && migration.getState().isResolved())
                    .map(migration -> migration.getVersion())
                    .filter(Objects::nonNull)
                    .max(MigrationVersion::compareTo)
                    .map(MigrationVersion::getVersion)
                    .orElse("");
        }
        return ours;
    }
}

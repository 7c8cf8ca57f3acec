package vn.giaoban.database;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.StringUtils;

/**
 * Where the database is, for the pool and for Flyway. Both sign in by the same login and choose their role in their first statement
 * ({@code application.properties}). Spring closes the pool before the server, because it was made after it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    @Conditional(NoOtherDatabase.class)
    EmbeddedPostgres embeddedPostgres(@Value("${giaoban.data}") Path data) {
        return EmbeddedPostgres.start(data.resolve("postgres"));
    }

    @Bean
    DatabaseAddress databaseAddress(DatabaseProperties properties, ObjectProvider<EmbeddedPostgres> embedded) {
        return properties.external()
                ? properties.address()
                : embedded.getObject().application();
    }

    @Bean
    JdbcConnectionDetails connections(DatabaseAddress address) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return address.user();
            }

            @Override
            public String getPassword() {
                return address.password();
            }

            @Override
            public String getJdbcUrl() {
                return address.url();
            }
        };
    }

    @Bean
    FlywayConnectionDetails migrations(DatabaseAddress address) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return address.user();
            }

            @Override
            public String getPassword() {
                return address.password();
            }

            @Override
            public String getJdbcUrl() {
                return address.url();
            }
        };
    }

    @Bean
    FlywayMigrationStrategy migration(DatabaseAddress address) {
        return flyway -> migrate(flyway, address);
    }

    /** Instead of Spring Boot's own, which it would make in the same place. */
    @Bean
    JdbcTemplate jdbcTemplate(
            DataSource pool,
            MeterRegistry meters,
            ObjectProvider<Readings> readings,
            @Value("${giaoban.slow-statement:PT1S}") Duration longest) {
        var places = readings.getIfAvailable();
        return new TimedTemplate(
                pool, new SlowStatements(longest, meters), places == null ? () -> {} : places::usedPrimary);
    }

    static void migrate(Flyway flyway, DatabaseAddress address) {
        RoleCheck.beforeMigration(address);
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new DatabaseFault(
                    "Không đưa được cơ sở dữ liệu lên phiên bản này: " + e.getMessage(),
                    "Hãy dùng đúng phiên bản Giao Ban đã tạo ra dữ liệu này hoặc mới hơn; dữ liệu chưa bị thay đổi.",
                    e);
        }
        RoleCheck.afterMigration(address);
    }

    static class NoOtherDatabase implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("giaoban.database.url"));
        }
    }
}

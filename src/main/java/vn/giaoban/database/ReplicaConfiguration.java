package vn.giaoban.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.StringUtils;

/** A replica to read from, where {@code GIAOBAN_REPLICA_URL} names one. Without it nothing here exists. */
@Configuration(proxyBeanMethods = false)
@Conditional(ReplicaConfiguration.Wanted.class)
@EnableConfigurationProperties(ReplicaProperties.class)
class ReplicaConfiguration {

    /** A request waits no longer for a replica before it goes to the primary. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** A statement of which nothing is heard for so long is asked again of the primary. */
    private static final String LONGEST_SILENCE = "30";

    /** No {@link DataSource} among the beans: there is one database. */
    record ReplicaPool(HikariDataSource connections) implements AutoCloseable {

        @Override
        public void close() {
            connections.close();
        }
    }

    @Bean
    ReplicaPool replicaPool(
            ReplicaProperties replica,
            DatabaseProperties database,
            ReplicaWatch watch,
            Environment settings,
            MeterRegistry meters) {
        var address = replica.address(database);
        // as the database's own, roles and time zone included
        var pool =
                Binder.get(settings).bindOrCreate("spring.datasource.hikari", Bindable.ofInstance(new HikariConfig()));
        pool.setPoolName("replica");
        pool.setReadOnly(true);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setValidationTimeout(PATIENCE.toMillis());
        // the start does not wait for it
        pool.setInitializationFailTimeout(-1);
        var driver = new Properties();
        driver.putAll(pool.getDataSourceProperties());
        driver.setProperty("user", address.user());
        driver.setProperty("password", address.password());
        driver.setProperty("connectTimeout", "2");
        driver.setProperty("socketTimeout", LONGEST_SILENCE);
        driver.setProperty("tcpKeepAlive", "true");
        pool.setDataSource(new AbstractDriverBasedDataSource() {
            @Override
            protected Connection getConnectionFromDriver(Properties user) throws SQLException {
                return watched(DriverManager.getConnection(address.url(), driver), watch);
            }
        });
        pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        return new ReplicaPool(new HikariDataSource(pool));
    }

    private static Connection watched(Connection connection, ReplicaWatch watch) throws SQLException {
        try {
            if (watch.leadsToIt(connection)) {
                return connection;
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        throw new SQLException("it was started again since it was looked at");
    }

    @Bean
    ReplicaWatch replicaWatch(
            DatabaseAddress primary, ReplicaProperties replica, DatabaseProperties database, MeterRegistry meters) {
        var watch = new ReplicaWatch(primary, replica.address(database), replica.mostBehind(), replica.lookEvery());
        Gauge.builder(
                        "giaoban.replica.behind",
                        watch,
                        of -> of.behind().map(time -> time.toMillis() / 1000.0).orElse(Double.NaN))
                .description("How old the newest moment is up to which the replica has everything")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("giaoban.replica.used", watch, of -> of.fit() ? 1 : 0)
                .description("1 while the replica is read from, 0 while the primary answers in its place")
                .register(meters);
        return watch;
    }

    @Bean
    Readings readings(ReplicaWatch watch, ReplicaPool pool, MeterRegistry meters) {
        return new Readings(watch, pool.connections(), meters);
    }

    /** The pool that Spring Boot makes stays the primary's; every transaction chooses when it needs its connection. */
    @Bean
    static BeanPostProcessor replicaBesideDatabase(ObjectProvider<Readings> readings) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource primary ? choosing(primary, readings.getObject()) : bean;
            }
        };
    }

    private static DataSource choosing(DataSource primary, Readings readings) {
        var choosing = new LazyConnectionDataSourceProxy();
        choosing.setTargetDataSource(primary);
        choosing.setReadOnlyDataSource(new ReadingSource(primary, readings));
        choosing.setDefaultAutoCommit(true);
        choosing.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        choosing.afterPropertiesSet();
        return choosing;
    }

    @Bean
    PlatformTransactionManager transactionManager(
            DataSource database, Readings readings, ObjectProvider<TransactionManagerCustomizers> customizers) {
        var manager = new JdbcTransactionManager(database);
        customizers.ifAvailable(all -> all.customize(manager));
        return new ReplicaTransactions(manager, readings);
    }

    /** Always up: without the replica the primary answers. Whether it is used is a detail, and a metric. */
    @Bean
    HealthIndicator replicaHealthIndicator(ReplicaWatch watch) {
        return () -> Health.up()
                .withDetail("used", watch.fit())
                .withDetail(
                        "behindMillis", watch.behind().map(Duration::toMillis).orElse(-1L))
                .withDetail("why", watch.fault().orElse(""))
                .build();
    }

    static class Wanted implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("giaoban.replica.url"));
        }
    }
}

package vn.giaoban;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.giaoban.database.DatabaseAddress;

/** A database of the tests: a copy of the migrated one, made in about a tenth of a second. */
public record TestDatabase(String name) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    public static TestDatabase create() {
        var name = "test_" + COUNT.incrementAndGet();
        superuser("postgres")
                .sql("create database " + name + " template " + TestServer.MIGRATED + " owner giaoban_owner")
                .update();
        return new TestDatabase(name);
    }

    /** The database that the application of this test is using now. */
    public static TestDatabase of(DataSource application) {
        return ((SwitchingDataSource) application).database();
    }

    /** As the application signs in. */
    public DatabaseAddress address() {
        var application = TestServer.running().application();
        return new DatabaseAddress(TestServer.running().url(name), application.user(), application.password());
    }

    /** A pool like the application's: its login, its role, its time zone. */
    public HikariDataSource pool(int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(address().url());
        config.setUsername(address().user());
        config.setPassword(address().password());
        config.setConnectionInitSql("set role giaoban_app; set time zone 'Asia/Ho_Chi_Minh'");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** For probe tables, and for what the application must not be able to do. Own connection for each statement; commits. */
    public JdbcClient asOwner() {
        var address = address();
        var source = new DriverManagerDataSource(
                address.url() + "?options=-c%20role%3Dgiaoban_owner", address.user(), address.password());
        return JdbcClient.create(source);
    }

    /** Not held by any row policy: sees what is really there. */
    public JdbcClient asSuperuser() {
        return superuser(name);
    }

    /** As {@link #asSuperuser}, by one connection that stays open until the database is dropped: for thousands of looks. */
    public JdbcClient watching() {
        var server = TestServer.running();
        return JdbcClient.create(new SingleConnectionDataSource(
                server.url(name), server.superuser().user(), server.superuser().password(), true));
    }

    public void drop() {
        superuser("postgres").sql("drop database " + name + " with (force)").update();
    }

    private static JdbcClient superuser(String database) {
        var server = TestServer.running();
        return JdbcClient.create(new DriverManagerDataSource(
                server.url(database),
                server.superuser().user(),
                server.superuser().password()));
    }
}

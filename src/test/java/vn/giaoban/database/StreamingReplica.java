package vn.giaoban.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A second PostgreSQL that follows a first one by streaming, from the same binaries: the archive has no {@code pg_basebackup}, so the files are
 * copied between {@code pg_backup_start} and {@code pg_backup_stop}.
 */
final class StreamingReplica implements AutoCloseable {

    private final EmbeddedPostgres primary;
    private final Cluster cluster;
    private final Map<String, String> settings;
    private final int port;
    private long pid;

    private StreamingReplica(EmbeddedPostgres primary, Cluster cluster, int port) {
        this.primary = primary;
        this.cluster = cluster;
        this.port = port;
        this.settings = new HashMap<>(Map.of("port", Integer.toString(port), "fsync", "off", "max_connections", "60"));
    }

    /** @param from the directory of the primary's cluster, such as {@code home/cluster-18} */
    static StreamingReplica of(EmbeddedPostgres primary, Path from, Path home)
            throws IOException, InterruptedException, SQLException {
        Files.createDirectories(home);
        var copy = home.resolve(from.getFileName());
        try (var connection = primary.superuser().connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('replica', true)");
            var copying = new ProcessBuilder("cp", "-a", from.toString(), copy.toString()).start();
            assertThat(copying.waitFor(2, TimeUnit.MINUTES)).isTrue();
            try (var stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                assertThat(stopped.next()).isTrue();
                Files.writeString(copy.resolve("data/backup_label"), stopped.getString(1));
            }
        }
        Files.delete(copy.resolve("data/postmaster.pid"));
        Files.createFile(copy.resolve("data/standby.signal"));
        Files.writeString(
                copy.resolve("data/postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + portOf(primary) + " user=postgres password="
                        + primary.superuser().password() + "'\n",
                StandardOpenOption.APPEND);
        var cluster = Cluster.in(home, Binaries.in(Path.of("target", "postgres").toAbsolutePath()), false);
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var replica = new StreamingReplica(primary, cluster, port);
        replica.start();
        return replica;
    }

    private static String portOf(EmbeddedPostgres server) {
        return server.url("").replaceAll(".*:(\\d+)/", "$1");
    }

    /** At the same port as before. */
    void start() throws IOException, InterruptedException {
        pid = cluster.start(settings).pid();
    }

    /** As if its machine had lost power. */
    void kill() throws IOException, InterruptedException {
        cluster.stop("immediate");
    }

    /** It takes what is sent to it and says nothing; {@code STOP}, and {@code CONT} to go on. */
    void signal(String signal) throws IOException, InterruptedException {
        var server = ProcessHandle.of(pid).orElseThrow();
        var all = new java.util.ArrayList<>(List.of("kill", "-" + signal, Long.toString(pid)));
        server.children().forEach(child -> all.add(Long.toString(child.pid())));
        assertThat(new ProcessBuilder(all).start().waitFor(10, TimeUnit.SECONDS))
                .isTrue();
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    JdbcClient superuser() {
        return JdbcClient.create(new DriverManagerDataSource(
                url(Bootstrap.DATABASE),
                primary.superuser().user(),
                primary.superuser().password()));
    }

    /** From now on it gets everything and shows nothing of it. */
    void pause() throws InterruptedException {
        var sql = superuser();
        sql.sql("select pg_wal_replay_pause()").query((row, n) -> true).single();
        while (!sql.sql("select pg_get_wal_replay_pause_state()")
                .query(String.class)
                .single()
                .equals("paused")) {
            Thread.sleep(10);
        }
    }

    void resume() {
        superuser().sql("select pg_wal_replay_resume()").query((row, n) -> true).single();
    }

    @Override
    public void close() throws Exception {
        signal("CONT");
        cluster.stop();
    }
}

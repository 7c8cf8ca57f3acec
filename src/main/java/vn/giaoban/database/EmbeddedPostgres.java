package vn.giaoban.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own beside the application: its files in one directory, its port on the loopback alone, a password nobody needs to
 * know. It outlives a killed application and is taken over by the next, which then stops it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("shared_buffers", "128MB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "64MB"),
            Map.entry("effective_cache_size", "512MB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("max_connections", "60"),
            Map.entry("jit", "off"),
            Map.entry("max_wal_size", "1GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("timezone", "UTC"),
            // Errors are logged by the application, with a reference; their text here would hold names and numbers of
            // people.
            Map.entry("log_min_messages", "log"),
            Map.entry("log_checkpoints", "off"));

    private final Cluster cluster;
    private final Postmaster server;
    private final FileLock lock;
    private final DatabaseAddress superuser;
    private final DatabaseAddress application;

    private EmbeddedPostgres(Cluster cluster, Postmaster server, FileLock lock) throws IOException, SQLException {
        this.cluster = cluster;
        this.server = server;
        this.lock = lock;
        this.superuser = new DatabaseAddress(url("postgres"), "postgres", cluster.password());
        this.application = new DatabaseAddress(url(Bootstrap.DATABASE), Bootstrap.LOGIN, Cluster.randomSecret());
        Bootstrap.run(superuser, application);
    }

    /** The application's own: settings that keep what was committed. */
    public static EmbeddedPostgres start(Path home) {
        return start(home, home, Map.of());
    }

    /**
     * @param home where the data are kept
     * @param programs where the programs are unpacked, once for each version
     * @param settings of the server, in addition to ours or in their place
     */
    public static EmbeddedPostgres start(Path home, Path programs, Map<String, String> settings) {
        var data = home.toAbsolutePath().normalize();
        FileLock lock = null;
        try {
            privateDirectory(data);
            privateDirectory(programs.toAbsolutePath().normalize());
            ServerUser.checkOurs(data);
            lock = lock(data);
            var durable = !"off".equals(settings.get("fsync"));
            var binaries = Binaries.in(programs.toAbsolutePath().normalize());
            var cluster = Cluster.in(data, binaries, durable);
            var all = new LinkedHashMap<>(SETTINGS);
            all.putAll(settings);
            return new EmbeddedPostgres(cluster, cluster.start(all), lock);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw released(lock, new DatabaseFault("Việc khởi động PostgreSQL bị ngắt.", "Hãy chạy lại.", e));
        } catch (IOException | SQLException e) {
            throw released(
                    lock,
                    new DatabaseFault(
                            "Không khởi động được PostgreSQL ở " + data + ": " + e,
                            "Hãy kiểm tra quyền và dung lượng của thư mục, hoặc chọn thư mục khác bằng --giaoban.data=…",
                            e));
        } catch (RuntimeException e) {
            throw released(lock, e);
        }
    }

    /** Makes the programs ready, so that starting finds them. */
    static void unpack(Path programs) throws IOException {
        var home = programs.toAbsolutePath().normalize();
        privateDirectory(home);
        ServerUser.checkOurs(home);
        Binaries.in(home);
    }

    /** How the application signs in: neither superuser nor owner of anything. */
    public DatabaseAddress application() {
        return application;
    }

    /** The superuser's way in, for what only it may do. */
    public DatabaseAddress superuser() {
        return superuser;
    }

    public long pid() {
        return server.pid();
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    /** Stops the server, also one that was taken over. Called by Spring after the connections are closed, never by a shutdown hook. */
    @Override
    public void close() {
        try {
            cluster.stop();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL was not stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release(lock);
        }
    }

    /** One application for one directory; the lock goes when its process does, however that ends. */
    private static FileLock lock(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same answer
        }
        if (lock == null) {
            channel.close();
            throw new DatabaseFault(
                    "Thư mục " + home + " đang được một tiến trình Giao Ban khác sử dụng.",
                    "Hãy dừng tiến trình kia trước, hoặc chọn thư mục khác bằng --giaoban.data=…");
        }
        return lock;
    }

    private static void privateDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            // Entered, but not read, by the server where it runs as another user; the cluster inside is closed to all
            // but its owner.
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    private static RuntimeException released(@Nullable FileLock lock, RuntimeException fault) {
        if (lock != null) {
            release(lock);
        }
        return fault;
    }

    private static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The database being filled: connections as the owner of the tables, and the steps that are done. Each step is one transaction. */
final class NationStore {

    interface Work {
        void on(Connection connection) throws SQLException, IOException;
    }

    private final String url;
    private final String user;
    private final String password;
    private final Set<String> done = new HashSet<>();
    private final long begun = System.nanoTime();

    NationStore(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The server that runs under a data directory, as its superuser on the loopback. */
    static NationStore embedded(Path data) throws IOException {
        try (var clusters = Files.list(data.resolve("postgres"))) {
            var cluster = clusters.filter(one -> one.getFileName().toString().startsWith("cluster-"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            var port = Files.readAllLines(cluster.resolve("data/postmaster.pid")).get(3);
            return new NationStore(
                    "jdbc:postgresql://127.0.0.1:" + port + "/giaoban",
                    "postgres",
                    Files.readString(cluster.resolve("superuser.password")));
        }
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(url, user, password);
        execute(connection, "set role giaoban_owner; set search_path = public, ext; set synchronous_commit = off; set time zone 'Asia/Ho_Chi_Minh';"
                + " set maintenance_work_mem = '512MB'; set work_mem = '64MB'; set max_parallel_maintenance_workers = 0");
        connection.setAutoCommit(false);
        return connection;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> answers(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    /** @param what seed and size; another nation is not filled into the same database */
    void begin(Connection connection, String what) throws SQLException {
        execute(connection, "create schema if not exists nation; create table if not exists nation.step (name text primary key, seconds real, at"
                + " timestamptz not null default now()); create table if not exists nation.later (place int primary key, task text, sql text)");
        done.addAll(answers(connection, "select name from nation.step"));
        var other = done.stream().filter(name -> name.startsWith("nation ") && !name.equals(what)).findAny();
        if (other.isPresent()) {
            throw new IllegalStateException("this database holds another one: " + other.get());
        }
        if (done.isEmpty() && !answers(connection, "select 1 from record.register limit 1").isEmpty()) {
            throw new IllegalStateException("this database has registers already: a nation is made only in an empty one");
        }
        connection.commit();
        step(connection, what, any -> {});
    }

    boolean isDone(String name) {
        synchronized (done) {
            return done.contains(name);
        }
    }

    /** Done before, or done now: the work and its sign in one transaction. */
    void step(Connection connection, String name, Work work) throws SQLException, CopyFailed {
        if (isDone(name)) {
            return;
        }
        var start = System.nanoTime();
        try {
            work.on(connection);
            try (var sign = connection.prepareStatement("insert into nation.step (name, seconds) values (?, ?)")) {
                sign.setString(1, name);
                sign.setDouble(2, (System.nanoTime() - start) / 1e9);
                sign.executeUpdate();
            }
            connection.commit();
        } catch (IOException e) {
            throw new CopyFailed(e);
        }
        synchronized (done) {
            done.add(name);
        }
        if (System.nanoTime() - start > 3_000_000_000L) {
            say(name, start);
        }
    }

    /** @param since nanoseconds */
    void say(String what, long since) {
        var now = System.nanoTime();
        System.out.printf(Locale.ROOT, "%6.0f s  %-60s %6.1f s%n", (now - begun) / 1e9, what, (now - since) / 1e9);
    }

    /** A failed COPY. */
    static final class CopyFailed extends RuntimeException {

        CopyFailed(IOException cause) {
            super(cause);
        }
    }
}

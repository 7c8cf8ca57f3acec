package vn.giaoban.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows up to which moment the replica has everything. About each second it reads where the primary writes its log and then how far the
 * replica has replayed it: once the replica has passed a position, it has all that was committed when that position was read. So no writer
 * is asked where he wrote; the time at which he had written is enough ({@link System#nanoTime}, of this process alone).
 *
 * <p>If this thread stands still, or the primary or the replica does not answer, the moment stays where it is, gets too old, and the replica
 * is not used.
 */
final class ReplicaWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReplicaWatch.class);

    /** Seconds to connect and to answer. */
    private static final String PATIENCE = "2";

    private static final int KEPT = 3_600;
    private static final int PAGE = 8_192;
    private static final int LONGEST_HEAD_OF_PAGE = 40;

    private static final String OF_PRIMARY = """
            select (pg_catalog.pg_current_wal_insert_lsn() - '0/0'::pg_catalog.pg_lsn)::bigint, s.system_identifier, c.timeline_id,
                   exists (select from pg_catalog.pg_extension where extname = 'citus')
              from pg_catalog.pg_control_system() s, pg_catalog.pg_control_checkpoint() c
            """;

    private static final String OF_REPLICA = """
            select (pg_catalog.pg_last_wal_replay_lsn() - '0/0'::pg_catalog.pg_lsn)::bigint, s.system_identifier, c.timeline_id, pg_catalog.pg_is_in_recovery(),
                   pg_catalog.pg_postmaster_start_time()::text
              from pg_catalog.pg_control_system() s, pg_catalog.pg_control_checkpoint() c
            """;

    /** A place in the log, and whose log: of two servers that were parted the places cannot be compared. */
    private record Place(long position, long system, int timeline, boolean oneOfMany) {

        static Place of(ResultSet row, boolean oneOfMany) throws SQLException {
            return new Place(row.getLong(1), row.getLong(2), row.getInt(3), oneOfMany);
        }

        boolean sameLogAs(Place other) {
            return system == other.system && timeline == other.timeline;
        }
    }

    private record Passing(long at, long position) {}

    private final Server primary;
    private final Server replica;
    private final Duration mostBehind;
    private final Duration lookEvery;
    private final Thread thread = new Thread(this::watch, "replica-watch");
    private final Semaphore wake = new Semaphore(0);
    private final ArrayDeque<Passing> ahead = new ArrayDeque<>();
    private volatile boolean closing;
    private volatile @Nullable String fault = "it was not looked at yet";
    private volatile @Nullable Long hasAllUntil;
    private volatile String started = "";
    private volatile Runnable whenSilent = () -> {};
    private @Nullable Boolean told;

    ReplicaWatch(DatabaseAddress primary, DatabaseAddress replica, Duration mostBehind, Duration lookEvery) {
        this.primary = new Server(primary);
        this.replica = new Server(replica);
        this.mostBehind = mostBehind;
        this.lookEvery = lookEvery;
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether it may be asked at all. */
    boolean fit() {
        var behind = behind();
        return fault == null && behind.isPresent() && behind.get().compareTo(mostBehind) <= 0;
    }

    /** Whether it may be asked by somebody who must see all that was committed at this moment, a reading of {@link System#nanoTime}. */
    boolean hasAllUntil(long moment) {
        var until = hasAllUntil;
        return until != null && until - moment >= 0 && fit();
    }

    /** How old the newest moment is up to which it surely has everything; an idle replica is about {@code lookEvery} behind. */
    Optional<Duration> behind() {
        var until = hasAllUntil;
        return until == null ? Optional.empty() : Optional.of(Duration.ofNanos(System.nanoTime() - until));
    }

    /** Why it is not used; empty while it is. */
    Optional<String> fault() {
        return Optional.ofNullable(fault).or(() -> fit() ? Optional.empty() : Optional.of("it is too far behind"));
    }

    /**
     * Whether this connection leads to the very server that was looked at: one that was started again may for a moment show less than it did
     * before, and an address may lead to several.
     */
    boolean leadsToIt(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_catalog.pg_postmaster_start_time()::text")) {
            return row.next() && row.getString(1).equals(started);
        }
    }

    /** Something went wrong there: it is not used until it has been looked at, which happens at once. */
    void suspect(String what) {
        fault = what;
        wake.release();
    }

    /** Called in the thread that watches, with each look to which the replica does not answer. */
    void whenSilent(Runnable call) {
        whenSilent = call;
    }

    private void watch() {
        while (!closing) {
            look();
            try {
                // one look for all that were suspicious meanwhile
                if (wake.tryAcquire(lookEvery.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                break;
            }
        }
        primary.close();
        replica.close();
    }

    private void look() {
        var began = System.nanoTime();
        var found = looked(began);
        fault = found;
        var fit = fit();
        // the first look alone cannot know how far it is
        if (told == null ? fit || found != null : told != fit) {
            if (fit) {
                log.info("reading from the replica");
            } else {
                log.warn("not reading from the replica: {}", fault().orElse(""));
            }
            told = fit;
        }
    }

    private @Nullable String looked(long began) {
        Place writes;
        try {
            writes = primary.ask(OF_PRIMARY, row -> Place.of(row, row.getBoolean(4)));
        } catch (SQLException e) {
            return "the primary does not say where it writes: " + e.getMessage();
        }
        if (writes.oneOfMany()) {
            return "the database is a cluster (Citus), and each of its servers has a log of its own";
        }
        try {
            var said = replica.ask(OF_REPLICA, row -> {
                if (!row.getBoolean(4)) {
                    return "it is no replica (any more)";
                }
                if (!writes.sameLogAs(Place.of(row, false))) {
                    return "it follows another primary";
                }
                if (!row.getString(5).equals(started)) {
                    hasAllUntil = null;
                    ahead.clear();
                    started = row.getString(5);
                }
                passed(new Passing(began, begunPage(writes.position())), row.getLong(1));
                return "";
            });
            return said.isEmpty() ? null : said;
        } catch (SQLException e) {
            whenSilent.run();
            return "it does not answer: " + e.getMessage();
        }
    }

    private void passed(Passing newest, long replayed) {
        if (ahead.size() == KEPT) {
            ahead.removeLast();
        }
        ahead.addLast(newest);
        while (!ahead.isEmpty() && Objects.requireNonNull(ahead.peekFirst()).position() <= replayed) {
            hasAllUntil = ahead.removeFirst().at();
        }
    }

    /**
     * Where the log stands at the end of a page, the primary names the place behind the head of the next one, which nobody replays before
     * something is written there: an idle replica would never arrive. No record ends within a head.
     */
    private static long begunPage(long position) {
        return position % PAGE <= LONGEST_HEAD_OF_PAGE ? position - position % PAGE : position;
    }

    @Override
    public void close() {
        closing = true;
        wake.release();
    }

    /** One connection that is kept, and made anew after a failure. */
    private static final class Server {

        private final DatabaseAddress address;
        private @Nullable Connection connection;

        Server(DatabaseAddress address) {
            this.address = address;
        }

        private interface Reader<T> {
            T read(ResultSet row) throws SQLException;
        }

        <T> T ask(String query, Reader<T> reader) throws SQLException {
            var open = connection;
            if (open == null) {
                open = connect();
                connection = open;
            }
            try (var statement = open.createStatement();
                    var row = statement.executeQuery(query)) {
                row.next();
                return reader.read(row);
            } catch (SQLException e) {
                close();
                throw e;
            }
        }

        private Connection connect() throws SQLException {
            var properties = new Properties();
            properties.setProperty("user", address.user());
            properties.setProperty("password", address.password());
            properties.setProperty("connectTimeout", PATIENCE);
            properties.setProperty("loginTimeout", PATIENCE);
            properties.setProperty("socketTimeout", PATIENCE);
            properties.setProperty("ApplicationName", "giaoban replica watch");
            return DriverManager.getConnection(address.url(), properties);
        }

        void close() {
            var open = connection;
            connection = null;
            if (open != null) {
                try {
                    open.close();
                } catch (SQLException e) {
                    log.debug("not closed", e);
                }
            }
        }
    }
}

package vn.giaoban.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Visit;

/**
 * Where the transactions of a visit read: from the replica, if this one only reads and the replica has everything that stood in the primary
 * when the same account last used it. So nobody misses what he wrote, and nobody is shown an older state than he was shown before.
 *
 * <p>An account of which nothing is remembered (it has just signed in, or this process has just started) counts as having used the primary
 * now.
 */
final class Readings {

    private static final Logger log = LoggerFactory.getLogger(Readings.class);

    /** Longer than any replica may be behind and still be used. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final ReplicaWatch watch;
    private final DataSource replica;
    private final Cache<Long, Long> lastOnPrimary = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(REMEMBERED)
            .build();
    private final Set<Connection> atReplica = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<@Nullable Course> current = new ThreadLocal<>();
    private final Counter fromReplica;
    private final Counter fromPrimary;
    private final Counter again;

    /** What the outermost transaction of a thread, and those beside it, have used. */
    static final class Course {

        private final boolean mayUseReplica;
        private final List<Connection> atReplica = new ArrayList<>();
        private boolean usedPrimary;
        private boolean wrote;

        private Course(boolean mayUseReplica) {
            this.mayUseReplica = mayUseReplica;
        }

        /** Whether doing all of it again cannot do anything twice. */
        boolean mayBeRepeated() {
            return !atReplica.isEmpty() && !wrote;
        }
    }

    Readings(ReplicaWatch watch, DataSource replica, MeterRegistry meters) {
        this.watch = watch;
        this.replica = replica;
        this.fromReplica = counter(meters, "replica");
        this.fromPrimary = counter(meters, "primary");
        this.again = counter(meters, "again");
        watch.whenSilent(this::abandon);
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("giaoban.replica.readings")
                .description(
                        "Transactions of visits that only read: answered by the replica, by the primary, or by it again after the replica failed")
                .tag("outcome", outcome)
                .register(meters);
    }

    boolean underWay() {
        return current.get() != null;
    }

    Course begin(boolean mayUseReplica) {
        var course = new Course(mayUseReplica);
        current.set(course);
        return course;
    }

    void end(Course course) {
        current.remove();
        course.atReplica.forEach(atReplica::remove);
        if (!course.mayUseReplica || course.usedPrimary || course.wrote) {
            usedPrimary();
        }
    }

    /** A transaction that may write has ended beside one that is under way. */
    void wroteBeside() {
        var course = current.get();
        if (course != null) {
            course.wrote = true;
        }
    }

    /** Whoever works on this thread has seen or changed what stands in the primary now. */
    void usedPrimary() {
        var now = System.nanoTime();
        var visit = Visit.current();
        if (visit != null) {
            lastOnPrimary.put(visit.account(), now);
        }
        // a job under somebody's name, outside of his visits
        var actor = Acting.current();
        if (visit == null && actor != null && !actor.isSystem()) {
            lastOnPrimary.put(actor.account(), now);
        }
    }

    /** Why the replica failed in a transaction that is now done again. */
    void repeating(String why) {
        watch.suspect(why);
        again.increment();
    }

    /** For a transaction that only reads. */
    Connection connection(DataSource primary) throws SQLException {
        var course = current.get();
        if (course != null && course.mayUseReplica && !course.usedPrimary && mayUseReplica()) {
            try {
                var connection = replica.getConnection();
                atReplica.add(connection);
                course.atReplica.add(connection);
                fromReplica.increment();
                return connection;
            } catch (SQLException e) {
                watch.suspect("no connection to it: " + e.getMessage());
            }
        }
        if (course != null) {
            course.usedPrimary = true;
        }
        if (Visit.current() != null) {
            fromPrimary.increment();
        }
        return primary.getConnection();
    }

    private boolean mayUseReplica() {
        var visit = Visit.current();
        return visit != null
                && visit.mayBeBehind()
                && watch.hasAllUntil(lastOnPrimary.get(visit.account(), account -> System.nanoTime()));
    }

    /** The replica has fallen silent: who waits for it gets an error now, and with it the answer of the primary. */
    private void abandon() {
        for (var connection : atReplica) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                log.debug("not cut", e);
            }
        }
    }
}

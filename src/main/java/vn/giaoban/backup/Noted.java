package vn.giaoban.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Who looks into the books sees that everything was copied, when, and into a file of which digest: an entry like any other. */
final class Noted {

    private Noted() {}

    /** Committed after the copy, so that the copy itself does not hold it. The clock is the process's: there are no beans here. */
    static void copied(Connection connection, Manifest manifest, String sha256) throws SQLException {
        Session.begin(connection, "isolation level read committed, read write");
        try {
            // as every writer does, so that a freeze waits for this entry
            Session.execute(
                    connection,
                    "select pg_advisory_xact_lock_shared(7201, register_id) from record.register order by register_id");
            try (var statement = connection.prepareStatement("""
                    insert into record.entry (at, account, login, what, reason, registers)
                    select greatest(?, max(at) + interval '1 microsecond'), 0, 'hệ thống', 'backup.made', ?,
                           (select coalesce(array_agg(register_id order by register_id), '{}') from record.register)
                      from record.entry
                    """)) {
                statement.setTimestamp(
                        1, Timestamp.from(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS)));
                statement.setString(2, manifest.rows() + " rows, SHA-256 " + sha256);
                statement.executeUpdate();
            }
            connection.commit();
        } finally {
            connection.rollback();
        }
    }
}

package vn.giaoban.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import vn.giaoban.record.CommandEntry;

/** Who looks into the books sees that everything was copied, when, and into a file of which digest: an entry like any other. */
final class Noted {

    private Noted() {}

    /** Committed after the copy, so that the copy itself does not hold it. The clock is the process's: there are no beans here. */
    static void copied(Connection connection, Manifest manifest, String sha256) throws SQLException {
        Session.begin(connection, "isolation level read committed, read write");
        try {
            CommandEntry.write(
                    connection,
                    Clock.systemUTC().instant(),
                    "backup.made",
                    manifest.rows() + " rows, SHA-256 " + sha256);
            connection.commit();
        } finally {
            connection.rollback();
        }
    }
}

package vn.giaoban.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** An entry of a command at the console, where there are no beans: nobody's account, over all registers. */
public final class CommandEntry {

    private CommandEntry() {}

    /** In the connection's transaction, as every writer does, so that whoever fixes an instant waits for it. */
    public static void write(Connection connection, Instant now, String what, String reason) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute("select pg_advisory_xact_lock_shared(" + Entries.LOCK
                    + ", register_id) from record.register order by register_id");
        }
        try (var statement = connection.prepareStatement("""
                insert into record.entry (at, account, login, what, reason, registers)
                select greatest(?, max(at) + interval '1 microsecond'), 0, 'hệ thống', ?, ?,
                       (select coalesce(array_agg(register_id order by register_id), '{}') from record.register)
                  from record.entry
                """)) {
            statement.setTimestamp(1, Timestamp.from(now.truncatedTo(ChronoUnit.MICROS)));
            statement.setString(2, what);
            statement.setString(3, reason);
            statement.executeUpdate();
        }
    }
}

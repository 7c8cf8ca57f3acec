package vn.giaoban.backup;

import java.sql.Connection;
import java.sql.SQLException;

/** One transaction as the owner of all tables, in which text is written and read in the same way on every server. */
final class Session {

    private Session() {}

    static void begin(Connection connection, String mode) throws SQLException {
        connection.setAutoCommit(true);
        execute(connection, "set role giaoban_owner");
        connection.setAutoCommit(false);
        execute(connection, "set transaction " + mode);
        execute(connection, "set local search_path = public, ext");
        execute(connection, "set local timezone = 'UTC'");
        execute(connection, "set local datestyle = 'ISO, YMD'");
        execute(connection, "set local intervalstyle = 'postgres'");
        execute(connection, "set local extra_float_digits = 3");
        execute(connection, "set local bytea_output = 'hex'");
        execute(connection, "set local statement_timeout = 0");
        // The same rows in the same order, so that an unchanged table has an unchanged digest.
        execute(connection, "set local synchronize_seqscans = off");
    }

    /** Row policies hold the owner as well. To lift them would lock every table; so the owner looks as one who may see all registers. */
    static void seeAllRegisters(Connection connection) throws SQLException {
        execute(connection, """
                select set_config('giaoban.registers', coalesce(array_agg(register_id), '{}')::text, true)
                  from record_api.register
                """);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

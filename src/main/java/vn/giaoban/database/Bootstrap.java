package vn.giaoban.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.giaoban.shared.Sql;

/** Runs the operator's script on our own server: roles, database, extensions. Every step may be repeated, so a killed start does no harm. */
final class Bootstrap {

    static final String DATABASE = "giaoban";
    static final String LOGIN = "giaoban";
    static final String SCRIPT = "operator-bootstrap.sql";

    /** The script's parts stand between psql's own commands. */
    private static final List<String> PARTS =
            List.of(Sql.beside(Bootstrap.class, SCRIPT).split("(?m)^\\\\.*$"));

    private Bootstrap() {}

    static void run(DatabaseAddress superuser, DatabaseAddress application) throws SQLException {
        try (var connection = superuser.connect()) {
            execute(connection, roles());
            for (var statement : answers(connection, databases())) {
                execute(connection, statement);
            }
            // A new one for every start: kept nowhere but in this process.
            execute(connection, "alter role " + LOGIN + " password '" + application.password() + "'");
        }
        try (var connection =
                new DatabaseAddress(application.url(), superuser.user(), superuser.password()).connect()) {
            execute(connection, extensions());
            refreshCollation(connection);
        }
    }

    private static String roles() {
        return PARTS.get(0);
    }

    private static String databases() {
        return PARTS.get(1);
    }

    private static String extensions() {
        return PARTS.get(3);
    }

    /** Binaries with a newer ICU sort some words elsewhere: indexes built by the old one are wrong until built again. */
    private static void refreshCollation(Connection connection) throws SQLException {
        var stale = answers(connection, """
                select format('reindex database %I; alter database %1$I refresh collation version', datname)
                  from pg_catalog.pg_database
                 where datname = current_database()
                   and datcollversion is distinct from pg_catalog.pg_database_collation_actual_version(oid)
                """);
        for (var statements : stale) {
            for (var statement : statements.split(";")) {
                execute(connection, statement);
            }
        }
    }

    private static List<String> answers(Connection connection, String query) throws SQLException {
        var answers = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

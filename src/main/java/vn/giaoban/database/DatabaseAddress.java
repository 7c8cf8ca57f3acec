package vn.giaoban.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where a database is and as whom we sign in. */
public record DatabaseAddress(String url, String user, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}

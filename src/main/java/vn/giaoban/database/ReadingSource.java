package vn.giaoban.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections for transactions that only read, whichever server they lead to; neither lets anything be written. */
final class ReadingSource extends AbstractDataSource {

    private final DataSource primary;
    private final Readings readings;

    ReadingSource(DataSource primary, Readings readings) {
        this.primary = primary;
        this.readings = readings;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = readings.connection(primary);
        // Spring's lazy proxy leaves this to a source of its own; the pool takes it back with the connection.
        connection.setReadOnly(true);
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("connections are made as the application alone");
    }
}

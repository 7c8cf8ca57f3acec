import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/** Rows for COPY, by table, in memory until they are sent. Days are numbers of days since 1970; {@link #EVER} and {@link #FOREVER} are infinite. */
final class NationRows {

    static final int EVER = Integer.MIN_VALUE;
    static final int FOREVER = Integer.MAX_VALUE;

    private static final String[] DAYS = new String[60_000];
    private static final int FIRST = (int) LocalDate.of(1900, 1, 1).toEpochDay();

    static {
        for (var n = 0; n < DAYS.length; n++) {
            DAYS[n] = LocalDate.ofEpochDay(FIRST + n).toString();
        }
    }

    private final Map<String, StringBuilder> tables = new LinkedHashMap<>();

    /** @param columns table with its columns in brackets; each value is a number, a text, a truth, or null */
    void add(String columns, Object... values) {
        var rows = tables.get(columns);
        if (rows == null) {
            tables.put(columns, rows = new StringBuilder(1 << 20));
        }
        for (var n = 0; n < values.length; n++) {
            if (n > 0) {
                rows.append('\t');
            }
            var value = values[n];
            if (value == null) {
                rows.append("\\N");
            } else {
                rows.append(value);
            }
        }
        rows.append('\n');
    }

    static String day(int day) {
        return day == EVER ? "-infinity" : day == FOREVER ? "infinity" : DAYS[day - FIRST];
    }

    static Object number(long value) {
        return value == 0 ? null : value;
    }

    /** Sends all and forgets them. */
    void send(Connection connection) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : tables.entrySet()) {
            copy.copyIn("copy " + table.getKey() + " from stdin", new StringReader(table.getValue().toString()));
        }
        tables.clear();
    }
}

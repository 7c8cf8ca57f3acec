package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Days;

/**
 * Writes many rows, some thousands with each statement. PostgreSQL takes no {@code copy} into tables with a row policy, so the columns go
 * as arrays that the statement unnests and casts; the statement's first two parameters are the entry and its instant.
 */
final class Bulk {

    private static final int ROWS = 4_000;

    private final JdbcTemplate sql;
    private final String statement;
    private final Entry entry;
    private final List<List<@Nullable String>> columns = new ArrayList<>();

    Bulk(JdbcTemplate sql, Entry entry, String statement) {
        this.sql = sql;
        this.entry = entry;
        this.statement = statement;
    }

    void add(@Nullable Object... values) {
        if (columns.isEmpty()) {
            for (var i = 0; i < values.length; i++) {
                columns.add(new ArrayList<>());
            }
        }
        for (var i = 0; i < values.length; i++) {
            columns.get(i).add(text(values[i]));
        }
        if (columns.get(0).size() >= ROWS) {
            flush();
        }
    }

    void flush() {
        if (columns.isEmpty()) {
            return;
        }
        sql.update(connection -> {
            var prepared = connection.prepareStatement(statement);
            prepared.setLong(1, entry.id());
            prepared.setObject(2, entry.at().atOffset(java.time.ZoneOffset.UTC));
            for (var i = 0; i < columns.size(); i++) {
                prepared.setArray(
                        i + 3, connection.createArrayOf("text", columns.get(i).toArray(String[]::new)));
            }
            return prepared;
        });
        columns.clear();
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        } else if (value instanceof LocalDate day) {
            return day.equals(Days.FOREVER) ? "infinity" : day.equals(Days.EVER) ? "-infinity" : day.toString();
        } else if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        return value.toString();
    }
}

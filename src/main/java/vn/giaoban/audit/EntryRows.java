package vn.giaoban.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.shared.RegisterId;

/** The SQL of entries as they are looked up. */
@Repository
class EntryRows {

    private final JdbcClient sql;

    EntryRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Entered> find(long id) {
        return sql.sql("select entry_id, at, login, what, reason, registers from record_api.entry where entry_id = :id")
                .param("id", id)
                .query(EntryRows::entered)
                .optional();
    }

    /** The newest before an entry, all of whose registers are among these. */
    List<Entered> before(long id, Collection<RegisterId> registers, int most) {
        return sql.sql("""
                        select entry_id, at, login, what, reason, registers
                          from record_api.entry
                         where entry_id < :id and registers <@ :registers and cardinality(registers) > 0
                         order by entry_id desc
                         limit :most
                        """)
                .param("id", id)
                .param("registers", registers.stream().map(RegisterId::value).toArray(Short[]::new))
                .param("most", most)
                .query(EntryRows::entered)
                .list();
    }

    private static Entered entered(ResultSet row, int n) throws SQLException {
        return new Entered(
                row.getLong("entry_id"),
                row.getTimestamp("at").toInstant(),
                row.getString("login"),
                row.getString("what"),
                row.getString("reason"),
                Arrays.stream((Object[]) row.getArray("registers").getArray())
                        .map(number -> RegisterId.of(((Number) number).intValue()))
                        .toList());
    }
}

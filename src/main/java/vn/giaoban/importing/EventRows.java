package vn.giaoban.importing;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.organisation.EventId;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.RegisterId;

/** The SQL of event rows as they were sent, and of the people named for them. */
@Repository
class EventRows {

    /** Where an event is known to organisation by the ref of a row, the ref carries this before it: refs of units are another sequence. */
    static final String EVENT = "unit-events/";

    static final String UNIT = "units/";

    private static final short FILES_OWN = 0;

    private static final int BATCH = 500;

    private final JdbcClient sql;
    private final JdbcTemplate batches;

    EventRows(JdbcClient sql, JdbcTemplate batches) {
        this.sql = sql;
        this.batches = batches;
    }

    /** Rows that hold; those of an event that was undone on its page hold no longer. */
    List<SentRow> holding(RegisterId register) {
        return sql.sql("""
                        select r.event_ref, r.replaces, r.cells
                          from importing.event_row r
                          join organisation_api.event e
                            on e.register_id = r.register_id and e.ref = :prefix || r.event_ref and e.superseded_at = 'infinity'
                         where r.register_id = :register and r.superseded_by is null
                         order by r.entry_id, r.ref
                        """)
                .param("prefix", EVENT)
                .param("register", register.value())
                .query((row, n) -> new SentRow(
                        Row.of(ImportKind.UNIT_EVENTS, texts(row.getArray(3))), row.getString(1), row.getString(2)))
                .list();
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    Chain chain(RegisterId register) {
        Map<String, String> next = new HashMap<>();
        sql.sql(
                        "select distinct replaces, ref from importing.event_row where register_id = :register and replaces is not null")
                .param("register", register.value())
                .query(row -> {
                    next.put(row.getString(1), row.getString(2));
                });
        return new Chain(next);
    }

    Set<String> everUsed(RegisterId register) {
        return new HashSet<>(sql.sql("select distinct ref from importing.event_row where register_id = :register")
                .param("register", register.value())
                .query(String.class)
                .list());
    }

    /** Refs of rows of units that were ever recorded. */
    Set<String> everUsedUnits(RegisterId register) {
        return new HashSet<>(sql.sql("""
                        select distinct substr(ref, length(:prefix) + 1)
                          from organisation_api.event
                         where register_id = :register and starts_with(ref, :prefix)
                        """)
                .param("prefix", UNIT)
                .param("register", register.value())
                .query(String.class)
                .list());
    }

    void supersedeRows(Entry entry, RegisterId register, Collection<String> refs) {
        sql.sql("""
                        update importing.event_row set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and ref = any (:refs) and superseded_by is null
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("register", register.value())
                .param("refs", refs.toArray(String[]::new))
                .update();
    }

    void insertRows(Entry entry, RegisterId register, Collection<SentRow> rows) {
        batches.batchUpdate("""
                insert into importing.event_row (register_id, ref, event_ref, replaces, cells, entry_id, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """, rows, BATCH, (statement, sent) -> {
            statement.setShort(1, register.value());
            statement.setString(2, sent.ref());
            statement.setString(3, sent.eventRef());
            statement.setString(4, sent.replaces());
            statement.setArray(
                    5,
                    statement
                            .getConnection()
                            .createArrayOf("text", sent.row().pairs().toArray()));
            statement.setLong(6, entry.id());
            statement.setTimestamp(7, Timestamp.from(entry.at()));
        });
    }

    /** An event that holds. @param ref as organisation knows it */
    record Known(EventId event, String ref, String kind, LocalDate day) {}

    List<Known> events(RegisterId register) {
        return sql.sql("""
                        select event_id, substr(ref, length(:prefix) + 1), kind, day
                          from organisation_api.event
                         where register_id = :register and starts_with(ref, :prefix) and superseded_at = 'infinity'
                        """)
                .param("prefix", EVENT)
                .param("register", register.value())
                .query((row, n) -> new Known(
                        new EventId(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class)))
                .list();
    }

    /**
     * Somebody named for a row of an event.
     *
     * @param register where he was first entered, if it is not the register of the file
     * @param cell null: he follows the successor
     */
    record Person(
            String eventRef,
            @Nullable RegisterId register,
            String memberRef,
            @Nullable String cell) {

        /** The register as it is kept: 0 for that of the file. */
        short keptRegister() {
            return register == null ? FILES_OWN : register.value();
        }

        /** Who he is, among all of a file. */
        String who() {
            return keptRegister() + "/" + memberRef;
        }
    }

    List<Person> people(RegisterId register) {
        return sql.sql("""
                        select event_ref, of_register, member_ref, nullif(cell, '')
                          from importing.event_person
                         where register_id = :register and superseded_by is null
                         order by entry_id, event_ref, of_register, member_ref
                        """)
                .param("register", register.value())
                .query((row, n) -> new Person(
                        row.getString(1),
                        row.getShort(2) == FILES_OWN ? null : new RegisterId(row.getShort(2)),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }

    void supersedePeople(Entry entry, RegisterId register, Collection<Person> people) {
        batches.batchUpdate("""
                update importing.event_person set superseded_at = ?, superseded_by = ?
                 where register_id = ? and event_ref = ? and of_register = ? and member_ref = ? and superseded_by is null
                """, people, BATCH, (statement, person) -> {
            statement.setTimestamp(1, Timestamp.from(entry.at()));
            statement.setLong(2, entry.id());
            statement.setShort(3, register.value());
            statement.setString(4, person.eventRef());
            statement.setShort(5, person.keptRegister());
            statement.setString(6, person.memberRef());
        });
    }

    void insertPeople(Entry entry, RegisterId register, Collection<Person> people) {
        batches.batchUpdate("""
                insert into importing.event_person (register_id, event_ref, of_register, member_ref, cell, entry_id, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """, people, BATCH, (statement, person) -> {
            statement.setShort(1, register.value());
            statement.setString(2, person.eventRef());
            statement.setShort(3, person.keptRegister());
            statement.setString(4, person.memberRef());
            statement.setString(5, person.cell() == null ? "" : person.cell());
            statement.setLong(6, entry.id());
            statement.setTimestamp(7, Timestamp.from(entry.at()));
        });
    }
}

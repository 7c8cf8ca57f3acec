package vn.giaoban.membership;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.RegisterId;

/**
 * All facts about a person at once, whatever they say: superseded together, or entered again as they were. Nothing is un-superseded; what
 * comes back is a row of the entry that brings it back.
 */
@Repository
class FactCopies {

    /** A table of facts and its columns but those of record time; a movement gets a number of its own with every row. */
    private record Table(String name, String columns, String values) {

        Table(String name, String columns) {
            this(name, columns, columns);
        }
    }

    private static final List<Table> TABLES = List.of(
            new Table("member", "register_id, member_id, ref, arriving_degree, merged_into"),
            new Table("profile", """
                    register_id, member_id, from_day, until_day, name, other_name, birth, birth_precision, sex, ethnicity, religion,
                    native_place, residence, occupation, education, theory, languages, card, cv_number, decided_on, ceremony_on, official_on,
                    gap_days"""),
            new Table("member_name", "register_id, rotation, member_id"),
            new Table("citizen_number", "register_id, member_id, digest, sealed, is_card"),
            new Table("opening", "register_id, member_id, unit_id, from_day, degree, told_entry"),
            new Table("carried", "register_id, member_id, event_id, day, from_unit, to_unit"),
            new Table("change", "register_id, member_id, day, attribute, value, decision_no"),
            new Table("movement", """
                    register_id, movement_id, member_id, ref, kind, day, decision_day, ceremony_day, issued_day, received_day, from_unit,
                    from_outside, to_unit, to_outside, decision_no, corrects, told_entry, until_day""", """
                    register_id, nextval('membership.movement_number'), member_id, ref, kind, day, decision_day, ceremony_day, issued_day,
                    received_day, from_unit, from_outside, to_unit, to_outside, decision_no, corrects, told_entry,
                    until_day"""));

    private final JdbcClient sql;

    FactCopies(JdbcClient sql) {
        this.sql = sql;
    }

    /** Everything that holds about a person. */
    void supersede(Entry entry, MemberId member) {
        for (var table : TABLES) {
            at(entry, member.register(), """
                            update membership.%s set superseded_at = :at, superseded_by = :entry
                             where register_id = :register and member_id = :member and superseded_at = 'infinity'
                            """.formatted(table.name()))
                    .param("member", member.number())
                    .update();
        }
    }

    /** What an entry made of these people is superseded, and what it had superseded is entered again. */
    void takeBack(Entry entry, RegisterId register, Collection<Long> members, long made) {
        for (var table : TABLES) {
            at(entry, register, """
                            update membership.%s set superseded_at = :at, superseded_by = :entry
                             where register_id = :register and member_id = any (:members) and entry_id = :made and superseded_at = 'infinity'
                            """.formatted(table.name()))
                    .param("members", members.toArray(Long[]::new))
                    .param("made", made)
                    .update();
            at(entry, register, """
                            insert into membership.%s (%s, entry_id, recorded_at)
                            select %s, :entry, :at from membership.%s
                             where register_id = :register and member_id = any (:members) and superseded_by = :made
                            """.formatted(table.name(), table.columns(), table.values(), table.name()))
                    .param("members", members.toArray(Long[]::new))
                    .param("made", made)
                    .update();
        }
    }

    /** Whether anything about these people was entered or superseded after an entry. */
    boolean touchedAfter(RegisterId register, Collection<Long> members, long entry) {
        return TABLES.stream()
                        .anyMatch(table -> sql.sql("""
                        select exists (
                               select from membership.%s
                                where register_id = :register and member_id = any (:members)
                                  and (entry_id > :entry or superseded_by > :entry))
                        """.formatted(table.name()))
                                .param("register", register.value())
                                .param("members", members.toArray(Long[]::new))
                                .param("entry", entry)
                                .query(Boolean.class)
                                .single())
                || numbersGivenUpAfter(register, members, entry);
    }

    /** Whether the entry superseded a number that could not be read any more if it came back. */
    private boolean numbersGivenUpAfter(RegisterId register, Collection<Long> members, long entry) {
        return sql.sql("""
                        select exists (
                               select from membership.citizen_number n
                                where n.register_id = :register and n.member_id = any (:members) and n.superseded_by = :entry
                                  and exists (select from record_api.entry e
                                               where e.entry_id > :entry and e.what = :what and :register = any (e.registers)))
                        """)
                .param("register", register.value())
                .param("members", members.toArray(Long[]::new))
                .param("entry", entry)
                .param("what", SealedRows.GIVEN_UP)
                .query(Boolean.class)
                .single();
    }

    /** Movements of one record go over to another, as rows of this entry, known to their cells since they were first told. */
    void moveMovements(Entry entry, RegisterId register, Collection<Long> movements, long to) {
        at(entry, register, """
                        insert into membership.movement
                               (register_id, movement_id, member_id, ref, kind, day, decision_day, ceremony_day, issued_day, received_day,
                                from_unit, from_outside, to_unit, to_outside, decision_no, corrects, told_entry, until_day, entry_id, recorded_at)
                        select register_id, nextval('membership.movement_number'), :to, ref, kind, day, decision_day, ceremony_day, issued_day,
                               received_day, from_unit, from_outside, to_unit, to_outside, decision_no, movement_id, told_entry, until_day, :entry, :at
                          from membership.movement
                         where register_id = :register and movement_id = any (:movements)
                        """)
                .param("movements", movements.toArray(Long[]::new))
                .param("to", to)
                .update();
    }

    private StatementSpec at(Entry entry, RegisterId register, String statement) {
        return sql.sql(statement)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .param("register", register.value());
    }
}

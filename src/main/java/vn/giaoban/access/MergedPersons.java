package vn.giaoban.access;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.RegisterId;

/**
 * Accounts whose person's record was merged into another: rights that hang on a post look for the record that is kept. Called by whoever
 * merges and has asked for the right, in the same transaction.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class MergedPersons {

    private final JdbcClient sql;

    MergedPersons(JdbcClient sql) {
        this.sql = sql;
    }

    /** From this entry on one record is read as the other; so are those that were read as the first. */
    public void merge(Entry entry, RegisterId register, long merged, long kept) {
        sql.sql("""
                        with before as (
                            update access.merged_person set superseded_at = :at, superseded_by = :entry
                             where person_register = :register and kept = :merged and superseded_by is null
                            returning merged
                        )
                        insert into access.merged_person (person_register, merged, kept, entry_id)
                        select :register, merged, :kept, :entry from before
                        union all
                        select :register, :merged, :kept, :entry
                        """)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .param("register", register.value())
                .param("merged", merged)
                .param("kept", kept)
                .update();
    }

    /** Takes back what an entry made, and enters again what it had superseded. */
    public void takeBack(Entry entry, RegisterId register, long made) {
        sql.sql("""
                        update access.merged_person set superseded_at = :at, superseded_by = :entry
                         where person_register = :register and entry_id = :made and superseded_by is null
                        """)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .param("register", register.value())
                .param("made", made)
                .update();
        sql.sql("""
                        insert into access.merged_person (person_register, merged, kept, entry_id)
                        select person_register, merged, kept, :entry from access.merged_person
                         where person_register = :register and superseded_by = :made
                        """)
                .param("entry", entry.id())
                .param("register", register.value())
                .param("made", made)
                .update();
    }
}

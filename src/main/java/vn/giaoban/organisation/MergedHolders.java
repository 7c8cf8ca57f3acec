package vn.giaoban.organisation;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.RegisterId;

/**
 * Posts that name a record which is merged into another. Called by whoever merges and has asked for the right, in the same transaction and
 * with its entry; as known before it the posts name whom they named.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class MergedHolders {

    private final JdbcClient sql;

    MergedHolders(JdbcClient sql) {
        this.sql = sql;
    }

    /** All posts of one record, of all days, name the other from this entry on. */
    public void merge(Entry entry, RegisterId register, long merged, long kept) {
        renamed(entry, register, "member_id = :of", merged, kept);
    }

    /** Those that an entry let name another and that still stand as it left them name the first again. */
    public void takeBack(Entry entry, RegisterId register, long made, long merged) {
        renamed(entry, register, "entry_id = :of", made, merged);
    }

    private void renamed(Entry entry, RegisterId register, String which, long of, long member) {
        StatementSpec statement = sql.sql("""
                        with before as (
                            update organisation.holding set superseded_at = :at, superseded_by = :entry
                             where register_id = :register and %s and member_id is not null and superseded_at = 'infinity'
                            returning *
                        )
                        insert into organisation.holding (register_id, post_code, unit_id, village_id, member_id, outside_name, from_day,
                                                          until_day, decision_no, entry_id, recorded_at)
                        select register_id, post_code, unit_id, village_id, :member, outside_name, from_day, until_day, decision_no, :entry, :at
                          from before
                        """.formatted(which));
        statement
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("register", register.value())
                .param("of", of)
                .param("member", member)
                .update();
    }
}

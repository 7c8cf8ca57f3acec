package vn.giaoban.figures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was recorded between two instants, as far as sums of parts go: of whom they know too little. */
@Repository
class PartChanges {

    private final JdbcClient sql;

    PartChanges(JdbcClient sql) {
        this.sql = sql;
    }

    /** Registers and numbers of people, in the same order. */
    record People(List<Short> registers, List<Long> members) {}

    /** Of the hour before: no transaction lasts longer, so nothing earlier will still be committed. */
    long entries(Instant known) {
        return sql.sql("""
                        select count(*) from record_api.entry
                         where at <= :known and at > cast(:known as timestamptz) - interval '1 hour'
                        """)
                .param("known", known.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** @return empty if there are more than {@code most} entries or people, or a rule of bands was changed */
    Optional<People> between(Instant after, Instant upTo, int most) {
        var entries = sql.sql("select entry_id from record_api.entry where at > :after and at <= :until limit :most")
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", upTo.atOffset(ZoneOffset.UTC))
                .param("most", most + 1)
                .query(Long.class)
                .list();
        if (entries.size() > most || !entries.isEmpty() && bandsChanged(after, upTo)) {
            return Optional.empty();
        }
        var people = new People(new ArrayList<>(), new ArrayList<>());
        if (!entries.isEmpty()) {
            sql.sql("select register_id, member_id from membership_api.touched_by(:entries) limit :most")
                    .param("entries", entries.toArray(Long[]::new))
                    .param("most", most + 1)
                    .query(row -> {
                        people.registers().add(row.getShort(1));
                        people.members().add(row.getLong(2));
                    });
        }
        return people.members().size() > most ? Optional.empty() : Optional.of(people);
    }

    private boolean bandsChanged(Instant after, Instant upTo) {
        return sql.sql("""
                        select exists (select from figures.band
                                        where recorded_at > :after and recorded_at <= :until
                                           or superseded_at > :after and superseded_at <= :until)
                        """)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", upTo.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}

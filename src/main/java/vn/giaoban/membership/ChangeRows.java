package vn.giaoban.membership;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.RegisterId;

/** Changes of attributes from a day on, and what was known of a person when. */
@Repository
class ChangeRows {

    record Row(long id, Changed changed, @Nullable String decisionNo, Told told) {}

    /** When something was recorded, by whom and why (of what was taken back: why that), and whether it still holds. */
    record Told(Instant at, String login, @Nullable String reason, boolean holds) {}

    /** The first profile of a person, as it was known from an entry on. */
    record Known(Profile profile, Told told) {}

    private final JdbcClient sql;

    ChangeRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those that hold now, by person. */
    Map<Long, List<Changed>> holding(RegisterId register, Collection<Long> members) {
        var changes = new HashMap<Long, List<Changed>>();
        sql.sql("""
                        select member_id, day, attribute, value from membership.change
                         where register_id = :register and member_id = any (:members) and superseded_at = 'infinity'
                         order by day, change_id
                        """)
                .param("register", register.value())
                .param("members", members.toArray(Long[]::new))
                .query(row -> {
                    changes.computeIfAbsent(row.getLong(1), member -> new ArrayList<>(2))
                            .add(new Changed(
                                    row.getObject(2, LocalDate.class),
                                    Attribute.valueOf(row.getString(3)),
                                    row.getString(4)));
                });
        return changes;
    }

    /** Everything that was ever said, newest day first. */
    List<Row> all(MemberId member) {
        return sql.sql("""
                        select c.change_id, c.day, c.attribute, c.value, c.decision_no, e.at, e.login, coalesce(gone.reason, e.reason) as reason,
                               c.superseded_at = 'infinity' as holds
                          from membership.change c
                          join record_api.entry e on e.entry_id = c.entry_id
                          left join record_api.entry gone on gone.entry_id = c.superseded_by
                         where c.register_id = :register and c.member_id = :member
                         order by c.day desc, c.change_id desc
                        """)
                .param("register", member.register().value())
                .param("member", member.number())
                .query((row, n) -> new Row(
                        row.getLong("change_id"),
                        new Changed(
                                row.getObject("day", LocalDate.class),
                                Attribute.valueOf(row.getString("attribute")),
                                row.getString("value")),
                        row.getString("decision_no"),
                        told(row)))
                .list();
    }

    /** What the person's row said, oldest knowledge first. */
    List<Known> first(MemberId member) {
        return sql.sql("""
                        select p.*, e.at, e.login, e.reason, p.superseded_at = 'infinity' as holds
                          from membership.profile p
                          join record_api.entry e on e.entry_id = p.entry_id
                         where p.register_id = :register and p.member_id = :member and p.from_day = '-infinity'
                         order by p.recorded_at
                        """)
                .param("register", member.register().value())
                .param("member", member.number())
                .query((row, n) -> new Known(MemberReading.profile(row), told(row)))
                .list();
    }

    private static Told told(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Told(
                row.getTimestamp("at").toInstant(),
                row.getString("login"),
                row.getString("reason"),
                row.getBoolean("holds"));
    }

    /** What the person's row says now. */
    Optional<Profile> now(MemberId member) {
        return sql.sql("""
                        select name, other_name, birth, birth_precision, sex, ethnicity, religion, native_place, residence, occupation,
                               education, theory, languages, card, cv_number, decided_on, ceremony_on, official_on, gap_days
                          from membership.profile
                         where register_id = :register and member_id = :member and from_day = '-infinity' and superseded_at = 'infinity'
                        """)
                .param("register", member.register().value())
                .param("member", member.number())
                .query((row, n) -> MemberReading.profile(row))
                .optional();
    }

    /** Whether it was entered: not if there is one of that attribute and day. */
    boolean add(Entry entry, MemberId member, Changed change, @Nullable String decisionNo) {
        return sql.sql("""
                        insert into membership.change (register_id, member_id, day, attribute, value, decision_no, entry_id, recorded_at)
                        values (:register, :member, :day, :attribute, :value, :decision, :entry, :at)
                            on conflict do nothing
                        """)
                        .param("register", member.register().value())
                        .param("member", member.number())
                        .param("day", change.day())
                        .param("attribute", change.attribute().name())
                        .param("value", change.value())
                        .param("decision", decisionNo)
                        .param("entry", entry.id())
                        .param("at", Timestamp.from(entry.at()))
                        .update()
                == 1;
    }

    /** Whether there was such a change to take back. */
    boolean supersede(Entry entry, MemberId member, long change) {
        return sql.sql("""
                        update membership.change set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and member_id = :member and change_id = :change and superseded_at = 'infinity'
                        """)
                        .param("at", Timestamp.from(entry.at()))
                        .param("entry", entry.id())
                        .param("register", member.register().value())
                        .param("member", member.number())
                        .param("change", change)
                        .update()
                == 1;
    }
}

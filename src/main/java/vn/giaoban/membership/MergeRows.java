package vn.giaoban.membership;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;

/** Which records were merged into which. */
@Repository
class MergeRows {

    private final JdbcClient sql;
    private final SealedNumbers numbers;

    MergeRows(JdbcClient sql, SealedNumbers numbers) {
        this.sql = sql;
        this.numbers = numbers;
    }

    /** A merge that holds. */
    record Row(long id, MemberId kept, MemberId merged, long entry, Instant at, String login) {}

    void add(Entry entry, MemberId kept, MemberId merged) {
        sql.sql("""
                        insert into membership.merge (register_id, kept_id, merged_id, entry_id, recorded_at)
                        values (:register, :kept, :merged, :entry, :at)
                        """)
                .param("register", kept.register().value())
                .param("kept", kept.number())
                .param("merged", merged.number())
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    void supersede(Entry entry, Row merge) {
        sql.sql("""
                        update membership.merge set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and merge_id = :merge and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("register", merge.kept().register().value())
                .param("merge", merge.id())
                .update();
    }

    /** Those merged into this one, the last first. */
    List<Row> into(MemberId kept) {
        return sql.sql("""
                        select m.merge_id, m.merged_id, m.entry_id, e.at, e.login
                          from membership.merge m
                          join record_api.entry e on e.entry_id = m.entry_id
                         where m.register_id = :register and m.kept_id = :kept and m.superseded_at = 'infinity'
                         order by m.entry_id desc
                        """)
                .param("register", kept.register().value())
                .param("kept", kept.number())
                .query((row, n) -> new Row(
                        row.getLong(1),
                        kept,
                        new MemberId(kept.register(), row.getLong(2)),
                        row.getLong(3),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5)))
                .list();
    }

    /** As whom a merged record is read now; through several merges, the last. */
    Optional<MemberId> keptOf(MemberId merged) {
        var found = new ArrayList<MemberId>();
        for (var at = Optional.of(merged); at.isPresent(); ) {
            at = next(at.get());
            at.ifPresent(found::add);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    private Optional<MemberId> next(MemberId merged) {
        return sql.sql("""
                        select kept_id from membership.merge
                         where register_id = :register and merged_id = :merged and superseded_at = 'infinity'
                        """)
                .param("register", merged.register().value())
                .param("merged", merged.number())
                .query((row, n) -> new MemberId(merged.register(), row.getLong(1)))
                .optional();
    }

    /** A citizen number, opened, and whether it stands on the card. */
    record Number(CitizenNumber number, boolean isCard) {}

    Optional<Number> number(MemberId member) {
        return sql.sql("""
                        select sealed, is_card from membership.citizen_number
                         where register_id = :register and member_id = :member and superseded_at = 'infinity'
                        """)
                .param("register", member.register().value())
                .param("member", member.number())
                .query((row, n) -> new Number(numbers.open(member, row.getBytes(1)), row.getBoolean(2)))
                .optional();
    }

    /** Records merged into one that is merged itself: they go on to where it goes. */
    List<FactWriter.MemberRow> redirect(Entry entry, MemberId from, MemberId to) {
        return sql.sql("""
                        update membership.member set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and merged_into = :from and superseded_at = 'infinity'
                        returning member_id, ref, arriving_degree
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("register", from.register().value())
                .param("from", from.number())
                .query((row, n) -> {
                    var degree = row.getString(3);
                    return new FactWriter.MemberRow(
                            row.getLong(1),
                            row.getString(2),
                            degree == null ? null : Degree.valueOf(degree),
                            to.number());
                })
                .list();
    }
}

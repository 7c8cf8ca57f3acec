package vn.giaoban.membership;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.access.Actors;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;

/** Keeps {@code membership.standing} what belonging and profile say now. Whoever writes one of these calls it in the same transaction. */
@Component
public class Standing {

    private static final Logger log = LoggerFactory.getLogger(Standing.class);

    /** Days that are over when it is written are nobody's list any more; {people} yields a belonging b and a profile p. */
    private static final String WRITE = """
            insert into membership.standing
                   (register_id, member_id, from_day, until_day, place_register, unit_id, name_key, birth, degree, sex)
            select b.register_id, b.member_id, greatest(b.from_day, p.from_day), least(b.until_day, p.until_day), u.register_id, b.unit_id,
                   p.name_key, p.birth, b.degree, p.sex
              from {people}
              join organisation_api.unit u on u.unit_id = b.unit_id
             where least(b.until_day, p.until_day) > :day
               and greatest(b.from_day, p.from_day) < least(b.until_day, p.until_day)
            """;

    /** From each of them to his rows: while a table fills up the planner takes it for empty, and would compare all with all. */
    private static final String OF_SOME = StandingCounts.putting(WRITE.replace("{people}", """
            unnest(cast(:members as bigint[])) as m (member_id)
             cross join lateral (
                   select x.* from membership.belonging x
                    where x.register_id = :register and x.member_id = m.member_id and x.superseded_at = 'infinity' offset 0) b
             cross join lateral (
                   select x.* from membership.profile x
                    where x.register_id = :register and x.member_id = m.member_id and x.superseded_at = 'infinity' offset 0) p
            """));

    private static final String TAKE_AWAY = StandingCounts.taking(
            "delete from membership.standing where register_id = :register and member_id = any (:members)");

    private static final String OF_ALL = WRITE.replace("{people}", """
            membership.belonging b
              join membership.profile p
                on p.register_id = b.register_id and p.member_id = b.member_id and p.superseded_at = 'infinity' and b.superseded_at = 'infinity'
            """) + " on conflict do nothing";

    private final JdbcClient sql;
    private final FactStore store;
    private final StandingCounts counts;
    private final Actors actors;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile boolean complete;
    private volatile boolean later;
    private volatile boolean signed;

    Standing(
            JdbcClient sql,
            FactStore store,
            StandingCounts counts,
            Actors actors,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.store = store;
        this.counts = counts;
        this.actors = actors;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether lists may be read from it. */
    boolean isComplete() {
        return complete;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Entry entry, RegisterId register, Collection<Long> members) {
        if (members.isEmpty() || later) {
            return;
        }
        if (!signed) {
            signed = isSigned();
            sign();
        }
        var ids = members.toArray(Long[]::new);
        for (var statement : List.of(TAKE_AWAY, OF_SOME)) {
            sql.sql(statement)
                    .param("register", register.value())
                    .param("members", ids)
                    .param("day", LocalDate.ofInstant(entry.at(), Days.ZONE))
                    .update();
        }
    }

    /** From now on nothing is written, until {@link #anew}: for a loader that fills a database which nobody reads yet. */
    public void later() {
        later = true;
    }

    /** Everything made at once, a tenth of what it costs person by person. */
    public void anew() {
        var all = actors.system();
        Acting.as(
                all,
                () -> transaction.executeWithoutResult(status -> {
                    store.lock(all.registers());
                    sql.sql("delete from membership.standing").update();
                    sql.sql("delete from membership.standing_count").update();
                    insertAll();
                }));
        later = false;
        complete = true;
    }

    /** Reads in what was recorded before there was such a table, or beside the application; writers wait for it, once. */
    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        var all = actors.system();
        Acting.as(all, () -> transaction.executeWithoutResult(status -> fill(all)));
        complete = true;
    }

    private void fill(Actor all) {
        if (sql.sql(
                        "select exists (select from membership.standing_complete) and exists (select from membership.standing_count)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        store.lock(all.registers());
        if (isSigned()) {
            counts.fill();
            return;
        }
        var rows = insertAll();
        if (rows > 0) {
            log.info("Đã lập {} dòng để xếp danh sách đảng viên.", rows);
        }
    }

    private int insertAll() {
        var rows = sql.sql(OF_ALL)
                .param("day", LocalDate.ofInstant(clock.instant(), Days.ZONE))
                .update();
        counts.fill();
        if (rows > 0) {
            sign();
        }
        return rows;
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        signed = false;
    }

    /** That it is complete; of an empty database only what is written by and by says so, because another may fill it beside the application. */
    private void sign() {
        sql.sql("""
                        insert into membership.standing_complete (since)
                        select :now where not exists (select from membership.standing_complete)
                        """).param("now", Timestamp.from(clock.instant())).update();
    }

    private boolean isSigned() {
        return sql.sql("select exists (select from membership.standing_complete)")
                .query(Boolean.class)
                .single();
    }
}

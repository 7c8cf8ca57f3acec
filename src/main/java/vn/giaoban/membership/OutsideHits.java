package vn.giaoban.membership;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.access.Actors;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;

/**
 * Who was met by somebody who may not see him: at the entry form, in the preview of a file, in a correction. Kept for whoever sees both
 * places, in a transaction of its own that stays when the entry is refused; and limited, so that nobody asks through the register. The same
 * few a day for all three together (rule data). Privacy, harm P2.
 */
@Component
class OutsideHits {

    private final JdbcClient sql;
    private final Actors actors;
    private final Clock clock;
    private final TransactionTemplate own;

    OutsideHits(JdbcClient sql, Actors actors, Clock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.actors = actors;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param asked where he was being entered */
    record Hit(MemberId member, boolean byNumber, UnitId asked) {}

    private record Left(int most, long today) {}

    /** @throws MembershipRefusal if the actor met too many today; then it does not depend on whom he types */
    void checkLimit(Actor by) {
        var left = left(by);
        if (left.today() >= left.most()) {
            throw MembershipRefusal.tooManyDoubles(left.most());
        }
    }

    /**
     * Keeps what a whole file met.
     *
     * @throws MembershipRefusal if they are more than the actor may meet today: then he is not told which, and the limit is used up
     */
    void keepOfFile(Actor by, Collection<Hit> hits) {
        var left = left(by);
        var allowed = left.most() - left.today();
        keep(
                by,
                hits.stream().limit(Math.max(0, Math.min(hits.size(), allowed))).toList());
        if (hits.size() > allowed) {
            throw MembershipRefusal.tooManyDoubles(left.most());
        }
    }

    void keep(Actor by, Collection<Hit> hits) {
        Acting.as(actors.system(), () -> own.executeWithoutResult(status -> hits.forEach(hit -> keep(by, hit))));
    }

    private void keep(Actor by, Hit hit) {
        sql.sql("""
                        insert into membership.double_hit (register_id, member_id, by_number, asked_unit, account_id, login, at)
                        values (:register, :member, :number, :unit, :account, :login, :at)
                        """)
                .param("register", hit.member().register().value())
                .param("member", hit.member().number())
                .param("number", hit.byNumber())
                .param("unit", hit.asked().value())
                .param("account", by.account())
                .param("login", by.login())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private Left left(Actor by) {
        return Objects.requireNonNull(Acting.as(
                actors.system(), () -> own.execute(status -> new Left(limit(), hitsToday(by)))));
    }

    private int limit() {
        return sql.sql("""
                        select value from membership.limit_rule
                         where code = 'doubles-outside-per-day' and from_day <= :today and :today < until_day
                        """).param("today", today()).query(Integer.class).single();
    }

    private long hitsToday(Actor by) {
        return sql.sql("select count(*) from membership.double_hit where account_id = :account and at >= :since")
                .param("account", by.account())
                .param("since", Timestamp.from(today().atStartOfDay(Days.ZONE).toInstant()))
                .query(Long.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Days.ZONE);
    }
}

package vn.giaoban.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/**
 * Whom a reader may see: those who stand today under his tops, and, for keepers of the register, those who stand nowhere today and last
 * belonged there.
 */
record Sight(boolean all, Long[] tops, Long[] keeps, LocalDate today, Instant now) {

    /** The same as a value that can be compared. */
    record Who(boolean all, Set<Long> tops, Set<Long> keeps, LocalDate today, Instant now) {}

    Who who() {
        return new Who(all, Set.of(tops), Set.of(keeps), today, now);
    }

    static Sight of(Actor by, LocalDate today, Instant now) {
        return of(by, Verb.SEE_PERSONS, today, now);
    }

    /** Those over whom the reader has another right than to see them: exports ask for their own. */
    static Sight of(Actor by, Verb verb, LocalDate today, Instant now) {
        var keeps = verb == Verb.SEE_PERSONS ? ids(by.where(Verb.KEEP_REGISTER)) : new Long[0];
        return new Sight(by.isSystem(), ids(by.where(verb)), keeps, today, now);
    }

    private static Long[] ids(Set<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(Long[]::new);
    }

    StatementSpec bind(StatementSpec statement) {
        return statement
                .param("all", all)
                .param("tops", tops)
                .param("keeps", keeps)
                .param("today", today)
                .param("now", java.sql.Timestamp.from(now));
    }
}

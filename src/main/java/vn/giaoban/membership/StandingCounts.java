package vn.giaoban.membership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.access.Actors;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Days;

/** How many stand where: {@code membership.standing_count}, written as differences beside {@code membership.standing}. */
@Component
class StandingCounts {

    /** What a statement has taken out or put in: {rows} has the columns of standing, {sign} is - or nothing. */
    private static final String NOTE = """
            insert into membership.standing_count (register_id, place_register, degree, sex, from_day, until_day, people)
            select register_id, place_register, degree, sex, case when from_day <= :day then '-infinity' else from_day end, until_day,
                   {sign}count(*)
              from {rows}
             group by 1, 2, 3, 4, 5, 6
            """;

    /** Rows of a register that are worth adding up. */
    private static final int MANY = 500;

    private final JdbcClient sql;
    private final Actors actors;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StandingCounts(JdbcClient sql, Actors actors, Clock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.actors = actors;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A statement that takes rows out of standing, and notes it. Parameters besides its own: day. */
    static String taking(String delete) {
        return noting(delete, "-");
    }

    /** A statement that puts rows into standing, and notes it. Parameters besides its own: day. */
    static String putting(String insert) {
        return noting(insert, "");
    }

    private static String noting(String statement, String sign) {
        return "with changed as (" + statement + " returning *)\n"
                + NOTE.replace("{rows}", "changed").replace("{sign}", sign);
    }

    /** Counts everybody anew, if there is no count. */
    void fill() {
        if (sql.sql("select not exists (select from membership.standing_count)")
                .query(Boolean.class)
                .single()) {
            sql.sql(NOTE.replace("{rows}", "membership.standing").replace("{sign}", ""))
                    .param("day", today())
                    .update();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Days.ZONE);
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
    void addUp() {
        addUp(MANY);
    }

    /** @param many rows of a register that are worth it */
    void addUp(int many) {
        Acting.as(
                actors.system(),
                () -> Objects.requireNonNull(transaction.execute(status -> registers(many)))
                        .forEach(register -> transaction.executeWithoutResult(status -> addUp(register))));
    }

    private List<Short> registers(int many) {
        return sql.sql("select register_id from membership.standing_count group by 1 having count(*) >= :many")
                .param("many", many)
                .query(Short.class)
                .list();
    }

    /** What others add meanwhile is neither taken nor lost. */
    private void addUp(Short register) {
        sql.sql("""
                        with taken as (
                            delete from membership.standing_count where register_id = :register returning *
                        )
                        insert into membership.standing_count (register_id, place_register, degree, sex, from_day, until_day, people)
                        select register_id, place_register, degree, sex, case when from_day <= :day then '-infinity' else from_day end,
                               until_day, sum(people)
                          from taken
                         where until_day > :day
                         group by 1, 2, 3, 4, 5, 6
                        having sum(people) <> 0
                        """).param("register", register).param("day", today()).update();
    }
}

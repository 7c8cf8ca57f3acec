package vn.giaoban.record;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the planner of the database believes of our tables. After some thousand rows at once it is wrong until the autovacuum comes, a minute
 * or more; a count that takes 100 ms was seen to take four minutes then.
 */
@Component
public class Statistics {

    /** So many rows at once make the planner's picture wrong. */
    public static final int MANY = 2_000;

    private static final Logger log = LoggerFactory.getLogger(Statistics.class);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Statistics(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Looks at all tables anew, about a second for a province. In a transaction of its own, as the owner of the tables. What was recorded is
     * recorded: if this fails, the autovacuum comes later.
     */
    public void refresh() {
        analyze("true", "");
    }

    /** As {@link #refresh()}, of the tables alone that grew by a twentieth or more since they were looked at, and by a quarter of the sample. */
    public void refreshGrown() {
        analyze(
                "pg_relation_size(c.oid) / current_setting('block_size')::int > c.relpages * 1.05",
                "set local default_statistics_target = 25");
    }

    /** @param rough a setting before it; empty: the operator's */
    private void analyze(String which, String rough) {
        try {
            transaction.executeWithoutResult(status -> {
                sql.sql("set local role giaoban_owner").update();
                if (!rough.isEmpty()) {
                    sql.sql(rough).update();
                }
                sql.sql("""
                        select 'analyze ' || string_agg(c.oid::regclass::text, ', ')
                          from pg_catalog.pg_class c
                         where c.relkind = 'r' and pg_get_userbyid(c.relowner) = 'giaoban_owner' and (%s)
                        """.formatted(which))
                        .query(String.class)
                        .optional()
                        .ifPresent(tables -> sql.sql(tables).update());
            });
        } catch (DataAccessException e) {
            log.warn("statistics not refreshed", e);
        }
    }
}

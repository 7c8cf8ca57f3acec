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
        try {
            analyze();
        } catch (DataAccessException e) {
            log.warn("statistics not refreshed", e);
        }
    }

    private void analyze() {
        transaction.executeWithoutResult(status -> {
            sql.sql("set local role giaoban_owner").update();
            var tables = sql.sql("""
                            select string_agg(format('%I.%I', schemaname, tablename), ', ')
                              from pg_catalog.pg_tables where tableowner = 'giaoban_owner'
                            """).query(String.class).single();
            sql.sql("analyze " + tables).update();
        });
    }
}

package vn.giaoban.demonstration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * While an empty database is filled, the foreign keys and exclusions of the tables of people are away; put back, each checks all rows at
 * once, a tenth of what it costs row by row. Nobody else is there meanwhile: the door opens when everything is loaded, and a start after a
 * kill finds in {@code demonstration.constraint_later} what is to be put back.
 */
@Component
class ConstraintsLater {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    ConstraintsLater(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes them away and remembers them, in one transaction. Those that a killed loading took away stay away. */
    void takeAway() {
        asOwner("""
                insert into demonstration.constraint_later (table_name, constraint_name, definition)
                select format('%I.%I', n.nspname, t.relname), c.conname, pg_get_constraintdef(c.oid)
                  from pg_catalog.pg_constraint c
                  join pg_catalog.pg_class t on t.oid = c.conrelid
                  join pg_catalog.pg_namespace n on n.oid = t.relnamespace
                 where c.contype in ('f', 'x')
                   and (n.nspname = 'membership' or n.nspname = 'organisation' and t.relname = 'holding')
                returning format('alter table %s drop constraint %I', table_name, constraint_name)
                """);
    }

    /**
     * Puts back what was taken away, in one transaction; fails if a row breaks one of them. To be called by an actor over all registers: a
     * foreign key is checked on the rows that the row policies show.
     */
    void putBack() {
        asOwner("""
                delete from demonstration.constraint_later
                returning format('alter table %s add constraint %I %s', table_name, constraint_name, definition)
                """);
    }

    private void asOwner(String statements) {
        transaction.executeWithoutResult(status -> {
            sql.sql("set local role giaoban_owner").update();
            sql.sql(statements)
                    .query(String.class)
                    .list()
                    .forEach(one -> sql.sql(one).update());
        });
    }
}

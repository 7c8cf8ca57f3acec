package vn.giaoban.database;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.TransactionStatus;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;

/**
 * Tells PostgreSQL at the start of every transaction which registers the actor may see, for the row policies to check. The setting ends
 * with the transaction, so a pooled connection carries nothing over. Where nobody acts there is no setting, and the policies raise an
 * error: an empty answer would look like a true zero.
 *
 * <p>It is the statement and not {@code set_config()}, because a cluster hands only the statement on to its workers. The numbers come from
 * {@code short}s and need no parameter.
 */
@Component
class RegisterGuard implements TransactionExecutionListener {

    private static final Logger log = LoggerFactory.getLogger(RegisterGuard.class);

    private final JdbcTemplate sql;

    RegisterGuard(JdbcTemplate sql) {
        this.sql = sql;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        var actor = Acting.current();
        // A nested one (a savepoint) belongs to whoever began the outer: a setting made inside would outlive it.
        if (failure != null || actor == null || transaction.isNested()) {
            return;
        }
        try {
            sql.execute("set local giaoban.registers = '" + registers(actor) + "'");
        } catch (DataAccessException e) {
            // An exception from here would leave the connection bound to the thread. Unset is safe: the policies
            // refuse.
            log.error("registers not set", e);
            if (transaction instanceof TransactionStatus status) {
                status.setRollbackOnly();
            }
        }
    }

    /** As PostgreSQL writes an array of numbers. */
    static String registers(Actor actor) {
        return actor.registers().stream()
                .map(register -> Short.toString(register.value()))
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }
}

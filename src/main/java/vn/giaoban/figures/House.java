package vn.giaoban.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

/**
 * Counts over all registers, whoever asks. A person keeps the register of the first entry and may sit in a cell of another one, so a number
 * of one unit would otherwise depend on who reads it. The right to the number has been checked on the unit before; no person leaves here.
 */
@Component
class House {

    private static final Logger log = LoggerFactory.getLogger(House.class);

    /** Nobody's account. */
    private static final long COUNTER = -1;

    private final JdbcClient sql;
    private final Registers registers;
    private final TransactionTemplate transaction;
    private final ThreadLocal<Map<Object, Object>> asked = new ThreadLocal<>();

    House(JdbcClient sql, Registers registers, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.registers = registers;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        // All statements of one answer see the same rows.
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    Set<RegisterId> registers() {
        return registers.all().stream().map(Register::id).collect(Collectors.toSet());
    }

    <T> T counting(Supplier<T> work) {
        var acting = Acting.current();
        if (acting != null && acting.account() == COUNTER && isInTransaction()) {
            return work.get();
        }
        var all = registers();
        if (!isInTransaction()) {
            try {
                return Acting.as(
                        new Actor(COUNTER, "figures", all, List.of()),
                        () -> Objects.requireNonNull(transaction.execute(status -> {
                            // begun anew where a counting that failed is done again: then it may see other rows
                            asked.set(new HashMap<>());
                            return work.get();
                        })));
            } finally {
                asked.remove();
            }
        }
        var before = sql.sql("select current_setting('giaoban.registers', true)")
                .query(String.class)
                .optional()
                .orElse("");
        set(all.stream().map(id -> Short.toString(id.value())).collect(Collectors.joining(",", "{", "}")));
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /**
     * What cannot change while one counting reads the same rows: asked once in it. In a transaction of somebody else, which may write, it is
     * asked again.
     *
     * @param key names the question and all that its answer depends on
     */
    @SuppressWarnings("unchecked")
    <T> T once(Object key, Supplier<T> ask) {
        var before = asked.get();
        if (before == null) {
            return ask.get();
        }
        var known = (T) before.get(key);
        if (known == null) {
            known = ask.get();
            before.put(key, known);
        }
        return known;
    }

    private static boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    private void restore(String before) {
        try {
            set(before);
        } catch (DataAccessException e) {
            // The statement before failed, so the transaction can only be rolled back, and the setting goes with it.
            log.debug("registers not restored", e);
        }
    }

    private void set(String value) {
        if (!value.matches("|\\{[0-9,]*}")) {
            throw new IllegalStateException("not a list of registers: " + value);
        }
        sql.sql("set local giaoban.registers = '" + value + "'").update();
    }
}

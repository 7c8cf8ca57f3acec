package vn.giaoban.record;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

/**
 * Record time. One transaction is one entry; its instant is read once and carried by every row.
 *
 * <p>A writer holds a shared lock on its registers from that reading until it commits. Whoever needs an instant that stays complete
 * ({@link #fix}) takes the lock exclusively for a moment: then nobody is still about to commit rows of an earlier instant.
 */
@Service
public class Entries {

    /** First half of the advisory lock's key; the second is the register. */
    static final int LOCK = 7_201;

    private final JdbcClient sql;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    private final boolean mayBackdate;
    private final Counter committed;
    private final ThreadLocal<@Nullable Instant> backdated = new ThreadLocal<>();

    Entries(
            JdbcClient sql,
            Clock clock,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            @Value("${giaoban.backdating:false}") boolean mayBackdate) {
        this.sql = sql;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.mayBackdate = mayBackdate;
        this.committed = Counter.builder("giaoban.entries")
                .description("Entries recorded and committed")
                .register(meters);
    }

    /**
     * The entry of the running transaction; begun with the first call, the same for every later one. Its instant is later than that of
     * every entry committed before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry begin(Actor by, Set<RegisterId> registers, String what, @Nullable String reason) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Entry entry) {
            lock(registers, "select pg_advisory_xact_lock_shared(:lock, :register)");
            return entry;
        }
        lock(registers, "select pg_advisory_xact_lock_shared(:lock, :register)");
        var entry = sql.sql("""
                        insert into record.entry (at, account, login, what, reason, registers)
                        select greatest(:at, max(at) + interval '1 microsecond'), :account, :login, :what, :reason, :registers
                          from record.entry
                        returning entry_id, at
                        """)
                .param("at", Timestamp.from(instant()))
                .param("account", by.account())
                .param("login", by.login())
                .param("what", what)
                .param("reason", reason)
                .param(
                        "registers",
                        registers.stream().map(RegisterId::value).sorted().toArray(Short[]::new))
                .query((row, n) -> new Entry(row.getLong(1), row.getTimestamp(2).toInstant()))
                .single();
        TransactionSynchronizationManager.bindResource(this, entry);
        TransactionSynchronizationManager.registerSynchronization(new Unbinding(entry));
        return entry;
    }

    /** The instant of the newest committed entry: what "known now" means. */
    @Transactional(readOnly = true)
    public Instant latest() {
        return newest();
    }

    /**
     * How many entries there are of the hour up to an instant. No transaction lasts longer, so what is known at the instant is the same as
     * long as this is.
     */
    @Transactional(readOnly = true)
    public long lately(Instant until) {
        return sql.sql(
                        "select count(*) from record.entry where at <= :until and at > cast(:until as timestamptz) - interval '1 hour'")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** An instant at and before which nothing more will ever be recorded in these registers. */
    public Instant fix(Collection<RegisterId> registers) {
        var fixed = ownTransaction.execute(status -> {
            lock(registers, "select pg_advisory_xact_lock(:lock, :register)");
            return newest();
        });
        return Objects.requireNonNull(fixed);
    }

    /** The same without waiting for anybody, or letting anybody wait; empty while somebody is recording. */
    public Optional<Instant> fixIfQuiet(Collection<RegisterId> registers) {
        var fixed = ownTransaction.execute(status ->
                registers.stream().allMatch(this::isQuiet) ? Optional.of(newest()) : Optional.<Instant>empty());
        return Objects.requireNonNull(fixed);
    }

    private boolean isQuiet(RegisterId register) {
        return sql.sql("select pg_try_advisory_xact_lock(:lock, :register)")
                .param("lock", LOCK)
                .param("register", (int) register.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Dates the entries begun in {@code work} at an instant of the past. For the demonstration's loader and for tests: anywhere else the
     * property {@code giaoban.backdating} is off and this refuses.
     */
    public <T extends @Nullable Object> T backdated(Instant at, Supplier<T> work) {
        if (!mayBackdate) {
            throw new IllegalStateException("entries are dated by the clock; giaoban.backdating is off");
        }
        backdated.set(at);
        try {
            return work.get();
        } finally {
            backdated.remove();
        }
    }

    private Instant instant() {
        var past = backdated.get();
        return (past == null ? clock.instant() : past).truncatedTo(ChronoUnit.MICROS);
    }

    private Instant newest() {
        return sql.sql("select coalesce(max(at), 'epoch') from record.entry")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private void lock(Collection<RegisterId> registers, String statement) {
        List<Short> inOrder =
                registers.stream().map(RegisterId::value).distinct().sorted().toList();
        for (var register : inOrder) {
            sql.sql(statement)
                    .param("lock", LOCK)
                    .param("register", (int) register)
                    .query((row, n) -> true)
                    .single();
        }
    }

    /** Takes the entry away with its transaction, or with the savepoint after which it was begun. */
    private final class Unbinding implements TransactionSynchronization {

        private final Entry entry;
        private final Set<Object> laterSavepoints = new HashSet<>();

        Unbinding(Entry entry) {
            this.entry = entry;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Entries.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Entries.this, entry);
        }

        @Override
        public void savepoint(Object savepoint) {
            laterSavepoints.add(savepoint);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            if (!laterSavepoints.contains(savepoint)) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Entries.this);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (TransactionSynchronizationManager.unbindResourceIfPossible(Entries.this) != null
                    && status == STATUS_COMMITTED) {
                committed.increment();
            }
        }
    }
}

package vn.giaoban.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.CallbackPreferringPlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions where there is a replica. One that only reads and fails in the database while it reads there is done again, whole, on the
 * primary: nobody is shown an error because a replica was stopped, cut a query short or was not there yet. What the primary says as well is
 * believed.
 */
final class ReplicaTransactions implements CallbackPreferringPlatformTransactionManager {

    private final PlatformTransactionManager manager;
    private final Readings readings;

    ReplicaTransactions(PlatformTransactionManager manager, Readings readings) {
        this.manager = manager;
        this.readings = readings;
    }

    @Override
    public <T extends @Nullable Object> T execute(
            @Nullable TransactionDefinition definition, TransactionCallback<T> work) {
        var asked = definition == null ? TransactionDefinition.withDefaults() : definition;
        if (readings.underWay()) {
            try {
                return run(asked, work);
            } finally {
                if (!asked.isReadOnly()) {
                    readings.wroteBeside();
                }
            }
        }
        var course = readings.begin(asked.isReadOnly());
        try {
            return run(asked, work);
        } catch (RuntimeException e) {
            var fault = course.mayBeRepeated() ? ofDatabase(e) : null;
            if (fault == null) {
                throw e;
            }
            readings.repeating("it failed: " + fault.getSQLState());
        } finally {
            readings.end(course);
        }
        var onPrimary = readings.begin(false);
        try {
            return run(asked, work);
        } finally {
            readings.end(onPrimary);
        }
    }

    private <T extends @Nullable Object> T run(TransactionDefinition definition, TransactionCallback<T> work) {
        return new TransactionTemplate(manager, definition).execute(work);
    }

    private static @Nullable SQLException ofDatabase(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException fault) {
                return fault;
            }
        }
        return null;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        return manager.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
        manager.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        manager.rollback(status);
    }
}

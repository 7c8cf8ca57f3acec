package vn.giaoban.database;

import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Every statement of the application goes through here (also {@code JdbcClient}'s) and is timed until its rows are read. Those of one call
 * are timed as one; the rows of a stream are not in its time.
 */
class TimedTemplate extends JdbcTemplate {

    private final SlowStatements slow;
    private final Runnable outside;

    /** @param outside called after a statement that ran in no transaction */
    TimedTemplate(DataSource source, SlowStatements slow, Runnable outside) {
        super(source);
        this.slow = slow;
        this.outside = outside;
    }

    @Override
    public <T extends @Nullable Object> T execute(StatementCallback<T> action) {
        return timed(action, () -> super.execute(action));
    }

    @Override
    public void execute(String sql) {
        timed(sql, () -> {
            super.execute(sql);
            return 0;
        });
    }

    @Override
    public <T extends @Nullable Object> T query(String sql, ResultSetExtractor<T> reader) {
        return timed(sql, () -> super.query(sql, reader));
    }

    @Override
    public int update(String sql) {
        return timed(sql, () -> super.update(sql));
    }

    @Override
    public int[] batchUpdate(String... sql) {
        return timed(sql.length == 0 ? "" : sql[0], () -> super.batchUpdate(sql));
    }

    @Override
    public <T extends @Nullable Object> T execute(
            PreparedStatementCreator creator, PreparedStatementCallback<T> action) {
        return timed(creator, () -> super.execute(creator, action));
    }

    @Override
    public <T extends @Nullable Object> T execute(String sql, PreparedStatementCallback<T> action) {
        return timed(sql, () -> super.execute(sql, action));
    }

    @Override
    public <T extends @Nullable Object> T query(
            PreparedStatementCreator creator, @Nullable PreparedStatementSetter setter, ResultSetExtractor<T> reader) {
        return timed(creator, () -> super.query(creator, setter, reader));
    }

    @Override
    public <T extends @Nullable Object> Stream<T> queryForStream(
            PreparedStatementCreator creator, @Nullable PreparedStatementSetter setter, RowMapper<T> mapper) {
        return timed(creator, () -> super.queryForStream(creator, setter, mapper));
    }

    @Override
    protected int update(PreparedStatementCreator creator, @Nullable PreparedStatementSetter setter) {
        return timed(creator, () -> super.update(creator, setter));
    }

    @Override
    public int update(PreparedStatementCreator creator, KeyHolder keys) {
        return timed(creator, () -> super.update(creator, keys));
    }

    @Override
    public int[] batchUpdate(PreparedStatementCreator creator, BatchPreparedStatementSetter setter, KeyHolder keys) {
        return timed(creator, () -> super.batchUpdate(creator, setter, keys));
    }

    private <T extends @Nullable Object> T timed(Object statement, Supplier<T> work) {
        var since = System.nanoTime();
        try {
            return work.get();
        } finally {
            slow.finished(text(statement), since);
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                outside.run();
            }
        }
    }

    private static @Nullable String text(Object statement) {
        return statement instanceof SqlProvider known ? known.getSql() : statement instanceof String text ? text : null;
    }
}

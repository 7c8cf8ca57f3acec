package vn.giaoban.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

/** The SQL of uploads and what became of them. */
@Repository
class Jobs {

    private static final String HEAD = """
            select import_id, register_id, kind, state, file_name, account, login, uploaded_at, row_count, problem_count,
                   ended_at, recorded_at, why
              from importing.job
            """;

    private final JdbcClient sql;

    Jobs(JdbcClient sql) {
        this.sql = sql;
    }

    long add(Actor by, RegisterId register, ImportKind kind, String fileName, Instant at) {
        return sql.sql("""
                        insert into importing.job
                               (register_id, kind, state, file_name, account, login, uploaded_at, row_count, problem_count)
                        values (:register, :kind, 'PREVIEWED', :file, :account, :login, :at, 0, 0)
                        returning import_id
                        """)
                .param("register", register.value())
                .param("kind", kind.code())
                .param("file", fileName)
                .param("account", by.account())
                .param("login", by.login())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    Optional<Import> find(long id) {
        return sql.sql(HEAD + " where import_id = :id")
                .param("id", id)
                .query(Jobs::read)
                .optional();
    }

    /** Newest first. */
    List<Import> of(RegisterId register, int from, int count) {
        return sql.sql(
                        HEAD
                                + " where register_id = :register order by uploaded_at desc, import_id desc offset :from limit :count")
                .param("register", register.value())
                .param("from", from)
                .param("count", count)
                .query(Jobs::read)
                .list();
    }

    void found(Import job, int rows, int problems) {
        sql.sql("""
                        update importing.job
                           set row_count = :rows, problem_count = :problems
                         where register_id = :register and import_id = :id
                        """)
                .param("rows", rows)
                .param("problems", problems)
                .param("register", job.register().value())
                .param("id", job.id())
                .update();
    }

    /** False if it is no longer in the state it was seen in: then somebody else was quicker. */
    boolean move(Import job, ImportState from, ImportState to, Instant at, @Nullable String why) {
        return sql.sql("""
                        update importing.job
                           set state = :to, why = :why,
                               ended_at = case when :to in ('REFUSED', 'LOST') then :at::timestamptz end
                         where register_id = :register and import_id = :id and state = :from
                        """)
                        .param("to", to.name())
                        .param("why", why)
                        .param("at", Timestamp.from(at))
                        .param("register", job.register().value())
                        .param("id", job.id())
                        .param("from", from.name())
                        .update()
                == 1;
    }

    /** In the transaction that records what was imported, so that both happen or neither. */
    boolean done(Import job, Instant recordedAt, Instant at) {
        return sql.sql("""
                        update importing.job
                           set state = 'DONE', recorded_at = :recorded, ended_at = :at
                         where register_id = :register and import_id = :id and state = 'RUNNING'
                        """)
                        .param("recorded", Timestamp.from(recordedAt))
                        .param("at", Timestamp.from(at))
                        .param("register", job.register().value())
                        .param("id", job.id())
                        .update()
                == 1;
    }

    /** Those that were on their way when the program ended. Waits for a commit that is still going on. */
    int lose(Instant at) {
        return sql.sql("update importing.job set state = 'LOST', ended_at = :at where state = 'RUNNING'")
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Those that still hold what was uploaded before this instant, except those on their way. */
    List<Import> withUploadBefore(Instant before) {
        return sql.sql(HEAD + """
                         where uploaded_at < :before and state <> 'RUNNING'
                           and exists (select
                                         from importing.sealed s
                                        where s.register_id = job.register_id and s.import_id = job.import_id)
                        """)
                .param("before", Timestamp.from(before))
                .query(Jobs::read)
                .list();
    }

    Map<String, String> headings(RegisterId register, ImportKind kind) {
        Map<String, String> saved = new HashMap<>();
        sql.sql("select heading, column_code from importing.heading where register_id = :register and kind = :kind")
                .param("register", register.value())
                .param("kind", kind.code())
                .query(row -> {
                    saved.put(row.getString(1), row.getString(2));
                });
        return saved;
    }

    void saveHeading(RegisterId register, ImportKind kind, String heading, String column) {
        sql.sql("""
                        insert into importing.heading (register_id, kind, heading, column_code)
                        values (:register, :kind, :heading, :column)
                            on conflict (register_id, kind, heading) do update set column_code = excluded.column_code
                        """)
                .param("register", register.value())
                .param("kind", kind.code())
                .param("heading", heading)
                .param("column", column)
                .update();
    }

    private static Import read(ResultSet row, int n) throws SQLException {
        return new Import(
                row.getLong("import_id"),
                new RegisterId(row.getShort("register_id")),
                ImportKind.find(row.getString("kind")).orElseThrow(),
                ImportState.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getLong("account"),
                row.getString("login"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getInt("row_count"),
                row.getInt("problem_count"),
                instant(row.getTimestamp("ended_at")),
                instant(row.getTimestamp("recorded_at")),
                row.getString("why"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}

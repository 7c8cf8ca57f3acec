package vn.giaoban.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.importing.Comparison.Decision;
import vn.giaoban.importing.Comparison.Kind;
import vn.giaoban.importing.Comparison.State;
import vn.giaoban.importing.sheet.Cell;
import vn.giaoban.importing.sheet.Line;
import vn.giaoban.membership.Compared;
import vn.giaoban.membership.MemberId;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/** The SQL of comparisons. What the other list tells lies sealed with the key of uploads. */
@Repository
class ComparisonRows {

    private static final String LABEL = "COMPARED";

    private static final String HEAD = """
            select register_id, comparison_id, unit_id, on_day, known, state, file_name, login, started_at, keep_until, rows_there, members_here,
                   paired, why
              from importing.comparison
            """;

    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final Vault vault;

    ComparisonRows(JdbcClient sql, JdbcTemplate batches, Vault vault) {
        this.sql = sql;
        this.batches = batches;
        this.vault = vault;
    }

    long add(Actor by, RegisterId register, UnitId unit, AsOf at, String file, int rows, Instant now, LocalDate today) {
        return sql.sql("""
                        insert into importing.comparison (register_id, unit_id, on_day, known, state, file_name, account, login, started_at, keep_until,
                                                          rows_there)
                        select :register, :unit, :day, :known, 'RUNNING', :file, :account, :login, :now, cast(:today as date) + k.days, :rows
                          from importing.keep_rule k
                         where k.code = 'comparison' and k.from_day <= :today and :today < k.until_day
                        returning comparison_id
                        """)
                .param("register", register.value())
                .param("unit", unit.value())
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("file", file)
                .param("account", by.account())
                .param("login", by.login())
                .param("now", Timestamp.from(now))
                .param("today", today)
                .param("rows", rows)
                .query(Long.class)
                .single();
    }

    Optional<Comparison> find(long id) {
        return sql.sql(HEAD + " where comparison_id = :id")
                .param("id", id)
                .query(ComparisonRows::comparison)
                .optional();
    }

    List<Comparison> latest(int count) {
        return sql.sql(HEAD + " order by started_at desc limit :count")
                .param("count", count)
                .query(ComparisonRows::comparison)
                .list();
    }

    void insert(Comparison of, List<ComparedLine> lines) {
        batches.batchUpdate("""
                insert into importing.compared (register_id, comparison_id, number, kind, sure, file_row, of_register, member_id, content)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lines, 1_000, (statement, line) -> {
            statement.setShort(1, of.register().value());
            statement.setLong(2, of.id());
            statement.setInt(3, line.number());
            statement.setString(4, line.kind().name());
            statement.setString(5, line.sure() == null ? null : line.sure().name());
            statement.setObject(6, line.row());
            statement.setObject(
                    7, line.member() == null ? null : line.member().register().value());
            statement.setObject(8, line.member() == null ? null : line.member().number());
            statement.setBytes(9, vault.seal(LABEL, sealed(line)));
        });
    }

    private static byte[] sealed(ComparedLine line) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.text(line.there()));
        cells.add(Cell.text(line.other()));
        for (var difference : line.differences()) {
            cells.add(Cell.text(difference.field()));
            cells.add(Cell.text(difference.here()));
            cells.add(Cell.text(difference.there()));
        }
        return Sealed.lines(List.of(new Line(line.number(), cells)));
    }

    void end(Comparison of, State state, int here, int paired, @Nullable String why, Instant now) {
        sql.sql("""
                        update importing.comparison
                           set state = :state, members_here = :here, paired = :paired, why = :why, ended_at = :now
                         where register_id = :register and comparison_id = :id
                        """)
                .param("state", state.name())
                .param("here", here)
                .param("paired", paired)
                .param("why", why)
                .param("now", Timestamp.from(now))
                .param("register", of.register().value())
                .param("id", of.id())
                .update();
    }

    /** How many lines of each kind there are, and how many of them are decided. */
    Map<Kind, int[]> counts(Comparison of) {
        var counts = new EnumMap<Kind, int[]>(Kind.class);
        sql.sql("""
                        select kind, count(*)::int, count(decision)::int
                          from importing.compared
                         where register_id = :register and comparison_id = :id
                         group by kind
                        """)
                .param("register", of.register().value())
                .param("id", of.id())
                .query(row -> {
                    counts.put(Kind.valueOf(row.getString(1)), new int[] {row.getInt(2), row.getInt(3)});
                });
        return counts;
    }

    /** In the order of their numbers. @param kind null for all */
    List<ComparedLine> lines(Comparison of, @Nullable Kind kind, long skipped, int count) {
        return sql.sql("""
                        select number, kind, sure, file_row, of_register, member_id, content, decision, words, decided_by, decided_at
                          from importing.compared
                         where register_id = :register and comparison_id = :id and (cast(:kind as text) is null or kind = :kind)
                         order by number offset :skipped limit :count
                        """)
                .param("register", of.register().value())
                .param("id", of.id())
                .param("kind", kind == null ? null : kind.name())
                .param("skipped", skipped)
                .param("count", count)
                .query((row, n) -> line(row))
                .list();
    }

    private ComparedLine line(ResultSet row) throws SQLException {
        var cells = Sealed.lines(vault.open(LABEL, row.getBytes("content"))).get(0);
        var differences = new ArrayList<Compared.Difference>();
        for (var at = 2; at + 2 < cells.cells().size(); at += 3) {
            differences.add(new Compared.Difference(
                    cells.cell(at).text(),
                    cells.cell(at + 1).text(),
                    cells.cell(at + 2).text()));
        }
        var sure = row.getString("sure");
        var member = row.getObject("member_id", Long.class);
        var decision = row.getString("decision");
        return new ComparedLine(
                row.getInt("number"),
                Kind.valueOf(row.getString("kind")),
                sure == null ? null : Compared.Sure.valueOf(sure),
                row.getObject("file_row", Integer.class),
                member == null ? null : new MemberId(new RegisterId(row.getShort("of_register")), member),
                cells.cell(0).text(),
                cells.cell(1).text(),
                differences,
                decision == null
                        ? null
                        : new ComparedLine.Decided(
                                Decision.valueOf(decision),
                                row.getString("words"),
                                row.getString("decided_by"),
                                row.getTimestamp("decided_at").toInstant()));
    }

    boolean decide(Comparison of, int number, Decision decision, @Nullable String words, String login, Instant now) {
        return sql.sql("""
                        update importing.compared set decision = :decision, words = :words, decided_by = :login, decided_at = :now
                         where register_id = :register and comparison_id = :id and number = :number
                        """)
                        .param("decision", decision.name())
                        .param("words", words)
                        .param("login", login)
                        .param("now", Timestamp.from(now))
                        .param("register", of.register().value())
                        .param("id", of.id())
                        .param("number", number)
                        .update()
                == 1;
    }

    /** Those that were on their way when the program ended. */
    int lose(Instant now, Collection<Long> running) {
        return sql.sql("""
                        update importing.comparison set state = 'FAILED', ended_at = :now
                         where state = 'RUNNING' and not (comparison_id = any (:running))
                        """)
                .param("now", Timestamp.from(now))
                .param("running", running.toArray(Long[]::new))
                .update();
    }

    /** What names anybody goes; that there was a comparison, with its numbers, stays. */
    int forget(LocalDate today) {
        sql.sql("""
                        delete from importing.compared l
                         where exists (select from importing.comparison c
                                        where c.register_id = l.register_id and c.comparison_id = l.comparison_id and c.keep_until <= :today)
                        """).param("today", today).update();
        return sql.sql("""
                        update importing.comparison set state = 'FORGOTTEN', file_name = '–'
                         where keep_until <= :today and state in ('DONE', 'FAILED')
                        """).param("today", today).update();
    }

    private static Comparison comparison(ResultSet row, int n) throws SQLException {
        return new Comparison(
                new RegisterId(row.getShort("register_id")),
                row.getLong("comparison_id"),
                new UnitId(row.getLong("unit_id")),
                row.getObject("on_day", LocalDate.class),
                row.getTimestamp("known").toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getString("login"),
                row.getTimestamp("started_at").toInstant(),
                row.getObject("keep_until", LocalDate.class),
                row.getInt("rows_there"),
                row.getInt("members_here"),
                row.getInt("paired"),
                row.getString("why"));
    }
}

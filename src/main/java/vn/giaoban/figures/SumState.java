package vn.giaoban.figures;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.figures.SumColumns.Source;
import vn.giaoban.figures.SumColumns.Stock;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/** What the sums by month know, and what became known since. */
@Repository
class SumState {

    private final JdbcClient sql;
    private final SumColumns columns;

    SumState(JdbcClient sql, SumColumns columns) {
        this.sql = sql;
        this.columns = columns;
    }

    /**
     * @param today the end of this day is what the last month is summed up to
     * @param first the first day of all sums
     * @param nextRegister summed next; null: all are
     */
    record State(
            Instant known,
            LocalDate today,
            LocalDate first,
            String counted,
            @Nullable Short nextRegister) {}

    /** A month as the sums number it. */
    static int month(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    @Nullable
    State state() {
        return sql.sql("select known, today, first_day, counted, next_register from figures.fold")
                .query((row, n) -> new State(
                        row.getTimestamp(1).toInstant(),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getObject(5, Short.class)))
                .optional()
                .orElse(null);
    }

    /** Null until everything is summed. */
    @Nullable
    State ready() {
        var state = state();
        return state != null && state.nextRegister() == null && state.counted().equals(columns.text()) ? state : null;
    }

    /** Whether anything became known of the units. */
    boolean changed(Instant after, Instant upTo) {
        return between("""
                        select exists (select from organisation_api.event where recorded_at > :after and recorded_at <= :up_to)
                            or exists (select from organisation_api.event
                                        where superseded_at < 'infinity' and superseded_at > :after and superseded_at <= :up_to)
                        """, after, upTo).query(Boolean.class).single();
    }

    /** Whether any unit changes, as ever known, on the days after one and up to another. */
    boolean changed(LocalDate after, LocalDate upTo) {
        return sql.sql("select exists (select from organisation_api.event where day > :after and day <= :up_to)")
                .param("after", after)
                .param("up_to", upTo)
                .query(Boolean.class)
                .single();
    }

    int entries(Instant after, Instant upTo) {
        return between("select count(*) from record_api.entry where at > :after and at <= :up_to", after, upTo)
                .query(Integer.class)
                .single();
    }

    /** @param most people; one more says that there are too many; without units */
    Sums.Touched touched(Instant after, Instant upTo, int most) {
        return people(
                between("select register_id, member_id from " + columns.steps().touched() + " limit :most", after, upTo)
                        .param("most", most + 1));
    }

    /** Of whom anything begins or ends on the days after one and up to another; null if that cannot be told. */
    Sums.@Nullable Touched ahead(LocalDate after, LocalDate upTo, int most) {
        var people = people(
                sql.sql("select register_id, member_id from " + columns.steps().ahead() + " limit :most")
                        .param("after", after)
                        .param("up_to", upTo)
                        .param("most", most + 1));
        return people.members().contains(0L) ? null : people;
    }

    private static Sums.Touched people(JdbcClient.StatementSpec statement) {
        var registers = new ArrayList<Short>();
        var members = new ArrayList<Long>();
        statement.query(row -> {
            registers.add(row.getShort(1));
            members.add(row.getLong(2));
        });
        return new Sums.Touched(registers, members, List.of());
    }

    /** These people, and all of whom any row names one of the units. */
    Sums.Touched with(Sums.Touched people, List<Long> units) {
        var registers = new ArrayList<>(people.registers());
        var members = new ArrayList<>(people.members());
        var known = new HashSet<Person>();
        for (int n = 0; n < members.size(); n++) {
            known.add(new Person(registers.get(n), members.get(n)));
        }
        sql
                .sql("select distinct p.register_id, p.member_id from %s p where p.unit_id = any (:units)"
                        .formatted(columns.steps().places()))
                .param("units", units.toArray(Long[]::new))
                .query((row, n) -> new Person(row.getShort(1), row.getLong(2)))
                .list()
                .stream()
                .filter(other -> !known.contains(other))
                .forEach(other -> {
                    registers.add(other.register());
                    members.add(other.member());
                });
        return new Sums.Touched(registers, members, people.units());
    }

    private record Person(short register, long member) {}

    /** Every unit that any row about them names. */
    List<Long> places(List<Short> registers, List<Long> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                        select distinct p.unit_id
                          from unnest(cast(:registers as smallint[]), cast(:members as bigint[])) as t (register_id, member_id)
                         cross join lateral (
                               select p.unit_id from %s p
                                where p.register_id = t.register_id and p.member_id = t.member_id offset 0) p  -- a few people: never all rows
                        """.formatted(columns.steps().places()))
                .param("registers", registers.toArray(Short[]::new))
                .param("members", members.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    private JdbcClient.StatementSpec between(String statement, Instant after, Instant upTo) {
        return sql.sql(statement)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("up_to", upTo.atOffset(ZoneOffset.UTC));
    }

    record Anchor(int layer, long unit) {}

    /** The sums that a unit is in. */
    Set<Anchor> anchors(UnitId unit) {
        return sql
                .sql("""
                        select a.layer, a.anchor_id
                          from figures.bundle b
                          join figures.bundle_top t on t.bundle_id = b.bundle_id
                         cross join lateral (values (1, b.bundle_id), (2, t.top_id)) as a (layer, anchor_id)
                         where b.unit_id = :unit
                        """)
                .param("unit", unit.value())
                .query((row, n) -> new Anchor(row.getInt(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a unit itself adds to its sums on a day, by place. */
    Map<Integer, Integer> itself(Reading reading, Source source, List<Stock> stocks, LocalDate day) {
        var itself = new HashMap<Integer, Integer>();
        sql.sql("select %s from %s r where r.unit_id = :unit"
                        .formatted(
                                stocks.stream()
                                        .map(stock -> "(coalesce(" + stock.condition() + ", false))::int")
                                        .collect(joining(", ")),
                                source.rows().rows().replace("{day}", "cast(:day as date)")))
                .param("hierarchy", reading.hierarchy())
                .param("day", day)
                .param("known", reading.known().atOffset(ZoneOffset.UTC))
                .param("unit", reading.unit().value())
                .query(row -> {
                    for (int n = 0; n < stocks.size(); n++) {
                        itself.put(stocks.get(n).place(), row.getInt(n + 1));
                    }
                });
        return itself;
    }

    Set<RegisterId> registerOf(UnitId unit) {
        return sql
                .sql("select register_id from organisation_api.unit where unit_id = :unit")
                .param("unit", unit.value())
                .query((row, n) -> new RegisterId(row.getShort(1)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}

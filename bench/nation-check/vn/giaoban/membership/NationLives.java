package vn.giaoban.membership;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.giaoban.shared.UnitId;

/**
 * Has the application derive the lives of a sample of people from what is recorded of them, as known at every instant at which something was
 * recorded about them, and compares with the rows that bench/nation wrote. In the application's package, because its readers are its own.
 */
public final class NationLives {

    private final JdbcClient sql;
    private final List<String> wrong = new ArrayList<>();
    private int compared;

    public NationLives(Connection connection) {
        this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** @return differences; empty if every row is as derived */
    public List<String> check(int sample, long seed) throws SQLException {
        sql.sql("select setseed(" + seed % 1_000 / 1_000.0 + ")").query((row, n) -> 1).list();
        var registers = new HashMap<Short, LocalDate>();
        sql.sql("select register_id, first_day from record.register").query(row -> {
            registers.put(row.getShort(1), row.getObject(2, LocalDate.class));
        });
        var units = new UnitsReader(sql).reached(Set.of(), new HashSet<>(
                sql.sql("select unit_id from organisation.unit").query((row, n) -> new UnitId(row.getLong(1))).list()));
        record One(short register, long member) {}
        var people = sql.sql("select register_id, member_id from membership.member order by random() limit :sample")
                .param("sample", sample)
                .query((row, n) -> new One(row.getShort(1), row.getLong(2)))
                .list();
        for (var one : people) {
            person(one.register(), one.member(), Objects.requireNonNull(registers.get(one.register())), units);
        }
        System.out.printf("%d lives derived by the application for %d people, %d of them differ%n", compared, people.size(), wrong.size());
        return wrong;
    }

    private void person(short register, long member, LocalDate first, UnitsOverTime units) {
        var instants = new TreeSet<Timestamp>();
        for (var table : List.of("member", "opening", "movement", "belonging", "step", "seniority")) {
            instants.addAll(at("select distinct recorded_at from membership." + table, register, member, null)
                    .query(Timestamp.class)
                    .list());
        }
        for (var at : instants) {
            var facts = facts(register, member, first, at);
            var life = Life.of(facts, units);
            compared++;
            compare(member, at, "error", Set.of(), new HashSet<>(life.errors()));
            compare(member, at, "belonging", belongings(register, member, at), new HashSet<>(life.belongings()));
            compare(member, at, "step", steps(register, member, at), new HashSet<>(life.steps()));
            compare(member, at, "party age", ages(register, member, at), new HashSet<>(PartyAge.of(facts)));
        }
        names(register, member);
    }

    private <T> void compare(long member, Timestamp at, String what, Set<T> written, Set<T> derived) {
        if (!written.equals(derived)) {
            wrong.add("member %d known at %s: %s written %s, derived %s".formatted(member, at, what, written, derived));
        }
    }

    private Facts facts(short register, long member, LocalDate first, Timestamp at) {
        var opening = at("select unit_id, from_day, degree, told_entry from membership.opening", register, member, at)
                .query((row, n) -> new Facts.Opening(
                        new UnitId(row.getLong(1)), row.getObject(2, LocalDate.class), Degree.valueOf(row.getString(3)), row.getLong(4)))
                .optional();
        var moves = at("""
                        select movement_id, kind, day, from_unit, from_outside, to_unit, to_outside, decision_day, told_entry
                          from membership.movement""", register, member, at)
                .query((row, n) -> new Facts.Move(
                        row.getLong(1),
                        MovementKind.ofCode(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        FactStore.unit(row, "from_unit"),
                        row.getString(5),
                        FactStore.unit(row, "to_unit"),
                        row.getString(7),
                        row.getObject(8, LocalDate.class),
                        row.getLong(9)))
                .list();
        var joined = at("select decided_on, ceremony_on, official_on, gap_days from membership.profile", register, member, at)
                .query((row, n) -> new Profile.Joined(
                        row.getObject(1, LocalDate.class),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getInt(4)))
                .single();
        return new Facts(first, opening.orElse(null), null, new ArrayList<>(moves), List.of(), joined);
    }

    private Set<Belonging> belongings(short register, long member, Timestamp at) {
        return new HashSet<>(at("""
                        select unit_id, degree, exempt, suspended, away, from_day, until_day from membership.belonging""", register, member, at)
                .query((row, n) -> new Belonging(
                        new UnitId(row.getLong(1)),
                        Degree.valueOf(row.getString(2)),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        null,
                        null,
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class)))
                .list());
    }

    private Set<Step> steps(short register, long member, Timestamp at) {
        return new HashSet<>(at("""
                        select movement_id, kind, day, from_unit, to_unit, degree, outside from membership.step""", register, member, at)
                .query((row, n) -> new Step(
                        row.getLong(1),
                        MovementKind.ofCode(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        FactStore.unit(row, "from_unit"),
                        FactStore.unit(row, "to_unit"),
                        Degree.valueOf(row.getString(6)),
                        row.getString(7)))
                .list());
    }

    private Set<PartyAge> ages(short register, long member, Timestamp at) {
        return new HashSet<>(at("select from_day, until_day, party_from from membership.seniority", register, member, at)
                .query((row, n) -> new PartyAge(
                        row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)))
                .list());
    }

    private void names(short register, long member) {
        var name = at("select name from membership.profile", register, member, null).query(String.class).single();
        Set<String> written = new HashSet<>(
                at("select rotation from membership.member_name", register, member, null).query(String.class).list());
        compare(member, new Timestamp(0), "name", written, new HashSet<>(NameText.rotations(name)));
    }

    private JdbcClient.StatementSpec at(String select, short register, long member, java.sql.@org.jspecify.annotations.Nullable Timestamp at) {
        var known = at == null ? "" : " and recorded_at <= :at and :at < superseded_at";
        var asked = sql.sql(select + " where register_id = :register and member_id = :member" + known)
                .params(Map.of("register", register, "member", member));
        return at == null ? asked : asked.param("at", at);
    }
}

package vn.giaoban.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.membership.Profile.Joined;
import vn.giaoban.record.Register;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/** Reads the facts that hold now. */
@Repository
class FactStore {

    /** The member that a ref names, and whether by a row that still holds. */
    record Named(long member, boolean holds) {}

    /** A movement that a ref names. */
    record NamedMovement(
            long id, long member, boolean holds, @Nullable UnitId to, long told) {}

    private final JdbcClient sql;

    FactStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** One writer at a time in a register: a life is read, decided and written as one. */
    void lock(Collection<RegisterId> registers) {
        registers.stream()
                .map(RegisterId::value)
                .sorted()
                .distinct()
                .forEach(register -> sql.sql("select pg_advisory_xact_lock(7202, :register)")
                        .param("register", (int) register)
                        .query((row, n) -> true)
                        .single());
    }

    /** The members that these refs name, merged ones as whom they were merged into. */
    Map<String, Named> members(RegisterId register, Collection<String> refs) {
        var named = new HashMap<String, Named>();
        sql.sql("""
                        select m.ref, coalesce(now.merged_into, m.member_id) as member_id, m.superseded_at = 'infinity' as holds,
                               now.member_id is not null as lives
                          from membership.member m
                          left join membership.member now
                            on now.register_id = m.register_id and now.member_id = m.member_id and now.superseded_at = 'infinity'
                         where m.register_id = :register and m.ref = any (:refs)
                         order by m.recorded_at
                        """)
                .param("register", register.value())
                .param("refs", refs.toArray(String[]::new))
                .query(row -> {
                    if (row.getBoolean("lives")) {
                        named.put(row.getString("ref"), new Named(row.getLong("member_id"), row.getBoolean("holds")));
                    } else {
                        named.putIfAbsent(row.getString("ref"), new Named(row.getLong("member_id"), false));
                    }
                });
        return named;
    }

    Map<String, NamedMovement> movements(RegisterId register, Collection<String> refs) {
        var named = new HashMap<String, NamedMovement>();
        sql.sql("""
                        select ref, movement_id, member_id, to_unit, told_entry, superseded_at = 'infinity' as holds
                          from membership.movement
                         where register_id = :register and ref = any (:refs)
                         order by recorded_at
                        """)
                .param("register", register.value())
                .param("refs", refs.toArray(String[]::new))
                .query(row -> {
                    named.put(
                            row.getString("ref"),
                            new NamedMovement(
                                    row.getLong("movement_id"),
                                    row.getLong("member_id"),
                                    row.getBoolean("holds"),
                                    unit(row, "to_unit"),
                                    row.getLong("told_entry")));
                });
        return named;
    }

    Optional<Long> movementMember(RegisterId register, long movement) {
        return sql.sql("""
                        select member_id from membership.movement
                         where register_id = :register and movement_id = :movement and superseded_at = 'infinity'
                        """)
                .param("register", register.value())
                .param("movement", movement)
                .query(Long.class)
                .optional();
    }

    /** What holds of each person; of one without any fact, nothing. */
    Map<Long, Facts> facts(Register register, Collection<Long> members) {
        var ids = members.stream().distinct().toArray(Long[]::new);
        var moves = moves(register.id(), ids);
        var carried = carried(register.id(), ids);
        var openings = openings(register.id(), ids);
        var facts = new HashMap<Long, Facts>();
        sql.sql("""
                        select m.member_id, m.arriving_degree, p.birth, p.decided_on, p.ceremony_on, p.official_on, coalesce(p.gap_days, 0) as gap_days
                          from membership.member m
                          left join membership.profile p
                            on p.register_id = m.register_id and p.member_id = m.member_id and p.superseded_at = 'infinity'
                           and p.until_day = 'infinity'
                         where m.register_id = :register and m.member_id = any (:members) and m.superseded_at = 'infinity'
                        """)
                .param("register", register.id().value())
                .param("members", ids)
                .query(row -> {
                    var member = row.getLong("member_id");
                    var arriving = row.getString("arriving_degree");
                    facts.put(
                            member,
                            new Facts(
                                    register.firstDay(),
                                    openings.get(member),
                                    arriving == null ? null : Degree.valueOf(arriving),
                                    moves.getOrDefault(member, List.of()),
                                    carried.getOrDefault(member, List.of()),
                                    new Joined(
                                            day(row, "decided_on"),
                                            day(row, "ceremony_on"),
                                            day(row, "official_on"),
                                            row.getInt("gap_days")),
                                    day(row, "birth")));
                });
        return facts;
    }

    private Map<Long, Facts.Opening> openings(RegisterId register, Long[] members) {
        var openings = new HashMap<Long, Facts.Opening>();
        sql.sql("""
                        select member_id, unit_id, from_day, degree, told_entry
                          from membership.opening
                         where register_id = :register and member_id = any (:members) and superseded_at = 'infinity'
                        """)
                .param("register", register.value())
                .param("members", members)
                .query(row -> {
                    openings.put(
                            row.getLong("member_id"),
                            new Facts.Opening(
                                    new UnitId(row.getLong("unit_id")),
                                    row.getObject("from_day", LocalDate.class),
                                    Degree.valueOf(row.getString("degree")),
                                    row.getLong("told_entry")));
                });
        return openings;
    }

    private Map<Long, List<Facts.Move>> moves(RegisterId register, Long[] members) {
        var moves = new HashMap<Long, List<Facts.Move>>();
        sql.sql("""
                        select member_id, movement_id, kind, day, decision_day, from_unit, from_outside, to_unit, to_outside, told_entry
                          from membership.movement
                         where register_id = :register and member_id = any (:members) and superseded_at = 'infinity'
                         order by movement_id
                        """)
                .param("register", register.value())
                .param("members", members)
                .query(row -> {
                    moves.computeIfAbsent(row.getLong("member_id"), member -> new ArrayList<>(2))
                            .add(new Facts.Move(
                                    row.getLong("movement_id"),
                                    MovementKind.ofCode(row.getString("kind")),
                                    row.getObject("day", LocalDate.class),
                                    unit(row, "from_unit"),
                                    row.getString("from_outside"),
                                    unit(row, "to_unit"),
                                    row.getString("to_outside"),
                                    day(row, "decision_day"),
                                    row.getLong("told_entry")));
                });
        return moves;
    }

    private Map<Long, List<Facts.Carried>> carried(RegisterId register, Long[] members) {
        var carried = new HashMap<Long, List<Facts.Carried>>();
        sql.sql("""
                        select member_id, event_id, day, from_unit, to_unit, entry_id
                          from membership.carried
                         where register_id = :register and member_id = any (:members) and superseded_at = 'infinity'
                         order by day, event_id
                        """)
                .param("register", register.value())
                .param("members", members)
                .query(row -> {
                    carried.computeIfAbsent(row.getLong("member_id"), member -> new ArrayList<>(1))
                            .add(new Facts.Carried(
                                    row.getLong("event_id"),
                                    row.getObject("day", LocalDate.class),
                                    new UnitId(row.getLong("from_unit")),
                                    new UnitId(row.getLong("to_unit")),
                                    row.getLong("entry_id")));
                });
        return carried;
    }

    static @Nullable UnitId unit(ResultSet row, String column) throws SQLException {
        var unit = row.getLong(column);
        return unit == 0 ? null : new UnitId(unit);
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}

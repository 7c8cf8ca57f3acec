package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.membership.Belonging.Beside;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/** Writes lives: what of the stored rows no longer follows from the facts is superseded, what is new is entered. */
@Repository
class LifeStore {

    /** A life with what else is derived from the same facts. */
    record Lived(Life life, List<PartyAge> partyAges) {}

    private static final int PEOPLE = 5_000;

    private final JdbcClient sql;
    private final JdbcTemplate template;
    private final VisitorNames visitors;
    private final Standing standing;

    LifeStore(JdbcClient sql, JdbcTemplate template, VisitorNames visitors, Standing standing) {
        this.sql = sql;
        this.template = template;
        this.visitors = visitors;
        this.standing = standing;
    }

    /** @param fresh those who have no rows yet */
    void write(Entry entry, RegisterId register, Map<Long, Lived> lives, Set<Long> fresh) {
        var members = new ArrayList<>(lives.keySet());
        for (var start = 0; start < members.size(); start += PEOPLE) {
            var some = members.subList(start, Math.min(start + PEOPLE, members.size()));
            var known = some.stream().filter(member -> !fresh.contains(member)).toArray(Long[]::new);
            writeBelongings(entry, register, lives, some, known);
            writeSteps(entry, register, lives, some, known);
            writePartyAges(entry, register, lives, some, known);
            standing.write(entry, register, some);
        }
    }

    private void writeBelongings(
            Entry entry, RegisterId register, Map<Long, Lived> lives, Collection<Long> members, Long[] known) {
        var stored = new Stored<Belonging>();
        if (known.length > 0) {
            sql.sql("""
                            select belonging_id, member_id, unit_id, degree, exempt, suspended, away, temporary_unit,
                                   temporary_outside, residence_unit, residence_outside, from_day, until_day
                              from membership.belonging
                             where register_id = :register and member_id = any (:members) and superseded_at = 'infinity'
                            """)
                    .param("register", register.value())
                    .param("members", known)
                    .query(row -> {
                        stored.add(
                                row.getLong("member_id"),
                                row.getLong("belonging_id"),
                                new Belonging(
                                        new UnitId(row.getLong("unit_id")),
                                        Degree.valueOf(row.getString("degree")),
                                        row.getBoolean("exempt"),
                                        row.getBoolean("suspended"),
                                        row.getBoolean("away"),
                                        Beside.of(
                                                FactStore.unit(row, "temporary_unit"),
                                                row.getString("temporary_outside")),
                                        Beside.of(
                                                FactStore.unit(row, "residence_unit"),
                                                row.getString("residence_outside")),
                                        row.getObject("from_day", LocalDate.class),
                                        row.getObject("until_day", LocalDate.class)));
                    });
        }
        var bulk = new Bulk(template, entry, """
                        insert into membership.belonging
                               (entry_id, recorded_at, register_id, member_id, unit_id, degree, exempt, suspended, away, temporary_unit,
                                temporary_outside, residence_unit, residence_outside, from_day, until_day)
                        select ?, ?, r.*
                          from unnest(?::smallint[], ?::bigint[], ?::bigint[], ?::text[], ?::boolean[], ?::boolean[], ?::boolean[],
                                      ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::date[], ?::date[]) as r
                        """);
        var gone = new ArrayList<Long>();
        var added = new ArrayList<Map.Entry<Long, Belonging>>();
        for (var member : members) {
            var wanted = lives.get(member) == null
                    ? List.<Belonging>of()
                    : lived(lives, member).life().belongings();
            gone.addAll(stored.without(member, wanted));
            stored.missing(member, wanted).forEach(row -> added.add(Map.entry(member, row)));
        }
        supersede(entry, register, gone, """
                        update membership.belonging set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and belonging_id = any (:ids)
                        """);
        visitors.arrived(
                entry,
                register,
                added.stream().map(Map.Entry::getKey).toList(),
                added.stream().map(one -> one.getValue().cell().value()).toList());
        for (var one : added) {
            var row = one.getValue();
            bulk.add(
                    register,
                    one.getKey(),
                    row.cell(),
                    row.degree(),
                    row.exempt(),
                    row.suspended(),
                    row.away(),
                    row.temporary() == null ? null : row.temporary().unit(),
                    row.temporary() == null ? null : row.temporary().outside(),
                    row.residence() == null ? null : row.residence().unit(),
                    row.residence() == null ? null : row.residence().outside(),
                    row.from(),
                    row.until());
        }
        bulk.flush();
    }

    private void writeSteps(
            Entry entry, RegisterId register, Map<Long, Lived> lives, Collection<Long> members, Long[] known) {
        var stored = new Stored<Step>();
        if (known.length > 0) {
            sql.sql("""
                            select step_id, member_id, movement_id, kind, day, from_unit, to_unit, degree, outside
                              from membership.step
                             where register_id = :register and member_id = any (:members) and superseded_at = 'infinity'
                            """)
                    .param("register", register.value())
                    .param("members", known)
                    .query(row -> {
                        stored.add(
                                row.getLong("member_id"),
                                row.getLong("step_id"),
                                new Step(
                                        row.getLong("movement_id"),
                                        MovementKind.ofCode(row.getString("kind")),
                                        row.getObject("day", LocalDate.class),
                                        FactStore.unit(row, "from_unit"),
                                        FactStore.unit(row, "to_unit"),
                                        Degree.valueOf(row.getString("degree")),
                                        row.getString("outside")));
                    });
        }
        var bulk = new Bulk(template, entry, """
                        insert into membership.step
                               (entry_id, recorded_at, register_id, member_id, movement_id, kind, day, from_unit, to_unit, degree, outside)
                        select ?, ?, r.*
                          from unnest(?::smallint[], ?::bigint[], ?::bigint[], ?::text[], ?::date[], ?::bigint[], ?::bigint[], ?::text[],
                                      ?::text[]) as r
                        """);
        var gone = new ArrayList<Long>();
        for (var member : members) {
            var wanted = lived(lives, member).life().steps();
            gone.addAll(stored.without(member, wanted));
            stored.missing(member, wanted)
                    .forEach(row -> bulk.add(
                            register,
                            member,
                            row.fact(),
                            row.kind().code(),
                            row.day(),
                            row.from(),
                            row.to(),
                            row.degree(),
                            row.outside()));
        }
        bulk.flush();
        supersede(entry, register, gone, """
                        update membership.step set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and step_id = any (:ids)
                        """);
    }

    private void writePartyAges(
            Entry entry, RegisterId register, Map<Long, Lived> lives, Collection<Long> members, Long[] known) {
        var stored = new HashMap<Long, List<PartyAge>>();
        if (known.length > 0) {
            sql.sql("""
                            select member_id, from_day, until_day, party_from
                              from membership.seniority
                             where register_id = :register and member_id = any (:members) and superseded_at = 'infinity'
                             order by member_id, from_day
                            """)
                    .param("register", register.value())
                    .param("members", known)
                    .query(row -> {
                        stored.computeIfAbsent(row.getLong("member_id"), member -> new ArrayList<>(1))
                                .add(new PartyAge(
                                        row.getObject("from_day", LocalDate.class),
                                        row.getObject("until_day", LocalDate.class),
                                        row.getObject("party_from", LocalDate.class)));
                    });
        }
        var changed = members.stream()
                .filter(member -> !lived(lives, member).partyAges().equals(stored.getOrDefault(member, List.of())))
                .toList();
        supersede(entry, register, changed.stream().filter(stored::containsKey).toList(), """
                        update membership.seniority set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and member_id = any (:ids) and superseded_at = 'infinity'
                        """);
        var bulk = new Bulk(template, entry, """
                        insert into membership.seniority (entry_id, recorded_at, register_id, member_id, from_day, until_day, party_from)
                        select ?, ?, r.* from unnest(?::smallint[], ?::bigint[], ?::date[], ?::date[], ?::date[]) as r
                        """);
        for (var member : changed) {
            for (var age : lived(lives, member).partyAges()) {
                bulk.add(register, member, age.from(), age.until(), age.partyFrom());
            }
        }
        bulk.flush();
    }

    private static Lived lived(Map<Long, Lived> lives, Long member) {
        return java.util.Objects.requireNonNull(lives.get(member));
    }

    private void supersede(Entry entry, RegisterId register, Collection<Long> ids, String statement) {
        if (!ids.isEmpty()) {
            sql.sql(statement)
                    .param("at", java.sql.Timestamp.from(entry.at()))
                    .param("entry", entry.id())
                    .param("register", register.value())
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
        }
    }

    /** Rows of a table that hold now, by person. */
    private static final class Stored<T> {

        private final Map<Long, Map<T, Long>> rows = new HashMap<>();

        void add(long member, long id, T row) {
            rows.computeIfAbsent(member, key -> new HashMap<>()).put(row, id);
        }

        List<Long> without(long member, Collection<T> wanted) {
            var keep = new HashSet<>(wanted);
            return rows.getOrDefault(member, Map.of()).entrySet().stream()
                    .filter(row -> !keep.contains(row.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        List<T> missing(long member, Collection<T> wanted) {
            var have = rows.getOrDefault(member, Map.of());
            return wanted.stream().filter(row -> !have.containsKey(row)).toList();
        }
    }
}

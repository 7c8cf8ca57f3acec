package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaoban.membership.FactStore.Named;
import vn.giaoban.membership.FactStore.NamedMovement;
import vn.giaoban.record.Register;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.FirstSeen;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Reads in sets what a batch is held against. */
@Component
class Lookups {

    private static final int MANY = 2_000;

    private final JdbcClient sql;
    private final FactStore facts;
    private final SealedNumbers numbers;
    private final DayRuleRows dayRules;
    private final boolean demonstration;

    Lookups(
            JdbcClient sql,
            FactStore facts,
            SealedNumbers numbers,
            DayRuleRows dayRules,
            @Value("${giaoban.demo:false}") boolean demonstration) {
        this.sql = sql;
        this.facts = facts;
        this.numbers = numbers;
        this.dayRules = dayRules;
        this.demonstration = demonstration;
    }

    BatchKnown read(Actor by, Verb verb, Register register, Batch batch) {
        var members = facts.members(register.id(), memberRefs(batch));
        var movements = facts.movements(register.id(), movementRefs(batch));
        var touched = Stream.concat(
                        members.values().stream().map(Named::member),
                        movements.values().stream().map(NamedMovement::member))
                .distinct()
                .toList();
        var mine = batch.soFar().mine(() -> mine(by, verb));
        var holders = holders(register.id(), batch);
        return new BatchKnown(
                members,
                movements,
                facts.facts(register, touched),
                holders,
                outside(register.id(), holders.values(), mine),
                namesakes(register.id(), batch, mine),
                assignedProvinces(),
                mine,
                eventUnits(batch),
                dayRules.rules(),
                dayRules.today());
    }

    private static Set<String> memberRefs(Batch batch) {
        var refs = new HashSet<String>();
        for (var row : batch.members()) {
            refs.add(row.ref());
            add(refs, row.cancels());
        }
        for (var row : batch.movements()) {
            if (row.what() != null) {
                refs.add(row.what().member());
            }
        }
        batch.shares().forEach(row -> refs.add(row.member()));
        return refs;
    }

    private static Set<String> movementRefs(Batch batch) {
        var refs = new HashSet<String>();
        for (var row : batch.movements()) {
            refs.add(row.ref());
            add(refs, row.cancels());
        }
        return refs;
    }

    private static void add(Collection<String> refs, @Nullable String ref) {
        if (ref != null) {
            refs.add(ref);
        }
    }

    private Map<CitizenNumber, Set<Long>> holders(RegisterId register, Batch batch) {
        var byDigest = new HashMap<String, CitizenNumber>();
        var digests = new ArrayList<byte[]>();
        for (var row : batch.members()) {
            if (row.citizen() != null) {
                var digest = numbers.digest(row.citizen());
                byDigest.put(HexFormat.of().formatHex(digest), row.citizen());
                digests.add(digest);
            }
        }
        var holders = new HashMap<CitizenNumber, Set<Long>>();
        if (!digests.isEmpty()) {
            sql.sql("""
                            select n.digest, n.member_id
                              from unnest(:digests) as d (digest)
                             cross join lateral (
                                   select c.digest, c.member_id
                                     from membership.citizen_number c
                                    where c.register_id = :register and c.digest = d.digest and c.superseded_at = 'infinity' offset 0) n
                            """)
                    .param("register", register.value())
                    .param("digests", digests.toArray(byte[][]::new))
                    .query(row -> {
                        holders.computeIfAbsent(
                                        Objects.requireNonNull(
                                                byDigest.get(HexFormat.of().formatHex(row.getBytes(1)))),
                                        number -> new HashSet<>())
                                .add(row.getLong(2));
                    });
        }
        return holders;
    }

    /** Those who belong, or belonged, and never where the sender may enter people: he must not learn that they are there. */
    private Set<Long> outside(RegisterId register, Collection<Set<Long>> holders, Predicate<UnitId> mine) {
        var ids = holders.stream().flatMap(Set::stream).distinct().toArray(Long[]::new);
        var outside = new HashSet<Long>();
        var inside = new HashSet<Long>();
        if (ids.length > 0) {
            sql.sql("""
                            select distinct member_id, unit_id from membership.belonging
                             where register_id = :register and member_id = any (:members) and superseded_at = 'infinity'
                            """)
                    .param("register", register.value())
                    .param("members", ids)
                    .query(row -> {
                        (mine.test(new UnitId(row.getLong(2))) ? inside : outside).add(row.getLong(1));
                    });
        }
        outside.removeAll(inside);
        return outside;
    }

    /** Who else of the register has this number. */
    Optional<MemberId> holder(CitizenNumber number, MemberId but) {
        return sql.sql("""
                        select member_id from membership.citizen_number
                         where register_id = :register and digest = :digest and member_id <> :member and superseded_at = 'infinity'
                        """)
                .param("register", but.register().value())
                .param("digest", numbers.digest(number))
                .param("member", but.number())
                .query((row, n) -> new MemberId(but.register(), row.getLong(1)))
                .optional();
    }

    /** Of people whom the sender may enter: a preview must not tell who is a member elsewhere. */
    private Set<String> namesakes(RegisterId register, Batch batch, Predicate<UnitId> mine) {
        var births = new HashMap<String, String>();
        for (var row : batch.members()) {
            if (row.cancels() == null && row.profile() != null) {
                births.put(
                        BatchNumbers.key(row.profile()),
                        row.profile().birth().day().toString());
            }
        }
        if (births.size() >= MANY) {
            // So many have nearly every birth date there is: the register is passed over once for the file, not once
            // for each piece.
            var everybody = batch.soFar().everybody(() -> everybody(register));
            births.keySet().removeIf(key -> !everybody.has(key));
        }
        var asked = births.keySet();
        // Folded here: a hundred times cheaper than in the database. Where they belong is asked of the few that remain.
        var found = new HashMap<Long, Set<String>>();
        if (!births.isEmpty()) {
            sql.sql("""
                            select member_id, name, birth from membership.profile
                             where register_id = :register and birth = any (cast(:births as date[])) and superseded_at = 'infinity'
                            """)
                    .param("register", register.value())
                    .param("births", births.values().stream().distinct().toArray(String[]::new))
                    .query(row -> {
                        var key = BatchNumbers.key(row.getString(2), row.getObject(3, LocalDate.class));
                        if (asked.contains(key)) {
                            found.computeIfAbsent(row.getLong(1), member -> new HashSet<>(2))
                                    .add(key);
                        }
                    });
        }
        var namesakes = new HashSet<String>();
        if (!found.isEmpty()) {
            sql.sql("""
                            select member_id, unit_id from membership.belonging
                             where register_id = :register and member_id = any (:members) and superseded_at = 'infinity'
                            """)
                    .param("register", register.value())
                    .param("members", found.keySet().toArray(Long[]::new))
                    .query(row -> {
                        if (mine.test(new UnitId(row.getLong(2)))) {
                            namesakes.addAll(Objects.requireNonNull(found.get(row.getLong(1))));
                        }
                    });
        }
        return namesakes;
    }

    private FirstSeen everybody(RegisterId register) {
        var everybody = new FirstSeen();
        sql.sql(
                        "select name, birth from membership.profile where register_id = :register and superseded_at = 'infinity'")
                .withFetchSize(MANY)
                .param("register", register.value())
                .query(row -> {
                    everybody.putIfAbsent(
                            BatchNumbers.key(row.getString(1), row.getObject(2, LocalDate.class)), row.getRow());
                });
        return everybody;
    }

    private Set<String> assignedProvinces() {
        return demonstration
                ? new HashSet<>(sql.sql("select code from membership.assigned_province")
                        .query(String.class)
                        .list())
                : Set.of();
    }

    /** The units, of all times, over which the actor has the right. */
    Predicate<UnitId> mine(Actor by, Verb verb) {
        if (by.isSystem()) {
            return unit -> true;
        }
        return new UnitsEverUnder(sql, by.where(verb));
    }

    private Map<Long, Set<UnitId>> eventUnits(Batch batch) {
        List<Long> events = batch.shares().stream()
                .map(row -> row.event().value())
                .distinct()
                .toList();
        var units = new HashMap<Long, Set<UnitId>>();
        if (!events.isEmpty()) {
            sql.sql("""
                            select s.event_id, s.unit_id
                              from organisation_api.subject s
                              join organisation_api.event e on e.event_id = s.event_id and e.superseded_at = 'infinity'
                             where s.event_id = any (:events)
                               and e.kind in ('DIVIDE', 'SPLIT_OFF', 'DISSOLVE', 'DISBAND', 'CHANGE_KIND')
                            """).param("events", events.toArray(Long[]::new)).query(row -> {
                units.computeIfAbsent(row.getLong(1), event -> new HashSet<>()).add(new UnitId(row.getLong(2)));
            });
        }
        return units;
    }
}

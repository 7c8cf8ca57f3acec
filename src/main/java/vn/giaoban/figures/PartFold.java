package vn.giaoban.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;

/**
 * Keeps what breakdowns come to at the end of today and of the last 24 months (decision 0096). Behind the writers, who do not wait for it, and
 * never in the way of an answer: until a day is ready it is counted as ever.
 */
@Component
public class PartFold {

    private static final Logger log = LoggerFactory.getLogger(PartFold.class);

    /** One fold at a time, on all nodes. */
    private static final int LOCK = 7_211;
    /** People that are added one by one; of more the day is made again. */
    private static final int MANY = 20_000;
    /** Parts of a breakdown beyond which it is not kept: words that people type as they like. */
    private static final int MOST_PARTS = 400;

    private final JdbcClient sql;
    private final PartColumns columns;
    private final PartChanges changes;
    private final Entries entries;
    private final Registers registers;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final int months;
    private final int after;

    PartFold(
            JdbcClient sql,
            PartColumns columns,
            PartChanges changes,
            Entries entries,
            Registers registers,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${giaoban.parts.months:24}") int months,
            @Value("${giaoban.parts.after:500}") int after) {
        this.sql = sql;
        this.columns = columns;
        this.changes = changes;
        this.entries = entries;
        this.registers = registers;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.months = months;
        this.after = after;
    }

    /** Where a person counts: the register of the cell, the division, and the parts. */
    private record Place(
            short register,
            int division,
            @Nullable String first,
            @Nullable String second) {}

    @Scheduled(initialDelayString = "${giaoban.parts.first:PT1M}", fixedDelayString = "${giaoban.parts.every:PT1M}")
    void run() {
        try {
            fold();
        } catch (DataAccessException e) {
            log.warn("sums of parts not folded, will be tried again: {}", e.getMessage());
        }
    }

    /** What is missing or has fallen behind, today first. */
    public void fold() {
        var all = registers.all();
        if (all.isEmpty()) {
            return;
        }
        Acting.as(Actor.system(ids(all)), () -> {
            var days = days(all);
            transaction.executeWithoutResult(status -> forgetAllBut(days));
            for (var day : days) {
                var known = entries.fixIfQuiet(ids(all));
                if (known.isEmpty()) {
                    return; // somebody is just recording: at the next round
                }
                if (Boolean.TRUE.equals(transaction.execute(status -> isBehind(day, known.get())))) {
                    fold(day, known.get());
                    log.debug("sums of parts of {} know what was recorded until {}", day, known.get());
                }
            }
        });
    }

    private boolean isBehind(LocalDate day, Instant known) {
        var before = changes.day(day);
        return before == null
                || !before.counted().equals(columns.text())
                || entries.lately(before.known()) != before.entries()
                || changes.between(before.known(), known, after).isEmpty();
    }

    private List<LocalDate> days(List<Register> all) {
        var today = LocalDate.ofInstant(clock.instant(), Days.ZONE);
        var first =
                all.stream().map(Register::firstDay).min(LocalDate::compareTo).orElse(today);
        var days = new LinkedHashSet<LocalDate>();
        days.add(today);
        for (int back = 0; back < months; back++) {
            days.add(today.withDayOfMonth(1).minusMonths(back).minusDays(1));
        }
        return days.stream().filter(day -> !day.isBefore(first)).toList();
    }

    /** Makes the sums of a day as known at an instant, or brings those that are there to it. */
    public void fold(LocalDate day, Instant known) {
        var all = registers.all();
        Acting.as(
                Actor.system(ids(all)),
                () -> transaction.executeWithoutResult(status -> {
                    if (!sql.sql("select pg_try_advisory_xact_lock(:lock, 0)")
                            .param("lock", LOCK)
                            .query(Boolean.class)
                            .single()) {
                        return;
                    }
                    var counted = entries.lately(known);
                    var before = changes.day(day);
                    var holds = before != null
                            && before.counted().equals(columns.text())
                            && !known.isBefore(before.known())
                            && entries.lately(before.known()) == before.entries();
                    var people = holds && before != null
                            ? changes.between(before.known(), known, MANY).orElse(null)
                            : null;
                    var sums = new HashMap<Place, long[]>();
                    if (people != null && before != null) {
                        add(sums, day, before.known(), -1, people);
                        add(sums, day, known, 1, people);
                    } else {
                        forget(day);
                        for (var register : all) {
                            read(
                                    PartColumns.OF_REGISTER,
                                    Map.of("register", register.id().value()),
                                    day,
                                    known,
                                    1,
                                    sums);
                        }
                        withoutTooMany(sums);
                    }
                    store(day, sums);
                    sql.sql("""
                            insert into figures.part_day (day, known, entries, counted)
                            values (:day, :known, :entries, :counted)
                            on conflict (day) do update
                               set known = excluded.known, entries = excluded.entries, counted = excluded.counted
                            """)
                            .param("day", day)
                            .param("known", known.atOffset(ZoneOffset.UTC))
                            .param("entries", counted)
                            .param("counted", columns.text())
                            .update();
                }));
    }

    private static Set<RegisterId> ids(List<Register> all) {
        return all.stream().map(Register::id).collect(Collectors.toSet());
    }

    private void forgetAllBut(List<LocalDate> days) {
        for (var table : List.of("part_day", "part_sum")) {
            sql.sql("delete from figures." + table + " where day <> all (cast(:days as date[]))")
                    .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                    .update();
        }
    }

    private void forget(LocalDate day) {
        sql.sql("delete from figures.part_sum where day = :day")
                .param("day", day)
                .update();
    }

    private void add(Map<Place, long[]> sums, LocalDate day, Instant known, int sign, Sums.Touched people) {
        if (!people.members().isEmpty()) {
            read(
                    PartColumns.OF_SOME,
                    Map.of(
                            "registers", people.registers().toArray(Short[]::new),
                            "members", people.members().toArray(Long[]::new)),
                    day,
                    known,
                    sign,
                    sums);
        }
    }

    private void read(
            String some, Map<String, ?> which, LocalDate day, Instant known, int sign, Map<Place, long[]> sums) {
        var by = columns.breakdowns();
        var places = columns.places();
        var parts = new @Nullable String[by.size()];
        var words = new HashMap<String, String>();
        sql.sql(columns.people(by, some))
                .params(which)
                .param("day", day)
                .param("known", known.atOffset(ZoneOffset.UTC))
                .withFetchSize(5_000)
                .query(row -> {
                    var register = row.getShort(1);
                    var bits = row.getInt(2);
                    for (int n = 0; n < parts.length; n++) {
                        var part = row.getString(n + 3);
                        parts[n] = part == null ? null : words.computeIfAbsent(part, word -> word);
                    }
                    int division = 0;
                    for (int n = 0; n < parts.length; n++) {
                        count(sums, new Place(register, division++, parts[n], null), bits, sign, places);
                        for (int m = n + 1; m < parts.length; m++) {
                            count(sums, new Place(register, division++, parts[n], parts[m]), bits, sign, places);
                        }
                    }
                });
    }

    private static void count(Map<Place, long[]> sums, Place place, int bits, int sign, int places) {
        var tally = sums.computeIfAbsent(place, key -> new long[places]);
        for (int n = 0; n < places; n++) {
            tally[n] += (bits >> n & 1) * sign;
        }
    }

    private void withoutTooMany(Map<Place, long[]> sums) {
        var divisions = columns.divisions();
        for (int n = 0; n < divisions.size(); n++) {
            var division = n;
            if (divisions.get(n).second() == null
                    && sums.keySet().stream()
                                    .filter(place -> place.division() == division)
                                    .map(Place::first)
                                    .distinct()
                                    .count()
                            > MOST_PARTS) {
                var code = divisions.get(n).first().code();
                sums.keySet()
                        .removeIf(place -> List.of(
                                        divisions.get(place.division()).code().split(","))
                                .contains(code));
            }
        }
    }

    private void store(LocalDate day, Map<Place, long[]> sums) {
        var divisions = columns.divisions();
        var byDivision = sums.entrySet().stream()
                .filter(sum -> Arrays.stream(sum.getValue()).anyMatch(count -> count != 0))
                .collect(Collectors.groupingBy(sum -> sum.getKey().division()));
        byDivision.forEach((division, some) -> {
            var ids = new ArrayList<Short>();
            var keys = new ArrayList<String>();
            var tallies = new ArrayList<String>();
            for (var sum : some) {
                var place = sum.getKey();
                var key = divisions.get(division).key(new Division.Parts(place.first(), place.second()));
                ids.add(place.register());
                keys.add(key == null ? "" : key);
                tallies.add(Arrays.stream(sum.getValue())
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(",", "{", "}")));
            }
            sql.sql("""
                            insert into figures.part_sum as s (register_id, day, division, key, tally)
                            select n.register_id, :day, :division, n.key, cast(n.tally as bigint[])
                              from unnest(cast(:registers as smallint[]), cast(:keys as text[]), cast(:tallies as text[]))
                                   as n (register_id, key, tally)
                            on conflict (register_id, day, division, key) do update
                               set tally = (select array_agg(o.count + m.count order by o.place)
                                              from unnest(s.tally) with ordinality as o (count, place)
                                              join unnest(excluded.tally) with ordinality as m (count, place)
                                                   on m.place = o.place)
                            """)
                    .param("day", day)
                    .param("division", divisions.get(division).code())
                    .param("registers", ids.toArray(Short[]::new))
                    .param("keys", keys.toArray(String[]::new))
                    .param("tallies", tallies.toArray(String[]::new))
                    .update();
        });
    }
}

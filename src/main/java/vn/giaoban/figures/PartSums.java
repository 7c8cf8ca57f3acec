package vn.giaoban.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.figures.Counts.Place;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Sql;

/**
 * Answers breakdowns of people from what {@link PartFold} keeps: exactly what the counting statement would answer, or nothing. The sums are
 * those of whole registers as known when they were made; whoever was touched since is taken out as known then and put in as known now. Of
 * a register that lies inside in part, the people of the units inside are counted from their units.
 */
@Repository
class PartSums {

    private static final String STANDING = Sql.beside(PartSums.class, "part-standing.sql");
    /** Entries, and people, recorded since: more than that are counted as ever until the fold has them. */
    private static final int MANY = 3_000;

    private final JdbcClient sql;
    private final Catalogue catalogue;
    private final PartColumns columns;
    private final PartChanges changes;
    private final Entries entries;
    private final Cache<StandingKey, Standing> standings =
            Caffeine.newBuilder().maximumSize(1_000).build();
    private final Counter answered;

    PartSums(
            JdbcClient sql,
            Catalogue catalogue,
            PartColumns columns,
            PartChanges changes,
            Entries entries,
            MeterRegistry meters) {
        this.sql = sql;
        this.catalogue = catalogue;
        this.columns = columns;
        this.changes = changes;
        this.entries = entries;
        this.answered = Counter.builder("giaoban.figures.parts")
                .description("Breakdowns answered from the sums of parts")
                .register(meters);
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        standings.invalidateAll();
    }

    /**
     * @param entered registers in which what counts for the period was first entered
     * @param whole registers all of whose cells lie inside
     * @param units that lie inside of those registers of which others lie outside
     */
    private record Standing(Set<RegisterId> entered, List<Short> whole, List<Long> units) {}

    private record StandingKey(Reading reading, String units) {}

    Optional<Counts> counts(Reading reading, Lines lines, List<Indicator> asked, @Nullable Breakdown by) {
        if (by == null
                || lines != Lines.TOTAL
                || reading.hierarchy() != Reading.TERRITORIAL
                || asked.stream().anyMatch(indicator -> columns.place(indicator) < 0)) {
            return Optional.empty();
        }
        var division = Division.read(by.code(), catalogue, new ArrayList<>()).orElseThrow();
        var kept = kept(division);
        if (kept == null) {
            return Optional.empty();
        }
        var standing = standing(reading);
        var sums = new HashMap<String, long[]>();
        if (!standing.whole().isEmpty() && !add(reading, kept, standing.whole(), sums)) {
            return Optional.empty();
        }
        if (!standing.units().isEmpty()) {
            read(
                    PartColumns.IN_UNITS,
                    Map.of("units", standing.units().toArray(Long[]::new)),
                    reading.lastDay(),
                    reading.known(),
                    kept,
                    (register, key, bits) -> count(sums, key, bits, 1));
        }
        answered.increment();
        return Optional.of(new Counts(places(reading, asked, division, kept, sums), standing.entered(), Map.of()));
    }

    /** @return false if the sums of the day are not there, or know too little */
    private boolean add(Reading reading, Division kept, List<Short> registers, Map<String, long[]> sums) {
        var day = changes.day(reading.lastDay());
        if (day == null
                || day.known().isAfter(reading.known())
                || !day.counted().equals(columns.text())
                || entries.lately(day.known()) != day.entries()) {
            return false;
        }
        var people = changes.between(day.known(), reading.known(), MANY).orElse(null);
        if (people == null || !isKept(reading.lastDay(), kept)) {
            return false;
        }
        kept(reading.lastDay(), kept, registers, sums);
        correct(reading.lastDay(), day.known(), -1, kept, people, registers, sums);
        correct(reading.lastDay(), reading.known(), 1, kept, people, registers, sums);
        return true;
    }

    /** A breakdown by words that people typed may have had too many parts. */
    private boolean isKept(LocalDate day, Division division) {
        return sql.sql("select exists (select from figures.part_sum where day = :day and division = :division)")
                .param("day", day)
                .param("division", division.code())
                .query(Boolean.class)
                .single();
    }

    /** The same two breakdowns in the order in which they are kept. */
    private @Nullable Division kept(Division asked) {
        return columns.divisions().stream()
                .filter(one -> one.equals(asked)
                        || one.first().equals(asked.second()) && asked.first().equals(one.second()))
                .findFirst()
                .orElse(null);
    }

    /** Kept as long as no event on units was recorded or undone. */
    private Standing standing(Reading reading) {
        var units = sql.sql("""
                        select count(*) || ' ' || count(*) filter (where superseded_at <= :known)
                          from organisation_api.event where recorded_at <= :known
                        """)
                .param("known", reading.known().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single();
        var timeless = new Reading(
                reading.unit(),
                reading.from(),
                reading.until(),
                reading.structure(),
                reading.hierarchy(),
                reading.former(),
                Instant.EPOCH);
        var key = new StandingKey(timeless, units);
        var before = standings.getIfPresent(key);
        if (before != null) {
            return before;
        }
        var entered = new HashSet<RegisterId>();
        var whole = new ArrayList<Short>();
        var inside = new ArrayList<Long>();
        sql.sql(STANDING)
                .param("unit", reading.unit().value())
                .param("known", reading.known().atOffset(ZoneOffset.UTC))
                .param("on", reading.on(), Types.DATE)
                .param("day", reading.lastDay())
                .param("opening_day", reading.openingDay())
                .query(row -> {
                    entered.add(new RegisterId(row.getShort(1)));
                    var some = row.getArray(3);
                    if (some != null) {
                        inside.addAll(List.of((Long[]) some.getArray()));
                    } else if (row.getBoolean(2)) {
                        whole.add(row.getShort(1));
                    }
                    if (row.getBoolean(4)) {
                        entered.remove(new RegisterId(row.getShort(1)));
                    }
                });
        var standing = new Standing(Set.copyOf(entered), List.copyOf(whole), List.copyOf(inside));
        standings.put(key, standing);
        return standing;
    }

    private void kept(LocalDate day, Division division, List<Short> inside, Map<String, long[]> sums) {
        sql.sql("""
                        select s.key, s.tally
                          from figures.part_sum s
                         where s.day = :day and s.division = :division and s.register_id = any (:registers)
                        """)
                .param("day", day)
                .param("division", division.code())
                .param("registers", inside.toArray(Short[]::new))
                .query(row -> {
                    var tally = (Long[]) row.getArray(2).getArray();
                    var sum = sums.computeIfAbsent(row.getString(1), key -> new long[columns.places()]);
                    Arrays.setAll(sum, n -> sum[n] + tally[n]);
                });
    }

    private void correct(
            LocalDate day,
            Instant known,
            int sign,
            Division division,
            Sums.Touched people,
            List<Short> inside,
            Map<String, long[]> sums) {
        if (!people.members().isEmpty()) {
            read(
                    PartColumns.OF_SOME,
                    Map.of(
                            "registers", people.registers().toArray(Short[]::new),
                            "members", people.members().toArray(Long[]::new)),
                    day,
                    known,
                    division,
                    (register, key, bits) -> {
                        if (inside.contains(register)) {
                            count(sums, key, bits, sign);
                        }
                    });
        }
    }

    private interface Person {
        void counts(short register, String key, int bits);
    }

    private void read(
            String some, Map<String, ?> which, LocalDate day, Instant known, Division division, Person person) {
        var second = division.second();
        var by = second == null ? List.of(division.first()) : List.of(division.first(), second);
        sql.sql(columns.people(by, some))
                .params(which)
                .param("day", day)
                .param("known", known.atOffset(ZoneOffset.UTC))
                .withFetchSize(5_000)
                .query(row -> {
                    var key = division.key(
                            new Division.Parts(row.getString(3), second == null ? null : row.getString(4)));
                    person.counts(row.getShort(1), key == null ? "" : key, row.getInt(2));
                });
    }

    private void count(Map<String, long[]> sums, String key, int bits, int sign) {
        var sum = sums.computeIfAbsent(key, text -> new long[columns.places()]);
        Arrays.setAll(sum, n -> sum[n] + (bits >> n & 1) * sign);
    }

    private Map<Place, Long> places(
            Reading reading, List<Indicator> asked, Division division, Division kept, Map<String, long[]> sums) {
        var counts = new HashMap<Place, Long>();
        sums.forEach((text, sum) -> {
            var parts = kept.parts(text.isEmpty() ? null : text);
            var key = division.key(kept.equals(division) ? parts : new Division.Parts(parts.second(), parts.first()));
            for (var indicator : asked) {
                var count = sum[columns.place(indicator)];
                if (count != 0) {
                    counts.put(new Place(reading.unit(), indicator.code(), key), count);
                }
            }
        });
        return Map.copyOf(counts);
    }
}

package vn.giaoban.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.figures.Composition.Scope;
import vn.giaoban.figures.Counts.Place;
import vn.giaoban.figures.Reckoning.Moment;
import vn.giaoban.figures.Reckoning.OnDay;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/**
 * The counting itself: one statement for all indicators of a reading.
 *
 * <p>What is known at an instant changes only if an entry of that instant or earlier is still being committed; so a count is kept under the
 * reading and the number of entries up to its instant, and is never out of date.
 */
@Repository
class Counting {

    private final JdbcClient sql;
    private final House house;
    private final Entries entries;
    private final Sums sums;
    private final PartSums parts;
    private final int fromUnits;
    private final int few;
    private final Counter fromSums;
    private final Counter fromRows;
    private final Cache<Asked, Composition> compositions =
            Caffeine.newBuilder().maximumSize(300).build();
    private final Cache<Kept, Counts> kept = Caffeine.newBuilder()
            .maximumWeight(150_000)
            .weigher((Kept key, Counts counts) -> 20 + counts.counts().size())
            .build();

    /**
     * @param fromUnits below so many units, a few hundred people, their rows are read at once
     * @param few above so many, reading all rows of the day is cheaper than reading them unit by unit
     */
    Counting(
            JdbcClient sql,
            House house,
            Entries entries,
            Sums sums,
            PartSums parts,
            MeterRegistry meters,
            @Value("${giaoban.sums.from-units:40}") int fromUnits,
            @Value("${giaoban.figures.few-units:5000}") int few) {
        this.sql = sql;
        this.house = house;
        this.entries = entries;
        this.sums = sums;
        this.parts = parts;
        this.fromUnits = fromUnits;
        this.few = few;
        this.fromSums = counter(meters, "sums");
        this.fromRows = counter(meters, "rows");
    }

    private static Counter counter(MeterRegistry meters, String from) {
        return Counter.builder("giaoban.counts")
                .description("Counts that were not remembered, by what they were made from")
                .tag("kind", from)
                .register(meters);
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        kept.invalidateAll();
    }

    private record Asked(
            Lines lines,
            List<Indicator> indicators,
            @Nullable Breakdown by,
            boolean inJanuary,
            Scope scope) {

        Asked only(List<Indicator> some, Scope in) {
            return new Asked(lines, some, by, inJanuary, in);
        }
    }

    private record Kept(Reading reading, Asked asked, long entries) {}

    /** @param indicators none of them a ratio or a population */
    Counts count(Reading reading, Lines lines, Collection<Indicator> indicators, @Nullable Breakdown by) {
        var inJanuary = reading.yearBefore().equals(reading.openingDay());
        var asked = new Asked(lines, List.copyOf(indicators), by, inJanuary, Scope.MANY);
        var key = new Kept(reading, asked, entries(reading));
        var before = kept.getIfPresent(key);
        if (before != null) {
            return before;
        }
        var counts = parts.counts(reading, lines, asked.indicators(), by).orElseGet(() -> run(reading, asked));
        kept.put(key, counts);
        return counts;
    }

    private record EntriesUntil(Instant known) {}

    private long entries(Reading reading) {
        return house.once(new EntriesUntil(reading.known()), () -> entries.lately(reading.known()));
    }

    private record UnitsBelow(UnitId unit, short hierarchy) {}

    /** Units that ever stood under it or for it, as anybody knew it; one more than {@link #few} are many. */
    private int unitsBelow(Reading reading) {
        return house.once(
                new UnitsBelow(reading.unit(), reading.hierarchy()),
                () -> sql.sql("""
                                select count(*)
                                  from (select from organisation_api.stands_under
                                         where ancestor_id = :unit and hierarchy_id = :hierarchy limit :most) below
                                """)
                        .param("unit", reading.unit().value())
                        .param("hierarchy", reading.hierarchy())
                        .param("most", few + 1)
                        .query(Integer.class)
                        .single());
    }

    private Counts run(Reading reading, Asked asked) {
        var units = unitsBelow(reading);
        var all = asked.only(asked.indicators(), units > few ? Scope.MANY : Scope.FEW);
        return units > fromUnits && asked.by() == null ? summed(reading, all) : rows(reading, all, null);
    }

    /** From sums as far as they go, the rest from the rows. */
    private Counts summed(Reading reading, Asked asked) {
        var base = sums.base(reading, asked.lines(), asked.scope(), asked.indicators());
        if (base == null) {
            return rows(reading, asked, null);
        }
        fromSums.increment();
        var counts = base.counts();
        if (!base.touched().members().isEmpty()) {
            var some = asked.only(base.answered(), Scope.SOME_PEOPLE);
            counts = counts.plus(rows(reading, some, base.touched()), 1)
                    .plus(rows(base.told(), some, base.touched()), -1);
        }
        var rest = asked.indicators().stream()
                .filter(indicator -> !base.answered().contains(indicator))
                .toList();
        return rest.isEmpty() ? counts : counts.plus(rows(reading, asked.only(rest, asked.scope()), null), 1);
    }

    private Counts rows(Reading reading, Asked asked, Sums.@Nullable Touched touched) {
        var composed = compositions.get(
                asked, key -> Composition.of(key.lines(), key.indicators(), key.by(), key.inJanuary(), key.scope()));
        var counts = new HashMap<Place, Long>();
        var registers = new HashSet<RegisterId>();
        var lines = new HashMap<UnitId, List<ChildLines.Days>>();
        var statement = sql.sql(composed.statement());
        if (touched == null) {
            fromRows.increment();
        } else {
            statement = statement
                    .param("registers", touched.registers().toArray(Short[]::new))
                    .param("members", touched.members().toArray(Long[]::new))
                    .param("units", touched.units().toArray(Long[]::new));
        }
        parameters(statement, reading, firstDay(reading, asked.indicators())).query(row -> {
            var branch = row.getInt(1);
            switch (branch) {
                case -1 -> registers.add(new RegisterId(row.getShort(2)));
                case -2 ->
                    lines.computeIfAbsent(new UnitId(row.getLong(2)), unit -> new ArrayList<>())
                            .add(days(row.getString(3)));
                default -> tally(row, composed.branches().get(branch), counts);
            }
        });
        return new Counts(Map.copyOf(counts), Set.copyOf(registers), Map.copyOf(lines));
    }

    private static void tally(ResultSet row, List<String> codes, Map<Place, Long> counts) throws SQLException {
        var line = new UnitId(row.getLong(2));
        var key = row.getString(3);
        var tally = (Long[]) row.getArray(4).getArray();
        for (int n = 0; n < tally.length; n++) {
            if (tally[n] != 0) {
                counts.merge(new Place(line, codes.get(n), key), tally[n], Long::sum);
            }
        }
    }

    private static ChildLines.Days days(String text) {
        var both = text.split(" ", 2);
        return new ChildLines.Days(day(both[0]), day(both[1]));
    }

    private static LocalDate day(String text) {
        return switch (text) {
            case "infinity" -> Days.FOREVER;
            case "-infinity" -> Days.EVER;
            default -> LocalDate.parse(text);
        };
    }

    /** The earliest day of which anything is counted: the ancestry before it need not be read. */
    static LocalDate firstDay(Reading reading, Collection<Indicator> asked) {
        var yearBefore = asked.stream()
                .anyMatch(i -> i.reckoning() instanceof OnDay stock && stock.moment() == Moment.YEAR_BEFORE);
        return yearBefore ? reading.yearBefore() : reading.openingDay();
    }

    static JdbcClient.StatementSpec parameters(
            JdbcClient.StatementSpec statement, Reading reading, LocalDate firstDay) {
        return statement
                .param("unit", reading.unit().value())
                .param("hierarchy", reading.hierarchy())
                .param("known", reading.known().atOffset(ZoneOffset.UTC))
                .param("on", reading.on(), Types.DATE)
                .param("from", reading.from())
                .param("until", reading.until())
                .param("first", firstDay)
                .param("last", reading.lastDay())
                .param("opening_day", reading.openingDay())
                .param("closing_day", reading.lastDay())
                .param("year_before", reading.yearBefore());
    }
}

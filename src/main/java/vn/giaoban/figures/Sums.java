package vn.giaoban.figures;

import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.figures.Composition.Scope;
import vn.giaoban.figures.Counts.Place;
import vn.giaoban.figures.Reckoning.Across;
import vn.giaoban.figures.Reckoning.Moment;
import vn.giaoban.figures.Reckoning.OnDay;
import vn.giaoban.figures.SumPieces.Piece;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Sql;
import vn.giaoban.shared.UnitId;

/**
 * Answers from sums by month instead of the rows of a day, where that gives the same (decision 0070): what the sums know, and which people
 * have to be counted twice more to know it as of the reading's instant.
 */
@Repository
class Sums {

    private static final String REGISTERS = Sql.beside(Sums.class, "sum-registers.sql");
    private static final String PASSINGS = Sql.beside(Sums.class, "sum-passings.sql");

    private final JdbcClient sql;
    private final SumColumns columns;
    private final SumPieces pieces;
    private final SumState states;
    private final SumChanges changes;
    private final String tallies;

    Sums(JdbcClient sql, SumColumns columns, SumPieces pieces, SumState states, SumChanges changes) {
        this.sql = sql;
        this.columns = columns;
        this.pieces = pieces;
        this.states = states;
        this.changes = changes;
        this.tallies = Sql.beside(Sums.class, "sum-tallies.sql")
                .replace(
                        "{sums}",
                        IntStream.rangeClosed(1, columns.places())
                                .mapToObj("sum(s.tally[%d])"::formatted)
                                .collect(Collectors.joining(", ")));
    }

    /** People by register and number, and the units that anything about them names. */
    record Touched(List<Short> registers, List<Long> members, List<Long> units) {

        static final Touched NOBODY = new Touched(List.of(), List.of(), List.of());

        /** Some may be in it twice. */
        Touched and(Touched others) {
            return new Touched(joined(registers, others.registers), joined(members, others.members), List.of());
        }

        private static <T> List<T> joined(List<T> some, List<T> others) {
            return Stream.concat(some.stream(), others.stream()).toList();
        }
    }

    /**
     * @param answered what was asked for, as far as sums tell it
     * @param told what the sums say it of: as known at their instant, and up to their last day
     * @param counts of that
     * @param touched who has to be taken away in that reading, and added in the one that was asked
     */
    record Base(List<Indicator> answered, Counts counts, Reading told, Touched touched) {}

    /** @return null where the rows have to be counted */
    @Nullable
    Base base(Reading reading, Lines lines, Scope scope, Collection<Indicator> asked) {
        var state = reading.hierarchy() == Reading.TERRITORIAL && lines != Lines.FORMER ? states.ready() : null;
        if (state == null || reading.from().isAfter(state.today())) {
            return null;
        }
        var told = reading.lastDay().isAfter(state.today())
                ? reading.over(reading.from(), state.today().plusDays(1))
                : reading;
        var kept = covers(state, told) ? kept(state, reading, asked) : List.<Indicator>of();
        if (kept.isEmpty()) {
            return null;
        }
        var touched = changes.since(state, reading);
        if (touched == null) {
            return null;
        }
        var found = pieces.of(reading, lines, scope, Counting.firstDay(reading, kept));
        var answered = kept.stream()
                .filter(indicator -> isTold(indicator, reading, found))
                .toList();
        if (answered.isEmpty()) {
            return null;
        }
        var counts = new HashMap<Place, Long>();
        var sums = sums(told, found.pieces());
        takeAwayItself(reading, found.pieces(), sums);
        var passed = answered.stream().anyMatch(Sums::passes) ? passed(told, found.pieces()) : Map.<Passed, Long>of();
        for (var line : found.lines()) {
            for (var indicator : answered) {
                var value = value(
                        indicator,
                        role -> sums.get(new Summed(line, role)),
                        flow -> passed.getOrDefault(new Passed(line, flow), 0L).intValue());
                if (value != 0) {
                    counts.put(new Place(line, indicator.code(), null), value);
                }
            }
        }
        return new Base(
                answered,
                new Counts(counts, registers(reading, found.pieces()), found.days()),
                told.knownAt(state.known()),
                touched);
    }

    /** What there are sums of, on each day that its indicators name. */
    private List<Indicator> kept(SumState.State state, Reading reading, Collection<Indicator> asked) {
        return asked.stream()
                .filter(columns::keeps)
                .filter(indicator -> !(indicator.reckoning() instanceof OnDay stock)
                        || !reading.day(stock.moment()).isBefore(state.first()))
                .toList();
    }

    /** Not what one unit of a sum did while the sum itself crossed the border; and not what passed between a top and a bundle. */
    private static boolean isTold(Indicator indicator, Reading reading, SumPieces.Found found) {
        return found.kept()
                && (!(indicator.reckoning() instanceof Across)
                        || found.wholeWithin(reading) && !(passes(indicator) && found.mixed()));
    }

    private static boolean passes(Indicator indicator) {
        return indicator.reckoning() instanceof Across across
                && across.flows().stream().anyMatch(StepRows.CROSSINGS::contains);
    }

    private static boolean covers(SumState.State state, Reading told) {
        var last = told.lastDay();
        return told.from().getDayOfMonth() == 1
                && !told.openingDay().isBefore(state.first())
                && (last.equals(state.today()) || last.plusDays(1).getDayOfMonth() == 1);
    }

    // --- sums of the pieces

    private record Summed(UnitId line, String role) {}

    private record Passed(UnitId line, String flow) {}

    private static int month(LocalDate day) {
        return SumState.month(YearMonth.from(day));
    }

    private Map<Summed, long[]> sums(Reading reading, List<Piece> found) {
        var sums = new HashMap<Summed, long[]>();
        arrays(tallies, found)
                .param("openings", flags(found, piece -> piece.inside(reading.openingDay())), Types.ARRAY)
                .param("closings", flags(found, piece -> piece.inside(reading.lastDay())), Types.ARRAY)
                .param("befores", flags(found, piece -> piece.inside(reading.yearBefore())), Types.ARRAY)
                .param("withins", flags(found, piece -> piece.within(reading)), Types.ARRAY)
                .param("opening", month(reading.openingDay()))
                .param("closing", month(reading.lastDay()))
                .param("before", month(reading.yearBefore()))
                .param("first", month(reading.from()))
                .param("last", month(reading.lastDay()))
                .query(row -> {
                    var all = (Long[]) row.getArray(3).getArray();
                    sums.put(
                            new Summed(new UnitId(row.getLong(1)), row.getString(2)),
                            Arrays.stream(all).mapToLong(Long::longValue).toArray());
                });
        return sums;
    }

    private Map<Passed, Long> passed(Reading reading, List<Piece> found) {
        var passed = new HashMap<Passed, Long>();
        var within = found.stream().filter(piece -> piece.within(reading)).toList();
        arrays(PASSINGS, within)
                .param("first", month(reading.from()))
                .param("last", month(reading.lastDay()))
                .query(row -> {
                    passed.put(new Passed(new UnitId(row.getLong(1)), row.getString(2)), row.getLong(3));
                });
        return passed;
    }

    private JdbcClient.StatementSpec arrays(String statement, List<Piece> found) {
        return sql.sql(statement)
                .param(
                        "lines",
                        found.stream().map(piece -> piece.line().value()).toArray(Long[]::new))
                .param("anchors", found.stream().map(Piece::anchor).toArray(Long[]::new))
                .param(
                        "layers",
                        found.stream().map(piece -> (short) piece.layer()).toArray(Short[]::new));
    }

    private static Boolean[] flags(List<Piece> found, Predicate<Piece> holds) {
        return found.stream().map(holds::test).toArray(Boolean[]::new);
    }

    private long value(Indicator indicator, Function<String, long @Nullable []> tally, ToIntFunction<String> passed) {
        if (indicator.reckoning() instanceof OnDay stock) {
            return at(tally.apply(stock.moment().name()), columns.place(stock));
        }
        return ((Across) indicator.reckoning())
                .flows().stream()
                        .mapToLong(flow -> columns.flows().containsKey(flow)
                                ? at(tally.apply("WITHIN"), columns.flows().get(flow))
                                : passed.applyAsInt(flow))
                        .sum();
    }

    private static long at(long @Nullable [] tally, int place) {
        return tally == null ? 0 : tally[place - 1];
    }

    /** Units count for those above them, never for themselves; the sums that it is in count it. */
    private void takeAwayItself(Reading reading, List<Piece> found, Map<Summed, long[]> sums) {
        var own = states.anchors(reading.unit());
        for (var moment : Moment.values()) {
            var day = reading.day(moment);
            found.stream()
                    .filter(piece -> own.contains(new SumState.Anchor(piece.layer(), piece.anchor())))
                    .filter(piece -> piece.inside(day))
                    .map(piece -> sums.get(new Summed(piece.line(), moment.name())))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(tally -> columns.stocks().forEach((source, stocks) -> {
                        if (source.rows().of() == DayRows.Of.UNIT) {
                            states.itself(reading, source, stocks, day)
                                    .forEach((place, count) -> tally[place - 1] -= count);
                        }
                    }));
        }
    }

    private Set<RegisterId> registers(Reading reading, List<Piece> found) {
        Set<RegisterId> registers = new HashSet<>(sql.sql(REGISTERS)
                .param(
                        "anchors",
                        found.stream()
                                .filter(piece -> piece.from().isBefore(reading.until())
                                        && piece.until().isAfter(reading.openingDay()))
                                .map(Piece::anchor)
                                .distinct()
                                .toArray(Long[]::new),
                        Types.ARRAY)
                .param("tops", anchors(found, 2), Types.ARRAY)
                .param("bundles", anchors(found, 1), Types.ARRAY)
                .param("unit", reading.unit().value())
                .param("known", reading.known().atOffset(ZoneOffset.UTC))
                .param("on", reading.on(), Types.DATE)
                .param("last", reading.lastDay())
                .param("opening_day", reading.openingDay())
                .query((row, n) -> new RegisterId(row.getShort(1)))
                .list());
        return registers.isEmpty() ? states.registerOf(reading.unit()) : registers;
    }

    private static Long[] anchors(List<Piece> found, int layer) {
        return found.stream()
                .filter(piece -> piece.layer() == layer)
                .map(Piece::anchor)
                .distinct()
                .toArray(Long[]::new);
    }
}

package vn.giaoban.figures;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaoban.figures.Reckoning.ByAttribute;
import vn.giaoban.figures.Reckoning.Moment;
import vn.giaoban.figures.Reckoning.OnDay;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/**
 * Keeps small numbers about people from readers without right to people (privacy P5): kinds of removal, exemption, and breakdowns by
 * religion and ethnicity appear only for units and values above the limits in force.
 *
 * <p>A small number could also be had as the difference of two that are not small. So these figures have fixed periods (half-years and
 * years, of which each half passes alone), one structure and one instant; the lines beside them pass too, or all are withheld together; and
 * where one part of a whole is withheld, so is the next smallest ({@link SafeParts}).
 */
@Component
class SmallCounts {

    private static final List<String> REMOVALS = List.of("struck-off", "resigned", "expelled");

    private final Organisation organisation;
    private final Counting counting;
    private final Catalogue catalogue;
    private final Entries entries;
    private final JdbcClient sql;

    SmallCounts(Organisation organisation, Counting counting, Catalogue catalogue, Entries entries, JdbcClient sql) {
        this.organisation = organisation;
        this.counting = counting;
        this.catalogue = catalogue;
        this.entries = entries;
        this.sql = sql;
    }

    private record Limits(int members, int value) {

        boolean passes(long number) {
            return number == 0 || number >= value;
        }
    }

    boolean seesAll(Actor by, Reading reading, Subject unit) {
        return organisation.may(by, Verb.SEE_PERSONS, unit.id(), Questions.treeOf(reading, unit));
    }

    List<Figure> guarded(Actor reader, Reading reading, Subject unit, @Nullable Division by, List<Figure> figures) {
        var delicate = figures.stream()
                .map(Figure::indicator)
                .filter(Indicator::delicate)
                .toList();
        var sensitive = by != null && by.sensitive() ? by : null;
        if (sensitive == null && delicate.isEmpty() || seesAll(reader, reading, unit)) {
            return figures;
        }
        var limits = limits(reading);
        var open = isFixedPeriod(reading) && members(reading) >= limits.members();
        var kinds = open && by == null ? shownKinds(reading, limits) : Set.<String>of();
        return figures.stream()
                .map(figure -> {
                    if (figure.indicator().delicate() && !kinds.contains(figure.code())) {
                        return withheld(figure);
                    }
                    return sensitive == null
                            ? figure
                            : (open ? safeParts(reading, sensitive, figure, limits) : SafeParts.NONE)
                                    .shown(figure, sensitive);
                })
                .toList();
    }

    /** Lines stand side by side, so either all of them show a delicate figure or none does. */
    List<ChildLines.Line> guardedLines(Actor by, Reading reading, Subject unit, List<ChildLines.Line> lines) {
        var delicate = lines.stream()
                .flatMap(line -> line.figures().stream())
                .anyMatch(figure -> figure.indicator().delicate());
        if (!delicate || seesAll(by, reading, unit)) {
            return lines;
        }
        var limits = limits(reading);
        var shown = isFixedPeriod(reading) ? shownKinds(reading, limits) : Set.<String>of();
        for (var half : halves(reading)) {
            shown = failing(half, limits, shown);
        }
        var pass = Set.copyOf(shown);
        return lines.stream()
                .map(line -> new ChildLines.Line(
                        line.unit(),
                        line.days(),
                        line.own(),
                        line.figures().stream()
                                .map(figure -> figure.indicator().delicate() && !pass.contains(figure.code())
                                        ? withheld(figure)
                                        : figure)
                                .toList()))
                .toList();
    }

    private static Figure withheld(Figure figure) {
        return figure.value() == null ? figure : Figure.none(figure.indicator(), Why.WITHHELD);
    }

    private Limits limits(Reading reading) {
        return sql.sql("""
                        select least_members, least_value
                          from figures.small_count
                         where from_day <= :day and :day < until_day
                           and recorded_at <= :known and :known < superseded_at
                         order by least_members desc, least_value desc
                         limit 1
                        """)
                .param("day", reading.lastDay())
                .param("known", reading.known().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Limits(row.getInt(1), row.getInt(2)))
                .optional()
                .orElse(new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    private boolean isFixedPeriod(Reading reading) {
        return reading.structure().kind() == TreeChoice.Kind.AS_WAS
                && !reading.known().isBefore(entries.latest())
                && !halves(reading).isEmpty();
    }

    /** The half-years of a half-year or a year of the calendar; none for any other period. */
    private static List<Reading> halves(Reading reading) {
        var from = reading.from();
        var months = from.getMonthValue();
        if (from.getDayOfMonth() != 1 || months != 1 && months != 7) {
            return List.of();
        }
        var half = from.plusMonths(6);
        if (reading.until().equals(half)) {
            return List.of(reading);
        }
        LocalDate year = from.plusMonths(12);
        return months == 1 && reading.until().equals(year)
                ? List.of(reading.over(from, half), reading.over(half, year))
                : List.of();
    }

    private long members(Reading reading) {
        return counting.count(reading, Lines.total(reading), List.of(catalogue.named("members")), null)
                .of(reading.unit(), "members");
    }

    private List<Indicator> kinds() {
        return catalogue.indicators().stream().filter(Indicator::delicate).toList();
    }

    /** Kinds large enough here, in each half of a year, and not to be had from the lines beside this one. */
    private Set<String> shownKinds(Reading reading, Limits limits) {
        var shown = kinds().stream().map(Indicator::code).collect(Collectors.toSet());
        for (var half : halves(reading)) {
            var counts = counting.count(half, Lines.total(half), kinds(), null);
            shown.removeIf(kind -> counts.of(half.unit(), kind) < limits.value());
            for (var parent : besides(half)) {
                shown = failing(parent, limits, shown);
            }
        }
        // "removed" is the sum of three: of one withheld alone the difference would tell
        var withheld = REMOVALS.stream().filter(Predicate.not(shown::contains)).toList();
        if (withheld.size() == 1) {
            shown.removeAll(REMOVALS);
        }
        return shown;
    }

    /** The reading of the unit under which this one stands: its lines can be subtracted from it. */
    private List<Reading> besides(Reading reading) {
        return sql
                .sql("""
                        select s.ancestor_id
                          from organisation_api.stands_under s
                         where s.unit_id = :unit and s.distance = 1 and s.hierarchy_id = 1
                           and s.from_day <= :day and :day < s.until_day
                           and s.recorded_at <= :known and :known < s.superseded_at
                        """)
                .param("unit", reading.unit().value())
                .param("day", reading.lastDay())
                .param("known", reading.known().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list()
                .stream()
                .map(parent -> reading.of(new UnitId(parent)))
                .toList();
    }

    /** Without the kinds of which some line has few, or has any and few members. */
    private Set<String> failing(Reading reading, Limits limits, Set<String> kinds) {
        var asked = new ArrayList<>(kinds());
        asked.add(catalogue.named("members"));
        var counts = counting.count(reading, Lines.CHILDREN, asked, null);
        return kinds.stream()
                .filter(kind -> counts.lines().keySet().stream()
                        .allMatch(line -> counts.of(line, kind) == 0
                                || counts.of(line, kind) >= limits.value()
                                        && counts.of(line, "members") >= limits.members()))
                .collect(Collectors.toSet());
    }

    /** By all tables from which the figure could be had: the units above and beside, each half of a year, the rest of the members. */
    private SafeParts safeParts(Reading reading, Division by, Figure figure, Limits limits) {
        var indicator = figure.indicator();
        if (indicator.reckoning() instanceof ByAttribute || by.first().sensitive() && isSensitive(by.second())) {
            return SafeParts.NONE;
        }
        return safeParts(reading, by, indicator, limits);
    }

    private SafeParts safeParts(Reading reading, Division by, Indicator indicator, Limits limits) {
        var periods = new HashSet<>(indicator.kind() == Indicator.Kind.FLOW ? halves(reading) : List.<Reading>of());
        periods.add(reading);
        var tables = new ArrayList<SafeParts.Table>();
        for (var period : periods) {
            tables.addAll(tables(period, Lines.total(period), indicator, by));
            besides(period).forEach(parent -> tables.addAll(tables(parent, Lines.CHILDREN, indicator, by)));
        }
        return besides(reading).stream()
                .findFirst()
                .map(parent -> safeParts(parent, by, indicator, limits).below(tables, limits.value()))
                .orElseGet(() -> SafeParts.of(tables, limits.value()));
    }

    private static boolean isSensitive(@Nullable Breakdown breakdown) {
        return breakdown != null && breakdown.sensitive();
    }

    /** One for each line, and where a stock leaves members out, one for those whom it leaves out. */
    private Collection<SafeParts.Table> tables(Reading reading, Lines lines, Indicator indicator, Division by) {
        var members = catalogue.named("members");
        var left = indicator.reckoning() instanceof OnDay stock
                && stock.moment() == Moment.CLOSING
                && !stock.condition().equals("true");
        var counts =
                counting.count(reading, lines, left ? List.of(indicator, members) : List.of(indicator), by.breakdown());
        var tables = new HashMap<Object, SafeParts.Table>();
        counts.counts().forEach((place, count) -> {
            var parts = by.parts(place.key());
            var turned = by.first().sensitive() ? parts : new Division.Parts(parts.second(), parts.first());
            var isIndicator = place.indicator().equals(indicator.code());
            if (isIndicator) {
                add(tables.computeIfAbsent(place.line(), line -> new SafeParts.Table()), turned, count);
            }
            if (left) {
                add(
                        tables.computeIfAbsent(List.of(place.line()), line -> new SafeParts.Table()),
                        turned,
                        isIndicator ? -count : count);
            }
        });
        return tables.values();
    }

    private static void add(SafeParts.Table table, Division.Parts parts, long count) {
        table.add(parts.first(), parts.second(), count);
    }
}

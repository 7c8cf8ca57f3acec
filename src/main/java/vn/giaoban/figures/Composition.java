package vn.giaoban.figures;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Reckoning.Across;
import vn.giaoban.figures.Reckoning.InPeriod;
import vn.giaoban.figures.Reckoning.Moment;
import vn.giaoban.figures.Reckoning.OnDay;
import vn.giaoban.figures.Reckoning.Reach;
import vn.giaoban.shared.Sql;

/**
 * One statement for everything that is asked of one reading: the units inside once, then one branch for each source and day, each with one
 * counter for each indicator. Put together of declared constants only; days, unit and instant are parameters.
 *
 * @param branches codes of the indicators that each branch counts, in the order of its counters
 */
record Composition(String statement, List<List<String>> branches) {

    private static final String FLOWS = Sql.beside(Composition.class, "flows.sql");
    static final String REACH = Sql.beside(Composition.class, "reach.sql");

    /** Branch -1: the registers in which what is inside was first entered. */
    private static final String REGISTERS = """
            select distinct -1 as branch, u.register_id::bigint as line_id, null::text as key, null::bigint[] as tally
              from counted c
              join organisation_api.unit u on u.unit_id = c.unit_id
             where c.from_day <= :last and c.until_day > :opening_day
               and (c.unit_id <> :unit or not exists (select from counted o where o.unit_id <> :unit))
            """;

    /** Branch -2: the days, within the period and the day before it, on which each line stood where it is counted. */
    private static final String LINES = """
            select -2 as branch, l.line_id,
                   greatest(l.from_day, :opening_day) || ' ' || least(l.until_day, :until) as key, null::bigint[] as tally
              from line l
             where l.from_day <= :last and l.until_day > :opening_day
            """;

    /** How much of what is inside is counted, and so which way it is read. */
    enum Scope {
        /** Much: rows are added up by unit before the units are looked up. */
        MANY(""),
        /** A few thousand units: from them to their rows. */
        FEW(""),
        /** Some people alone, wherever they were; neither registers nor days of lines. Parameters: registers, members, units. */
        SOME_PEOPLE("""
            , touched as materialized (
                select distinct * from unnest(cast(:registers as smallint[]), cast(:members as bigint[])) as t (register_id, member_id)
            ), wanted as materialized (select unnest(cast(:units as bigint[])) as unit_id)""");

        private final String wanted;

        Scope(String wanted) {
            this.wanted = wanted;
        }

        String persons(String alias) {
            return this == SOME_PEOPLE
                    ? "\njoin touched on touched.register_id = %1$s.register_id and touched.member_id = %1$s.member_id"
                            .formatted(alias)
                    : "";
        }
    }

    /**
     * @param asked none of them a ratio or a population
     * @param inJanuary whether the period begins with a year, so that its opening is the end of the year before
     */
    static Composition of(
            Lines lines, Collection<Indicator> asked, @Nullable Breakdown by, boolean inJanuary, Scope scope) {
        var statement = new StringBuilder(scope.wanted.isEmpty() ? lines.inside() : lines.inside(scope.wanted));
        var branches = new ArrayList<List<String>>();
        var selects = new ArrayList<String>();
        stocks(asked, inJanuary).forEach((group, indicators) -> {
            selects.add(stock(branches.size(), group, indicators, by, scope));
            branches.add(codes(indicators));
        });
        grouped(asked, InPeriod.class, InPeriod::rows).forEach((rows, indicators) -> {
            selects.add(events(branches.size(), rows, indicators));
            branches.add(codes(indicators));
        });
        var steps = grouped(asked, Across.class, Across::rows);
        if (steps.size() > 1) {
            throw new IllegalStateException("steps of people are declared by one module");
        }
        steps.forEach((rows, indicators) -> {
            var reaching = indicators.stream().anyMatch(i -> ((Across) i.reckoning()).reach() != Reach.ANY);
            statement.append(flows(rows, scope)).append(reaching ? REACH : "");
            selects.add(flow(branches.size(), rows, reaching ? "reached" : "flow", indicators, by));
            branches.add(codes(indicators));
        });
        if (scope != Scope.SOME_PEOPLE) {
            selects.add(REGISTERS);
        }
        if (lines == Lines.CHILDREN && scope != Scope.SOME_PEOPLE) {
            selects.add(LINES);
        }
        statement.append(String.join("union all\n", selects));
        return new Composition(statement.toString(), branches);
    }

    /** What is counted together: one source on one day. Its details are joined once if any of its indicators needs them. */
    private record Group(DayRows rows, Moment moment) {}

    private static Map<Group, List<Indicator>> stocks(Collection<Indicator> asked, boolean inJanuary) {
        var groups = new LinkedHashMap<Group, List<Indicator>>();
        for (var indicator : asked) {
            if (indicator.reckoning() instanceof OnDay stock) {
                var moment = inJanuary && stock.moment() == Moment.YEAR_BEFORE ? Moment.OPENING : stock.moment();
                groups.computeIfAbsent(new Group(stock.rows(), moment), group -> new ArrayList<>())
                        .add(indicator);
            }
        }
        return groups;
    }

    private static <R extends Reckoning, S> Map<S, List<Indicator>> grouped(
            Collection<Indicator> asked, Class<R> type, java.util.function.Function<R, S> source) {
        var groups = new LinkedHashMap<S, List<Indicator>>();
        for (var indicator : asked) {
            if (type.isInstance(indicator.reckoning())) {
                groups.computeIfAbsent(source.apply(type.cast(indicator.reckoning())), rows -> new ArrayList<>())
                        .add(indicator);
            }
        }
        return groups;
    }

    private static List<String> codes(List<Indicator> indicators) {
        return indicators.stream().map(Indicator::code).toList();
    }

    static String dayOf(Moment moment) {
        return switch (moment) {
            case OPENING -> "cast(:opening_day as date)";
            case CLOSING -> "cast(:closing_day as date)";
            case YEAR_BEFORE -> "cast(:year_before as date)";
        };
    }

    /** Of few units, from each to the steps out of it and into it; one that is both is one step. */
    static String flows(StepRows rows, Scope scope) {
        var steps = scope == Scope.FEW ? """
                  (select distinct x.*
                     from (select distinct unit_id from inside) i
                    cross join lateral (select * from %1$s t where t.to_unit = i.unit_id
                                         union all
                                        select * from %1$s f where f.from_unit = i.unit_id offset 0) x) m
                  """.formatted(rows.steps()) : rows.steps() + " m" + scope.persons("m");
        return FLOWS.replace("{steps}", steps)
                .replace("{present}", rows.present().rows().replace("{day}", "b.day - 1"));
    }

    /** Rows of a source on a day, with what a breakdown and the conditions join. */
    static String from(DayRows rows, String day, boolean detailed, @Nullable Breakdown by) {
        return joined(rows.rows() + " r", rows, day, detailed, by);
    }

    private static String joined(String source, DayRows rows, String day, boolean detailed, @Nullable Breakdown by) {
        return (source + (detailed || by != null ? "\n" + rows.details() : "") + (by == null ? "" : "\n" + by.joins()))
                .replace("{day}", day);
    }

    /** Rows with the counted unit {@code c} that each is in: from the rows, or from few units to theirs whatever the planner thinks. */
    private static String inCounted(Group group, String day, boolean detailed, @Nullable Breakdown by, Scope scope) {
        var rows = group.rows();
        if (scope == Scope.FEW && rows.spans() != null) {
            var source = "counted c cross join lateral (select * from " + rows.rows()
                    + " x where x.unit_id = c.unit_id offset 0) r";
            return joined(source, rows, day, detailed, by);
        }
        var persons = rows.of() == DayRows.Of.MEMBER ? scope.persons("r") : "";
        return joined(rows.rows() + " r" + persons, rows, day, detailed, by)
                + "\njoin counted c on c.unit_id = r.unit_id";
    }

    /** Many people are added up cell by cell before the cells are looked up; units are few and read one by one. */
    private static String stock(
            int branch, Group group, List<Indicator> indicators, @Nullable Breakdown by, Scope scope) {
        var day = dayOf(group.moment());
        var detailed = indicators.stream().anyMatch(i -> ((OnDay) i.reckoning()).detailed());
        var ofUnits = group.rows().of() == DayRows.Of.UNIT;
        var key = by == null ? "null::text" : by.key().replace("{day}", day);
        var counters = indicators.stream().map(i -> ((OnDay) i.reckoning()).condition());
        if (ofUnits || scope != Scope.MANY) {
            return """
                    select %d as branch, c.line_id, %s as key, array[%s] as tally
                      from %s
                     where c.from_day <= %s and %s < c.until_day and %s
                     group by 2, 3
                    """.formatted(
                            branch,
                            key,
                            filtered(counters),
                            inCounted(group, day, detailed, by, scope),
                            day,
                            day,
                            ofUnits ? "r.unit_id <> :unit" : "true");
        }
        var sums = Stream.iterate(1, n -> n + 1)
                .limit(indicators.size())
                .map(n -> "sum(g.tally[" + n + "])::bigint")
                .collect(joining(", "));
        return """
                select %d as branch, c.line_id, g.key, array[%s] as tally
                  from (select r.unit_id, %s as key, array[%s] as tally
                          from %s
                         group by 1, 2) g
                  join counted c on c.unit_id = g.unit_id and c.from_day <= %s and %s < c.until_day
                 group by 2, 3
                """.formatted(branch, sums, key, filtered(counters), from(group.rows(), day, detailed, by), day, day);
    }

    private static String events(int branch, EventRows rows, List<Indicator> indicators) {
        return """
                select %d as branch, c.line_id, null::text as key, array[%s] as tally
                  from %s r
                  join counted c on c.unit_id = r.unit_id and c.from_day <= r.day and r.day < c.until_day
                 where r.unit_id <> :unit
                 group by 2, 3
                """.formatted(
                branch, filtered(indicators.stream().map(i -> ((InPeriod) i.reckoning()).condition())), rows.rows());
    }

    private static String flow(
            int branch, StepRows rows, String table, List<Indicator> indicators, @Nullable Breakdown by) {
        var details = by == null ? "" : (rows.details() + "\n" + by.joins()).replace("{day}", "r.day");
        var key = by == null ? "null::text" : by.key().replace("{day}", "r.day");
        return """
                select %d as branch, r.line_id, %s as key, array[%s] as tally
                  from (select * from %s where flow in (%s)) r
                  %s
                 group by 2, 3
                """.formatted(
                        branch,
                        key,
                        filtered(indicators.stream().map(i -> condition((Across) i.reckoning()))),
                        table,
                        quoted(indicators.stream().flatMap(i -> ((Across) i.reckoning()).flows().stream())),
                        details);
    }

    private static String quoted(Stream<String> flows) {
        return flows.distinct().sorted().map(flow -> "'" + flow + "'").collect(joining(", "));
    }

    static String condition(Across across) {
        var any = "r.flow in (" + quoted(across.flows().stream()) + ")";
        return switch (across.reach()) {
            case ANY -> any;
            case NEAR -> any + " and r.near";
            case FAR -> any + " and not r.near";
        };
    }

    private static String filtered(Stream<String> conditions) {
        return conditions
                .map(condition -> "count(*) filter (where " + condition + ")")
                .collect(joining(", "));
    }
}

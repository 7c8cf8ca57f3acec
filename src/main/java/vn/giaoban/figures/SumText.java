package vn.giaoban.figures;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import vn.giaoban.figures.SumColumns.Source;
import vn.giaoban.figures.SumColumns.Stock;

/**
 * The statements that add what rows contribute to the sums, or take it away. Parameters: known, sign (1 or -1), after and up_to (the days on
 * which what begins or ends is looked at; after is null for all), first (the first day of all), running (the last month), and those of the
 * rows that are looked at.
 */
final class SumText {

    /** Which rows are looked at. */
    enum Rows {
        /** Of the people, and the units, first entered in a register. Parameter: register. */
        OF_REGISTER(
                "",
                "r.register_id = :register",
                "join organisation_api.unit u on u.unit_id = r.unit_id",
                "u.register_id = :register"),
        OF_ALL("", "true", "", "true"),
        /** Of some people and of some units. Parameters: registers, members, units. */
        OF_SOME("""
                join unnest(cast(:registers as smallint[]), cast(:members as bigint[])) as touched (register_id, member_id)
                     on touched.register_id = r.register_id and touched.member_id = r.member_id""", "true", "", "r.unit_id = any (:units)");

        private final String joinPeople;
        private final String wherePeople;
        private final String joinUnits;
        private final String whereUnits;

        Rows(String joinPeople, String wherePeople, String joinUnits, String whereUnits) {
            this.joinPeople = joinPeople;
            this.wherePeople = wherePeople;
            this.joinUnits = joinUnits;
            this.whereUnits = whereUnits;
        }

        private String joins(boolean people) {
            return people ? joinPeople : joinUnits;
        }

        private String where(boolean people) {
            return people ? wherePeople : whereUnits;
        }
    }

    private final SumColumns columns;

    SumText(SumColumns columns) {
        this.columns = columns;
    }

    private static String month(String day) {
        return "(extract(year from %1$s) * 12 + extract(month from %1$s) - 1)::int".formatted(day);
    }

    /** Into {@code figures.month_sum}. */
    String sums(Rows rows) {
        var parts = new ArrayList<String>();
        columns.stocks().forEach((source, stocks) -> parts.add(edges(rows, source, stocks)));
        parts.add(flows(rows));
        var stocks = columns.places() - columns.flows().size();
        return """
                with part as (
                %s), agg as (
                    select l.layer, l.anchor_id, p.month, %s
                      from part p
                      join figures.bundle b on b.unit_id = p.unit_id
                      join figures.bundle_top t on t.bundle_id = b.bundle_id
                     cross join lateral (values (1, b.bundle_id), (2, t.top_id)) as l (layer, anchor_id)
                     group by 1, 2, 3
                ), dense as (
                    select a.layer, a.anchor_id, m.month, %s
                      from (select layer, anchor_id, min(month) as first from agg group by 1, 2) a
                     cross join lateral generate_series(a.first, :running) as m (month)
                     union all
                    select * from agg
                ), filled as (
                    select layer, anchor_id, month, %s
                      from dense
                     group by 1, 2, 3
                ), summed as (
                    select layer, anchor_id, month, %s
                      from filled
                    window w as (partition by layer, anchor_id order by month)
                )
                insert into figures.month_sum as kept (anchor_id, layer, month, tally)
                select anchor_id, layer, month, array[%s]::int[]
                  from summed
                 where (%s) <> (%s)
                 order by month, layer, anchor_id  -- neighbours of a month lie together
                on conflict (month, layer, anchor_id) do update set tally = array[%s]
                """.formatted(
                String.join("union all\n", parts),
                each(n -> "sum(p.c%1$d)::int as c%1$d".formatted(n)),
                each("0 as c%d"::formatted),
                each(n -> "sum(c%1$d)::int as c%1$d".formatted(n)),
                each(n -> n <= stocks ? "sum(c%1$d) over w as c%1$d".formatted(n) : "c%1$d as c%1$d".formatted(n)),
                each("c%d * :sign"::formatted),
                each("c%d"::formatted),
                each(n -> "0"),
                each(n -> "kept.tally[%1$d] + excluded.tally[%1$d]".formatted(n)));
    }

    /** Where rows begin they are added, where they end they are taken away. */
    private String edges(Rows rows, Source source, List<Stock> stocks) {
        return """
                select r.unit_id, %s as month, %s
                  from %s
                  %s
                 cross join lateral (values (r.from_day, 1), (r.until_day, -1)) as e (day, sign)
                 where %s and (cast(:after as date) is null or e.day > :after) and e.day <= :up_to
                 group by 1, 2, e.sign
                """.formatted(
                        month("greatest(e.day, :first)"),
                        each(n -> stocks.stream()
                                .filter(stock -> stock.place() == n)
                                .map(stock -> "(e.sign * count(*) filter (where %s))::int as c%d"
                                        .formatted(stock.condition(), n))
                                .findFirst()
                                .orElse("0 as c" + n)),
                        source.text(),
                        rows.joins(source.ofPeople()),
                        rows.where(source.ofPeople()));
    }

    private String flows(Rows rows) {
        return """
                select coalesce(r.to_unit, r.from_unit), %s as month, %s
                  from %s r
                  %s
                 where %s and r.kind not in ('transfer', 'carried')
                 group by 1, 2
                """.formatted(
                month("r.day"),
                each(n -> columns.flows().entrySet().stream()
                        .filter(flow -> flow.getValue() == n)
                        .map(flow -> "(count(*) filter (where r.kind = '%s'))::int as c%d".formatted(flow.getKey(), n))
                        .findFirst()
                        .orElse("0 as c" + n)),
                columns.steps().steps(),
                rows.joins(true),
                rows.where(true));
    }

    /** Into {@code figures.passing}. */
    String passings(Rows rows) {
        return """
                insert into figures.passing as kept (to_anchor, layer, month, from_anchor, passed)
                select l.to_anchor, l.layer, %s, l.from_anchor, :sign * count(*)
                  from %s r
                  %s
                  left join figures.bundle fb on fb.unit_id = r.from_unit
                  left join figures.bundle_top ft on ft.bundle_id = fb.bundle_id
                  left join figures.bundle tb on tb.unit_id = r.to_unit
                  left join figures.bundle_top tt on tt.bundle_id = tb.bundle_id
                 cross join lateral (values (1, coalesce(fb.bundle_id, 0), coalesce(tb.bundle_id, 0)),
                                            (2, coalesce(ft.top_id, 0), coalesce(tt.top_id, 0))) as l (layer, from_anchor, to_anchor)
                 where %s and r.kind = 'transfer' and l.from_anchor <> l.to_anchor
                 group by 1, 2, 3, 4
                 order by 3, 2, 1, 4
                on conflict (month, layer, to_anchor, from_anchor) do update set passed = kept.passed + excluded.passed
                """.formatted(month("r.day"), columns.steps().steps(), rows.joins(true), rows.where(true));
    }

    /**
     * Where the sums of a month are not what the rows say, counted another way: {@code layer, anchor_id, kept, counted}. Parameters:
     * known, hierarchy, day (the last of the month that is summed), from, until, month.
     */
    String differences() {
        var parts = new ArrayList<String>();
        columns.stocks()
                .forEach((source, stocks) -> parts.add("""
                select r.unit_id, %s
                  from %s
                 group by 1
                """.formatted(
                                each(n -> stocks.stream()
                                        .filter(stock -> stock.place() == n)
                                        .map(stock -> "(count(*) filter (where %s))::int as c%d"
                                                .formatted(stock.condition(), n))
                                        .findFirst()
                                        .orElse("0 as c" + n)),
                                Composition.from(source.rows(), "cast(:day as date)", source.detailed(), null))));
        parts.add(
                flows(Rows.OF_ALL).replace(month("r.day") + " as month, ", "").replace("group by 1, 2", "group by 1"));
        return """
                with part as (
                %s), counted as (
                    select l.layer, l.anchor_id, array[%s]::int[] as tally
                      from part p
                      join figures.bundle b on b.unit_id = p.unit_id
                      join figures.bundle_top t on t.bundle_id = b.bundle_id
                     cross join lateral (values (1, b.bundle_id), (2, t.top_id)) as l (layer, anchor_id)
                     group by 1, 2
                ), kept as (
                    select layer, anchor_id, tally from figures.month_sum where month = :month
                )
                select coalesce(k.layer, c.layer), coalesce(k.anchor_id, c.anchor_id), k.tally::text, c.tally::text
                  from kept k
                  full join counted c on c.layer = k.layer and c.anchor_id = k.anchor_id
                 where coalesce(k.tally, array_fill(0, array[%d])) <> coalesce(c.tally, array_fill(0, array[%d]))
                 limit 100
                """.formatted(
                        String.join("union all\n", parts),
                        each(n -> "sum(p.c%d)".formatted(n)),
                        columns.places(),
                        columns.places());
    }

    private String each(IntFunction<String> text) {
        return IntStream.rangeClosed(1, columns.places()).mapToObj(text).collect(joining(", "));
    }
}

package vn.giaoban.figures;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.figures.Reckoning.Across;
import vn.giaoban.figures.Reckoning.InPeriod;
import vn.giaoban.figures.Reckoning.OnDay;
import vn.giaoban.figures.Reckoning.Reach;

/** The rows behind a number: the same statement as the count, with the rows themselves instead of how many they are. */
@Repository
class RowKeys {

    private final JdbcClient sql;

    RowKeys(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param register null for units and villages */
    record Key(
            @Nullable Short register,
            long id,
            long unit,
            @Nullable LocalDate day,
            @Nullable String flow) {}

    /** @param indicator counted, not a ratio */
    List<Key> page(Reading reading, Indicator indicator, long skip, int size) {
        return page(reading, indicator, null, new Division.Parts(null, null), skip, size);
    }

    /**
     * Of one part alone.
     *
     * @param by null: of all, and the parts are not read
     */
    List<Key> page(
            Reading reading, Indicator indicator, @Nullable Division by, Division.Parts parts, long skip, int size) {
        return Counting.parameters(
                        sql.sql(statement(reading, indicator.reckoning(), by)), reading, reading.yearBefore())
                .param("part", parts.first(), Types.VARCHAR)
                .param("then", parts.second(), Types.VARCHAR)
                .param("skip", skip)
                .param("size", size)
                .query((row, n) -> new Key(
                        row.getObject(1, Short.class),
                        row.getLong(2),
                        row.getLong(3),
                        row.getObject(4, LocalDate.class),
                        row.getString(5)))
                .list();
    }

    /** Such as {@code and (t.sex) is not distinct from :part}; "" where nothing is divided. */
    private static String inPart(@Nullable Division by, String day) {
        if (by == null) {
            return "";
        }
        var second = by.second();
        var first = "and (" + by.first().key() + ") is not distinct from :part";
        return (second == null ? first : first + " and (" + second.key() + ") is not distinct from :then")
                .replace("{day}", day);
    }

    private static String statement(Reading reading, Reckoning reckoning, @Nullable Division by) {
        var inside = Lines.total(reading).inside();
        if (reckoning instanceof OnDay stock) {
            return inside + ofDay(stock, by);
        } else if (reckoning instanceof InPeriod event) {
            return inside + ofPeriod(event);
        } else if (reckoning instanceof Across across) {
            var reaching = across.reach() != Reach.ANY;
            return inside
                    + Composition.flows(across.rows(), Composition.Scope.MANY)
                    + (reaching ? Composition.REACH : "")
                    + """
                    select r.register_id, r.member_id, r.unit_id, r.day, r.flow
                      from %s r
                      %s
                     where %s %s
                     order by r.day, r.flow, r.register_id, r.member_id
                     limit :size offset :skip
                    """.formatted(
                                    reaching ? "reached" : "flow",
                                    by == null
                                            ? ""
                                            : (across.rows().details() + "\n"
                                                            + by.breakdown().joins())
                                                    .replace("{day}", "r.day"),
                                    Composition.condition(across),
                                    inPart(by, "r.day"));
        }
        throw new IllegalArgumentException("no rows of its own: " + reckoning);
    }

    private static String ofDay(OnDay stock, @Nullable Division by) {
        var day = Composition.dayOf(stock.moment());
        var of = stock.rows().of();
        return """
                select %s, r.unit_id, null::date, null::text
                  from %s
                  join counted c on c.unit_id = r.unit_id and c.from_day <= %s and %s < c.until_day
                 where (%s) %s %s
                 order by 1, 3, 2
                 limit :size offset :skip
                """.formatted(
                        of.key,
                        Composition.from(stock.rows(), day, stock.detailed(), by == null ? null : by.breakdown()),
                        day,
                        day,
                        stock.condition(),
                        of == DayRows.Of.UNIT ? "and r.unit_id <> :unit" : "",
                        inPart(by, day));
    }

    private static String ofPeriod(InPeriod event) {
        return """
                select null::smallint, r.unit_id, r.unit_id, r.day, null::text
                  from %s r
                  join counted c on c.unit_id = r.unit_id and c.from_day <= r.day and r.day < c.until_day
                 where (%s) and r.unit_id <> :unit
                 order by r.day, r.unit_id
                 limit :size offset :skip
                """.formatted(event.rows().rows(), event.condition());
    }
}

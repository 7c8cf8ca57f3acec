package vn.giaoban.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.figures.Reckoning.Moment;
import vn.giaoban.figures.Reckoning.OnDay;

/** What is kept of people by part: which breakdowns, of which stocks, and how one person is read for all of them at once. */
@Component
class PartColumns {

    private final List<Breakdown> breakdowns;
    private final List<String> conditions;

    PartColumns(Catalogue catalogue) {
        this.breakdowns = catalogue.breakdowns().stream()
                .filter(one -> one.rows().of() == DayRows.Of.MEMBER && one.kept())
                .toList();
        this.conditions = catalogue.indicators().stream()
                .map(this::condition)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    /** Breakdowns of people that are kept: that of a sector changes with the units, and is counted where it is asked for. */
    List<Breakdown> breakdowns() {
        return breakdowns;
    }

    int places() {
        return conditions.size();
    }

    /** Every breakdown, and every two of them in one order. */
    List<Division> divisions() {
        var divisions = new ArrayList<Division>();
        for (int n = 0; n < breakdowns.size(); n++) {
            divisions.add(new Division(breakdowns.get(n), null));
            for (int m = n + 1; m < breakdowns.size(); m++) {
                divisions.add(new Division(breakdowns.get(n), breakdowns.get(m)));
            }
        }
        return divisions;
    }

    /** The place of an indicator in a tally; -1 if it is not kept. */
    int place(Indicator indicator) {
        var condition = condition(indicator);
        return condition == null ? -1 : conditions.indexOf(condition);
    }

    private @Nullable String condition(Indicator indicator) {
        return !breakdowns.isEmpty()
                        && indicator.reckoning() instanceof OnDay stock
                        && stock.moment() == Moment.CLOSING
                        && stock.rows().equals(breakdowns.get(0).rows())
                ? stock.condition()
                : null;
    }

    /** Changes whenever sums of before mean something else. */
    String text() {
        return String.join("\n", conditions) + "\n"
                + String.join(
                        "\n",
                        breakdowns.stream().map(one -> one.code() + one.key()).toList());
    }

    /**
     * A row for each person of {@code some}: the register of the cell, for which indicators he counts (a bit each), and his parts.
     *
     * @param some condition on the person's row {@code r}
     */
    String people(List<Breakdown> by, String some) {
        var rows = by.get(0).rows();
        var day = "cast(:day as date)";
        var bits = new ArrayList<String>();
        for (var condition : conditions) {
            bits.add("case when " + condition + " then " + (1 << bits.size()) + " else 0 end");
        }
        return """
                select home.register_id, %s as bits, %s
                  from %s r
                  %s
                  %s
                  join organisation_api.unit home on home.unit_id = r.unit_id
                 where %s
                """.formatted(
                        String.join(" + ", bits),
                        String.join(", ", by.stream().map(Breakdown::key).toList()),
                        rows.rows(),
                        rows.details(),
                        String.join("\n", by.stream().map(Breakdown::joins).toList()),
                        some)
                .replace("{day}", day);
    }

    static final String OF_REGISTER = "r.register_id = :register";

    static final String IN_UNITS = "r.unit_id = any (:units)";

    static final String OF_SOME = """
            (r.register_id, r.member_id) in (select w.register_id, w.member_id
                                               from unnest(cast(:registers as smallint[]), cast(:members as bigint[]))
                                                    as w (register_id, member_id))""";
}

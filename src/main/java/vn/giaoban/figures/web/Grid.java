package vn.giaoban.figures.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Division;
import vn.giaoban.figures.Figure;
import vn.giaoban.figures.Figure.Part;
import vn.giaoban.figures.Labels;
import vn.giaoban.figures.Name;
import vn.giaoban.figures.Why;
import vn.giaoban.ui.Wording;

/**
 * A number divided: a row for each part of the first breakdown, a column for each part of the second if there is one, sums at the end of
 * both.
 *
 * @param corner what the rows are
 * @param columns what stands over the columns, the sum last
 * @param sums the last row; of a column in which something is not shown there is none
 */
public record Grid(String title, String corner, List<String> columns, List<Row> rows, Row sums) {

    /** @param values null where the number is not shown; the sum last */
    public record Row(String name, List<@Nullable BigDecimal> values) {

        public List<String> written(Wording words) {
            return values.stream()
                    .map(value -> value == null ? Wording.NONE : words.number(value))
                    .toList();
        }
    }

    static Grid of(Figure figure, Division by, Labels labels, Wording words) {
        var first = by.first();
        var second = by.second();
        var rowNames = labels.of(first.code());
        var columnNames = second == null ? Map.<String, Name>of() : labels.of(second.code());
        var rows = shown(figure.parts(), rowNames);
        var keys = shown(rows.stream().flatMap(row -> row.parts().stream()).toList(), columnNames).stream()
                .map(part -> part.key() == null ? "" : part.key())
                .distinct()
                .toList();
        var columns = new ArrayList<>(keys.stream()
                .map(key -> Breakdowns.label(columnNames, key.isEmpty() ? null : key, words))
                .toList());
        columns.add(words.text("figures.sum"));
        return new Grid(
                second == null
                        ? words.text(
                                "figures.divided",
                                figure.indicator().name().in(words.locale()),
                                first.name().in(words.locale()))
                        : words.text(
                                "figures.divided-twice",
                                figure.indicator().name().in(words.locale()),
                                first.name().in(words.locale()),
                                second.name().in(words.locale())),
                first.name().in(words.locale()),
                columns,
                rows.stream()
                        .map(row -> new Row(Breakdowns.label(rowNames, row.key(), words), values(row, keys)))
                        .toList(),
                new Row(words.text("figures.sum"), sums(figure, keys)));
    }

    /** Those that are shown, in the order of their names. */
    private static List<Part> shown(List<Part> parts, Map<String, Name> names) {
        var order = List.copyOf(names.keySet());
        return parts.stream()
                .filter(part -> part.why() != Why.WITHHELD)
                .sorted(Comparator.comparing((Part part) -> Breakdowns.place(order, part.key()))
                        .thenComparing(part -> part.key() == null ? "" : part.key()))
                .toList();
    }

    private static List<@Nullable BigDecimal> values(Part row, List<String> keys) {
        var values = new ArrayList<@Nullable BigDecimal>();
        keys.forEach(key -> values.add(of(row.parts(), key)));
        values.add(row.value());
        return values;
    }

    private static List<@Nullable BigDecimal> sums(Figure figure, List<String> keys) {
        var values = new ArrayList<@Nullable BigDecimal>();
        keys.forEach(key -> values.add(sum(figure, key)));
        values.add(figure.value());
        return values;
    }

    private static @Nullable BigDecimal sum(Figure figure, String key) {
        var sum = BigDecimal.ZERO;
        for (var row : figure.parts()) {
            var value = row.why() == Why.WITHHELD ? null : of(row.parts(), key);
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return sum;
    }

    /** What is not there is 0, unless something is withheld beside it: then it may be any number. */
    private static @Nullable BigDecimal of(List<Part> parts, String key) {
        return parts.stream()
                .filter(part -> part.value() != null && key.equals(part.key() == null ? "" : part.key()))
                .findFirst()
                .map(Part::value)
                .orElse(parts.stream().anyMatch(part -> part.value() == null) ? null : BigDecimal.ZERO);
    }
}

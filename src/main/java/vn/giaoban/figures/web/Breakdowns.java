package vn.giaoban.figures.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import vn.giaoban.figures.Answer;
import vn.giaoban.figures.Breakdown;
import vn.giaoban.figures.Division;
import vn.giaoban.figures.Figure;
import vn.giaoban.figures.Figure.Part;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.FiguresRefusal;
import vn.giaoban.figures.Flows;
import vn.giaoban.figures.Name;
import vn.giaoban.figures.Why;
import vn.giaoban.ui.BarChart;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Wording;

/** A number divided into its parts, and how each part came to be what it is. */
@Component
class Breakdowns {

    /** The indicators from which the movement of parts is told. */
    static final List<String> MOVEMENT = Stream.of(
                    List.of(Flows.OPENING), Flows.INCREASES, Flows.DECREASES, List.of(Flows.CLOSING))
            .flatMap(List::stream)
            .toList();

    /** What is divided by where nothing was chosen. */
    static final String FIRST = "age-band";

    private final Figures figures;
    private final Tables tables;

    Breakdowns(Figures figures, Tables tables) {
        this.figures = figures;
        this.tables = tables;
    }

    /**
     * @param movement the same reading of {@link #MOVEMENT} by the first breakdown, if it was asked for; without figures if the parts are
     *     not of people
     */
    BreakdownPage page(Answer answer, @Nullable Answer movement, String indicator, Division by, Wording words) {
        var view = tables.view(answer);
        var figure = answer.figures().isEmpty() ? null : answer.figures().get(0);
        var shown =
                figure == null || figure.parts().stream().allMatch(part -> part.why() == Why.WITHHELD) ? null : figure;
        var second = by.second();
        return new BreakdownPage(
                view,
                options(figures.catalogue().breakdowns().stream(), words),
                by.first().code(),
                options(
                        figures.catalogue().breakdowns().stream()
                                .filter(one -> one.rows().equals(by.first().rows()) && !one.equals(by.first())),
                        words),
                second == null ? "" : second.code(),
                tables.options(words, null),
                indicator,
                shown == null || second != null ? null : chart(shown, view, by.first(), words),
                shown == null || second == null ? null : Grid.of(shown, by, figures.labels(), words),
                figure == null ? Wording.NONE : Line.written(figure, words),
                figure != null
                        && figure.parts().stream()
                                .flatMap(part -> Stream.concat(Stream.of(part), part.parts().stream()))
                                .anyMatch(part -> part.why() == Why.WITHHELD),
                movement == null ? List.of() : movement(movement, by.first().code(), words));
    }

    /** Of what was checked before. */
    Division division(String by, String then) {
        return Division.read(by + "," + then, figures.catalogue(), new ArrayList<>())
                .orElseThrow(() -> FiguresRefusal.unknownBreakdown(by));
    }

    /** As a file has it: also of one attribute. Without rows if the indicator has no such parts. */
    Grid table(Answer answer, Division by, Wording words) {
        return answer.figures().isEmpty()
                ? new Grid("", by.first().name().in(words.locale()), List.of(), List.of(), new Grid.Row("", List.of()))
                : Grid.of(answer.figures().get(0), by, figures.labels(), words);
    }

    /** The part that an address names, in words: "Thạc sĩ, Nữ". */
    String part(String by, String part, String then, Wording words) {
        var division = Division.read(by, figures.catalogue(), new ArrayList<>())
                .orElseThrow(() -> FiguresRefusal.unknownBreakdown(by));
        var second = division.second();
        var first = label(figures.labels().of(division.first().code()), part.isEmpty() ? null : part, words);
        return second == null
                ? first
                : first + ", " + label(figures.labels().of(second.code()), then.isEmpty() ? null : then, words);
    }

    /** Where the people or units of one part stand; null for parts that are shown as numbers alone. */
    private static @Nullable String rows(View view, Figure figure, Breakdown by, Part part) {
        return by.sensitive() || part.value() == null || part.value().signum() == 0
                ? null
                : view.rows(figure.code()) + "&by=" + by.code() + "&part="
                        + UriUtils.encode(part.key() == null ? "" : part.key(), "UTF-8");
    }

    private static List<Option> options(Stream<Breakdown> breakdowns, Wording words) {
        return breakdowns
                .map(one -> new Option(one.code(), one.name().in(words.locale())))
                .toList();
    }

    private List<BreakdownPage.Movement> movement(Answer answer, String by, Wording words) {
        if (answer.figures().isEmpty()) {
            return List.of();
        }
        var names = figures.labels().of(by);
        var order = List.copyOf(names.keySet());
        var rows = new ArrayList<BreakdownPage.Movement>();
        answer.figures().stream()
                .flatMap(figure -> figure.parts().stream())
                .filter(part -> part.why() != Why.WITHHELD)
                .map(part -> part.key() == null ? "" : part.key())
                .distinct()
                .sorted(Comparator.comparingInt((String key) -> place(order, key.isEmpty() ? null : key))
                        .thenComparing(key -> key))
                .forEach(key -> rows.add(row(answer, key.isEmpty() ? null : key, names, words)));
        return rows;
    }

    private static BreakdownPage.Movement row(
            Answer answer, @Nullable String key, Map<String, Name> names, Wording words) {
        var opening = sum(answer, List.of(Flows.OPENING), key);
        var increase = sum(answer, Flows.INCREASES, key);
        var decrease = sum(answer, Flows.DECREASES, key);
        var closing = sum(answer, List.of(Flows.CLOSING), key);
        var changed = opening == null || increase == null || decrease == null || closing == null
                ? null
                : closing.subtract(opening).subtract(increase).add(decrease);
        return new BreakdownPage.Movement(
                label(names, key, words),
                Stream.of(opening, increase, decrease, changed, closing)
                        .map(value -> value == null ? Wording.NONE : words.number(value))
                        .toList());
    }

    /** Of one part; null if any of it is withheld. */
    private static @Nullable BigDecimal sum(Answer answer, List<String> codes, @Nullable String key) {
        var sum = BigDecimal.ZERO;
        for (var code : codes) {
            var parts = answer.figure(code).parts();
            var own = parts.stream()
                    .filter(part -> part.value() != null && java.util.Objects.equals(part.key(), key))
                    .findFirst();
            // what is withheld has no key: a part that is not shown beside it may be any number
            if (own.isEmpty() && parts.stream().anyMatch(part -> part.value() == null)) {
                return null;
            }
            sum = sum.add(own.map(Part::value).orElse(BigDecimal.ZERO));
        }
        return sum;
    }

    private BarChart chart(Figure figure, View view, Breakdown by, Wording words) {
        var title = "%s, %s: %s (%s)"
                .formatted(
                        view.unit().name(),
                        words.days(view.reading().from(), view.reading().until()),
                        figure.indicator().name().in(words.locale()),
                        by.name().in(words.locale()));
        var names = figures.labels().of(by.code());
        var order = List.copyOf(names.keySet());
        return new BarChart(
                title,
                figure.indicator().measure().wording().in(words.locale()),
                figure.parts().stream()
                        .filter(part -> part.why() != Why.WITHHELD)
                        .sorted(Comparator.comparing(part -> place(order, part.key())))
                        .map(part -> new BarChart.Bar(
                                label(names, part.key(), words),
                                part.value() == null ? 0 : part.value().doubleValue(),
                                part.value() == null ? Wording.NONE : words.number(part.value()),
                                rows(view, figure, by, part)))
                        .toList());
    }

    /** In the order of the names; what has none keeps its place after them, what is not stated comes last. */
    static int place(List<String> order, @Nullable String key) {
        var place = order.indexOf(String.valueOf(key));
        return key == null ? Integer.MAX_VALUE : place < 0 ? order.size() : place;
    }

    static String label(Map<String, Name> names, @Nullable String key, Wording words) {
        if (key == null) {
            return words.text("figures.not-stated");
        }
        var name = names.get(key);
        return name == null ? key : name.in(words.locale());
    }
}

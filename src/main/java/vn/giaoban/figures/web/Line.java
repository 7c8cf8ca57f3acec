package vn.giaoban.figures.web;

import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Figure;
import vn.giaoban.figures.Indicator;
import vn.giaoban.ui.Wording;

/**
 * One number of a table, written.
 *
 * @param path what opens behind it; null where nothing does
 * @param note why there is no number
 * @param inner whether it is a part of the line above
 */
public record Line(String label, String value, @Nullable String path, String note, boolean inner) {

    static Line of(Figure figure, View view, Wording words) {
        return of(figure, view, words, false);
    }

    static Line of(Figure figure, View view, Wording words, boolean inner) {
        var indicator = figure.indicator();
        return new Line(
                indicator.name().in(words.locale()),
                written(figure, words),
                opens(figure) ? view.rows(indicator.code()) : null,
                figure.why() == null ? "" : words.text(figure.why().message()),
                inner);
    }

    static boolean opens(Figure figure) {
        return figure.value() != null
                && figure.value().signum() != 0
                && figure.indicator().kind() != Indicator.Kind.RATIO
                && figure.indicator().measure() != Indicator.Measure.PERSON;
    }

    static String written(Figure figure, Wording words) {
        var value = figure.value();
        if (value == null) {
            return Wording.NONE;
        }
        return figure.indicator().kind() == Indicator.Kind.RATIO
                ? words.percent(value.movePointLeft(2))
                : words.number(value);
    }
}

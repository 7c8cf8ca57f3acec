package vn.giaoban.ui;

import java.util.List;

/** What the charts share. They are drawn on the server, need no script, print as they look, and have their figures beside them as text. */
final class Chart {

    private static final int SERIES = 6;

    private Chart() {}

    /** The number of a style, from 1: colours and dashes are told apart in print too. */
    static int style(int series) {
        return series % SERIES + 1;
    }

    /** A text that fits; the whole of it stands in the table below. */
    static String cut(String text, int letters) {
        return text.length() <= letters ? text : text.substring(0, letters - 1).stripTrailing() + "…";
    }

    /** The smallest of 1, 2 or 5 times a power of ten with which {@code span} takes at most {@code steps} steps. */
    static double step(double span, int steps) {
        var rough = Math.max(span, 1e-9) / steps;
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (var factor : List.of(1, 2, 5)) {
            if (rough <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Two decimals are finer than any screen. */
    static double round(double number) {
        return Math.round(number * 100) / 100.0;
    }
}

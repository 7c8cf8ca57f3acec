package vn.giaoban.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bars side by side, each in a row of a table beside its name and its number: {@code ui/barChart.jte}.
 *
 * @param title what is compared, with its day or period
 * @param measure what the numbers count, the head of their column
 */
public record BarChart(String title, String measure, List<Bar> bars) {

    /**
     * One bar.
     *
     * @param value how long it is
     * @param written the number as {@link Wording} writes it
     * @param path what opens behind it; null if nothing does
     */
    public record Bar(
            String label,
            double value,
            String written,
            @Nullable String path) {}

    public BarChart {
        bars = List.copyOf(bars);
    }

    /** Where a bar begins, of a width of 100; bars below zero reach to the left of it. */
    public double start(Bar bar) {
        return Chart.round(100 * (Math.min(bar.value(), 0) - lowest()) / span());
    }

    public double length(Bar bar) {
        return Chart.round(100 * Math.abs(bar.value()) / span());
    }

    private double lowest() {
        return Math.min(0, bars.stream().mapToDouble(Bar::value).min().orElse(0));
    }

    private double span() {
        var highest = Math.max(0, bars.stream().mapToDouble(Bar::value).max().orElse(0));
        return highest == lowest() ? 1 : highest - lowest();
    }
}

package vn.giaoban.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values over time, one line or several: {@code ui/lineChart.jte}. The axis need not begin at zero; then the chart says so.
 *
 * @param title what is shown, with its period
 * @param measure what the numbers count
 * @param times names of the points in time, in order
 * @param series lines, each with one value for each of the times
 */
public record LineChart(String title, String measure, List<String> times, List<Series> series) {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 320;
    private static final double LEFT = 72;
    private static final double RIGHT = 36;
    private static final double TOP = 16;
    private static final double BOTTOM = 40;
    private static final int STEPS = 5;
    private static final int NAMES = 8;

    /**
     * One line.
     *
     * @param values null where there is none; the line has a gap there
     * @param written the same as {@link Wording} writes them
     */
    public record Series(String name, List<@Nullable Double> values, List<String> written) {}

    /** A dot on a line. */
    public record Dot(double x, double y, String words) {}

    /** A mark of an axis. */
    public record Mark(double at, String name) {}

    public LineChart {
        times = List.copyOf(times);
        series = List.copyOf(series);
    }

    public int style(int line) {
        return Chart.style(line);
    }

    public List<Integer> indexes() {
        return IntStream.range(0, series.size()).boxed().toList();
    }

    public List<Integer> timeIndexes() {
        return IntStream.range(0, times.size()).boxed().toList();
    }

    /** The path of one line; broken where a value is missing. */
    public String path(Series line) {
        var path = new StringBuilder();
        var drawing = false;
        for (var time = 0; time < times.size(); time++) {
            var value = line.values().get(time);
            if (value != null) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f ", drawing ? "L" : "M", x(time), y(value)));
            }
            drawing = value != null;
        }
        return path.toString();
    }

    public List<Dot> dots(Series line) {
        var dots = new ArrayList<Dot>();
        for (var time = 0; time < times.size(); time++) {
            var value = line.values().get(time);
            if (value != null) {
                dots.add(new Dot(
                        Chart.round(x(time)),
                        Chart.round(y(value)),
                        line.name() + ", " + times.get(time) + ": "
                                + line.written().get(time)));
            }
        }
        return dots;
    }

    /** Marks of the upright axis, from the lowest. */
    public List<Mark> levels(Wording wording) {
        var marks = new ArrayList<Mark>();
        for (var level = lowest(); level <= highest() + step() / 2; level += step()) {
            var name = BigDecimal.valueOf(level).setScale(4, RoundingMode.HALF_UP);
            marks.add(new Mark(Chart.round(y(level)), wording.number(name)));
        }
        return marks;
    }

    /** Marks of the level axis; not every time has a name where there are many. */
    public List<Mark> names() {
        var every = Math.max(1, (int) Math.ceil(times.size() / (double) NAMES));
        return IntStream.range(0, times.size())
                .filter(time -> (times.size() - 1 - time) % every == 0)
                .mapToObj(time -> new Mark(Chart.round(x(time)), Chart.cut(times.get(time), 12)))
                .toList();
    }

    public boolean beginsAtZero() {
        return lowest() == 0;
    }

    private double x(int time) {
        return times.size() < 2
                ? (LEFT + WIDTH - RIGHT) / 2
                : LEFT + time * (WIDTH - LEFT - RIGHT) / (times.size() - 1);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (value - lowest()) * (HEIGHT - TOP - BOTTOM) / (highest() - lowest());
    }

    private double lowest() {
        var floor = Math.floor(least() / step()) * step();
        return least() >= 0 && least() < (most() - least()) * 2 ? 0 : floor;
    }

    private double highest() {
        var ceiling = Math.ceil(most() / step()) * step();
        return ceiling <= lowest() ? lowest() + step() : ceiling;
    }

    private double step() {
        var span = least() >= 0 && least() < (most() - least()) * 2 ? most() : most() - least();
        var step = Chart.step(span > 0 ? span : Math.max(1, Math.abs(most()) / STEPS), STEPS);
        return isWhole() ? Math.max(1, step) : step;
    }

    /** Between 11 and 12 people there is nobody. */
    private boolean isWhole() {
        return series.stream()
                .flatMap(one -> one.values().stream())
                .allMatch(value -> value == null || value == Math.rint(value));
    }

    private double least() {
        return values().min().orElse(0);
    }

    private double most() {
        return values().max().orElse(1);
    }

    private DoubleStream values() {
        return series.stream()
                .flatMap(line -> line.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue);
    }
}

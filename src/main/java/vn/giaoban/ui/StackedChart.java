package vn.giaoban.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The parts of several wholes, each whole a bar of the same length: {@code ui/stackedChart.jte}.
 *
 * @param title what is divided, with its day or period
 * @param parts names of the parts, in their order
 */
public record StackedChart(String title, List<String> parts, List<Row> rows) {

    /**
     * One whole.
     *
     * @param values one for each part, zero or more
     * @param written the same as {@link Wording} writes them
     */
    public record Row(String label, List<Double> values, List<String> written) {}

    /** A part as it is drawn, of a width of 100. */
    public record Piece(int style, double start, double length, String name) {}

    public StackedChart {
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
    }

    public List<Piece> pieces(Row row) {
        var whole = row.values().stream().mapToDouble(Double::doubleValue).sum();
        var pieces = new ArrayList<Piece>();
        var start = 0.0;
        for (var part = 0; part < parts.size() && whole > 0; part++) {
            var length = 100 * row.values().get(part) / whole;
            pieces.add(new Piece(
                    Chart.style(part),
                    Chart.round(start),
                    Chart.round(length),
                    parts.get(part) + ": " + row.written().get(part)));
            start += length;
        }
        return pieces;
    }

    public List<Integer> indexes() {
        return IntStream.range(0, parts.size()).boxed().toList();
    }

    public int style(int part) {
        return Chart.style(part);
    }
}

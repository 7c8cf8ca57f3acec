package vn.giaoban.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaoban.ui.NodeChart.State;

/** Where charts put their ink. */
class ChartsTest {

    @Test
    void longestBarFillsItsPlaceAndZeroHasNone() {
        var chart = new BarChart("t", "m", List.of(bar(50), bar(200), bar(0)));
        assertThat(chart.bars()).extracting(chart::length).containsExactly(25.0, 100.0, 0.0);
        assertThat(chart.bars()).extracting(chart::start).containsOnly(0.0);
    }

    @Test
    void barsBelowZeroReachToTheLeftOfIt() {
        var chart = new BarChart("t", "m", List.of(bar(-50), bar(150)));
        assertThat(chart.start(chart.bars().get(0))).isEqualTo(0);
        assertThat(chart.start(chart.bars().get(1))).isEqualTo(25);
    }

    @Test
    void chartsOfNothingAreDrawnToo() {
        assertThat(new BarChart("t", "m", List.of()).bars()).isEmpty();
        var none = new LineChart("t", "m", List.of("I"), List.of(line((Double) null)));
        assertThat(none.path(none.series().get(0))).isEmpty();
        assertThat(new NodeChart("t", List.of(), List.of()).height()).isPositive();
        var zero = new StackedChart("t", List.of("a"), List.of(new StackedChart.Row("r", List.of(0.0), List.of("0"))));
        assertThat(zero.pieces(zero.rows().get(0))).isEmpty();
    }

    @Test
    void lineHasAGapWhereAValueIsMissing() {
        var chart = new LineChart("t", "m", List.of("I", "II", "III", "IV"), List.of(line(10.0, null, 30.0, 40.0)));
        assertThat(chart.path(chart.series().get(0))).matches("M[^ML]+M[^ML]+L[^ML]+");
        assertThat(chart.dots(chart.series().get(0))).hasSize(3);
    }

    @Test
    void axisBeginsAtZeroUnlessTheChangeWouldNotBeSeen() {
        assertThat(new LineChart("t", "m", List.of("I", "II"), List.of(line(10.0, 40.0))).beginsAtZero())
                .isTrue();
        var slow = new LineChart("t", "m", List.of("I", "II"), List.of(line(37_100.0, 37_340.0)));
        assertThat(slow.beginsAtZero()).isFalse();
        assertThat(slow.dots(slow.series().get(0))).allMatch(dot -> dot.y() >= 16 && dot.y() <= 280);
    }

    @Test
    void partsFillTheWhole() {
        var chart = new StackedChart(
                "t", List.of("a", "b"), List.of(new StackedChart.Row("r", List.of(1.0, 3.0), List.of("1", "3"))));
        assertThat(chart.pieces(chart.rows().get(0)))
                .extracting(StackedChart.Piece::start, StackedChart.Piece::length)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0.0, 25.0),
                        org.assertj.core.groups.Tuple.tuple(25.0, 75.0));
    }

    @Test
    void boxesOfOneColumnStandBelowEachOther() {
        var chart = new NodeChart(
                "t",
                List.of(node("a", 0), node("b", 0), node("c", 1)),
                List.of(
                        new NodeChart.Link("a", "c", ""),
                        new NodeChart.Link("b", "c", ""),
                        new NodeChart.Link("x", "c", "")));
        var boxes = chart.boxes();
        assertThat(boxes.get(1).y()).isGreaterThan(boxes.get(0).y() + chart.boxHeight());
        assertThat(boxes.get(2).y()).isBetween(boxes.get(0).y(), boxes.get(1).y());
        assertThat(chart.lines()).hasSize(2);
    }

    private static BarChart.Bar bar(double value) {
        return new BarChart.Bar("b", value, "", null);
    }

    private static LineChart.Series line(@org.jspecify.annotations.Nullable Double... values) {
        return new LineChart.Series(
                "s",
                Arrays.asList(values),
                Arrays.stream(values).map(String::valueOf).toList());
    }

    private static NodeChart.Node node(String key, int column) {
        return new NodeChart.Node(key, key, "", column, State.OPEN, null);
    }
}

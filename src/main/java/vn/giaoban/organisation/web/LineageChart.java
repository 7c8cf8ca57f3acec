package vn.giaoban.organisation.web;

import java.time.LocalDate;
import vn.giaoban.organisation.Lineage;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;
import vn.giaoban.ui.NodeChart;
import vn.giaoban.ui.Wording;

/** Draws out of which units a unit came and what it became: the oldest at the left. */
final class LineageChart {

    private LineageChart() {}

    static NodeChart of(Lineage lineage, LocalDate day, Wording words) {
        var oldest = lineage.nodes().stream()
                .mapToInt(Lineage.Node::generation)
                .min()
                .orElse(0);
        return new NodeChart(
                words.text("organisation.lineage.reading"),
                lineage.nodes().stream()
                        .map(node -> new NodeChart.Node(
                                node.id().toString(),
                                node.name(),
                                life(node, words),
                                node.generation() - oldest,
                                state(node, lineage.unit(), day),
                                "/units/" + node.id() + "/history"))
                        .toList(),
                lineage.edges().stream()
                        .map(edge -> new NodeChart.Link(
                                edge.from().toString(),
                                edge.to().toString(),
                                words.word(edge.kind()) + " " + words.day(edge.day())))
                        .toList());
    }

    /** Short enough for a box: its first day, and its last if it has ended. */
    private static String life(Lineage.Node node, Wording words) {
        return node.closed().equals(Days.FOREVER)
                ? words.days(node.opened(), node.closed())
                : words.day(node.opened()) + " – " + words.day(node.closed().minusDays(1));
    }

    private static NodeChart.State state(Lineage.Node node, UnitId here, LocalDate day) {
        if (node.id().equals(here)) {
            return NodeChart.State.HERE;
        }
        return node.closed().isAfter(day) ? NodeChart.State.OPEN : NodeChart.State.GONE;
    }
}

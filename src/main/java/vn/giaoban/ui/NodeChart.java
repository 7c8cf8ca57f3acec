package vn.giaoban.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Boxes and the lines between them, from left to right: what a unit came from and became, or a small tree. {@code ui/nodeChart.jte}.
 *
 * @param title what the boxes are
 * @param nodes in the order in which those of one column stand below each other
 * @param links from a box to one of a later column
 */
public record NodeChart(String title, List<Node> nodes, List<Link> links) {

    private static final int WIDE = 230;
    private static final int HIGH = 64;
    private static final int BESIDE = 150;
    private static final int BELOW = 22;
    private static final int LETTERS = 27;

    /** Drawn apart: the one the page is about, and those that are no more. */
    public enum State {
        OPEN,
        HERE,
        GONE
    }

    /**
     * One box.
     *
     * @param key told apart by it; any text
     * @param name first line
     * @param note second line, such as its days; may be empty
     * @param column from 0 at the left
     * @param path its page; null if it has none
     */
    public record Node(
            String key,
            String name,
            String note,
            int column,
            State state,
            @Nullable String path) {}

    /** A line between two boxes and the word on it, which may be empty. */
    public record Link(String from, String to, String words) {}

    /** A box as it is drawn. */
    public record Box(Node node, int x, int y, String name, String note) {}

    /** A line as it is drawn. */
    public record Line(String path, int x, int y, String words) {}

    public NodeChart {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    public int width() {
        return nodes.stream().mapToInt(Node::column).max().orElse(0) * (WIDE + BESIDE) + WIDE + 4;
    }

    public int height() {
        return tallest() * (HIGH + BELOW) - BELOW + 4;
    }

    public int boxWidth() {
        return WIDE;
    }

    public int boxHeight() {
        return HIGH;
    }

    public List<Box> boxes() {
        var filled = new HashMap<Integer, Integer>();
        return nodes.stream()
                .map(node -> {
                    var row = filled.merge(node.column(), 1, Integer::sum) - 1;
                    var free = (tallest() - inColumn(node.column())) * (HIGH + BELOW) / 2;
                    return new Box(
                            node,
                            2 + node.column() * (WIDE + BESIDE),
                            2 + free + row * (HIGH + BELOW),
                            Chart.cut(node.name(), LETTERS),
                            Chart.cut(node.note(), LETTERS + 3));
                })
                .toList();
    }

    /** A link from or to a box that is not there is not drawn. */
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var link : links) {
            var from = box(link.from());
            var to = box(link.to());
            if (from.isPresent() && to.isPresent()) {
                lines.add(line(from.get(), to.get(), link.words()));
            }
        }
        return lines;
    }

    /** The name of a box, for the lines written out. */
    public String name(String key) {
        return nodes.stream()
                .filter(node -> node.key().equals(key))
                .map(Node::name)
                .findFirst()
                .orElse(key);
    }

    private Optional<Box> box(String key) {
        return boxes().stream().filter(box -> box.node().key().equals(key)).findFirst();
    }

    private static Line line(Box from, Box to, String words) {
        var x1 = from.x() + WIDE;
        var y1 = from.y() + HIGH / 2;
        var x2 = to.x();
        var y2 = to.y() + HIGH / 2;
        var bend = (x1 + x2) / 2;
        var path = "M%d %d C%d %d %d %d %d %d".formatted(x1, y1, bend, y1, bend, y2, x2, y2);
        return new Line(path, bend, (y1 + y2) / 2 - 6, Chart.cut(words, 20));
    }

    private int inColumn(int column) {
        return (int) nodes.stream().filter(node -> node.column() == column).count();
    }

    private int tallest() {
        return Math.max(
                1,
                nodes.stream().mapToInt(node -> inColumn(node.column())).max().orElse(1));
    }
}

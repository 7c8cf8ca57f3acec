package vn.giaoban.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Subject;
import vn.giaoban.ui.Figure;
import vn.giaoban.ui.Page;

/**
 * Figures of one unit and period.
 *
 * @param increases lines of the table of movement between {@code opening} and {@code closing}
 * @param standsFor the unit that stands for this one on the day whose tree is read, if this one has ended
 * @param formerPath the same reading of the former area of an ended unit
 */
public record FiguresPage(
        View view,
        List<Figure> heads,
        Line opening,
        List<Line> increases,
        List<Line> decreases,
        Line closing,
        List<Line> members,
        List<Line> units,
        @Nullable Subject standsFor,
        @Nullable String formerPath)
        implements Page {}

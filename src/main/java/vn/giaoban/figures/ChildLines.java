package vn.giaoban.figures;

import java.time.LocalDate;
import java.util.List;

/** One line for each unit directly under another, and one for what belongs to that one itself. */
public record ChildLines(Subject unit, Reading reading, List<Line> lines) {

    /**
     * @param days on which it stood there within the period; empty where the tree of one day is read
     * @param own the unit's own line
     */
    public record Line(Subject unit, List<Days> days, boolean own, List<Figure> figures) {

        /** Whether it stood elsewhere at the end of the period. */
        boolean leftBefore(LocalDate end) {
            return !days.isEmpty()
                    && days.stream().noneMatch(stay -> stay.until().equals(end));
        }

        public Figure figure(String code) {
            return figures.stream()
                    .filter(figure -> figure.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** @param until exclusive */
    public record Days(LocalDate from, LocalDate until) {}
}

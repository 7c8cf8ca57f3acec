package vn.giaoban.figures;

import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one unit in one reading.
 *
 * @param standsFor the unit that stands for this one on the day whose tree is read, if this one has ended by then
 */
public record Answer(
        Subject unit,
        Reading reading,
        List<Figure> figures,
        @Nullable Subject standsFor) {

    /** @throws NoSuchElementException if the indicator was not asked for */
    public Figure figure(String code) {
        return figures.stream()
                .filter(figure -> figure.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(code));
    }
}

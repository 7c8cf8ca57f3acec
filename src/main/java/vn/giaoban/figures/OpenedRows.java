package vn.giaoban.figures;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a number, a page of it.
 *
 * @param figure the number itself
 * @param shown whether the reader may see the rows; if not, there is the number and no more
 * @param hidden rows of this page that the reader may not see
 */
public record OpenedRows(
        Subject unit, Reading reading, Figure figure, boolean shown, int page, int size, List<Row> rows, int hidden) {

    /**
     * A unit, a village or a person.
     *
     * @param day of the event; null for what was there on the day of the stock
     * @param flow of a person's step, such as {@code with-units-out}
     */
    public record Row(
            @Nullable String code,
            String name,
            @Nullable String detail,
            @Nullable String link,
            @Nullable LocalDate day,
            @Nullable String flow) {}

    public Indicator indicator() {
        return figure.indicator();
    }

    public long total() {
        return figure.orZero();
    }

    public int pages() {
        return (int) Math.max(1, (total() + size - 1) / size);
    }
}

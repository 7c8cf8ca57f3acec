package vn.giaoban.figures;

import java.time.LocalDate;
import vn.giaoban.shared.UnitId;

/**
 * The unit a figure is of.
 *
 * @param closed exclusive; {@link vn.giaoban.shared.Days#FOREVER} while it is open
 */
public record Subject(UnitId id, String code, String name, LocalDate opened, LocalDate closed) {

    boolean isOpen(LocalDate day) {
        return !day.isBefore(opened) && day.isBefore(closed);
    }

    /** A day on which it stood somewhere: the given one, or the nearest to it. */
    LocalDate nearest(LocalDate day) {
        if (day.isBefore(opened)) {
            return opened;
        }
        return day.isBefore(closed) ? day : closed.minusDays(1);
    }

    /** Why there is no figure on a day on which it is not open. */
    Why absence(LocalDate day) {
        return day.isBefore(opened) ? Why.NOT_YET : Why.ENDED;
    }
}

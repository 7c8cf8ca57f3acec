package vn.giaoban.membership;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * Lines of a list and how many there are in all.
 *
 * @param page the page that was read, from 1: the last one where a later was asked for
 */
public record PersonList(List<Person> people, long all, int page) {

    /** By what a list is sorted. Names in Vietnamese order: given name first. */
    public enum By {
        NAME,
        BIRTH,
        /** The official order of cells in the tree. */
        CELL
    }

    /**
     * Which people, in which order.
     *
     * @param text the beginning of any syllables of the name, in any accents; empty for everybody
     */
    public record Filter(
            UnitId unit, @Nullable Degree degree, @Nullable Sex sex, String text, By by, boolean falling) {

        /** Everybody of a unit by name. */
        public static Filter of(UnitId unit) {
            return new Filter(unit, null, null, "", By.NAME, false);
        }

        public Filter by(By order) {
            return new Filter(unit, degree, sex, text, order, falling);
        }

        /** @param sort {@code name}, {@code birth} or {@code cell}; with a minus before it, falling; anything else is by name */
        public Filter sorted(String sort) {
            var down = sort.startsWith("-");
            return switch (sort.substring(down ? 1 : 0).toLowerCase(Locale.ROOT)) {
                case "birth" -> new Filter(unit, degree, sex, text, By.BIRTH, down);
                case "cell" -> new Filter(unit, degree, sex, text, By.CELL, down);
                default -> new Filter(unit, degree, sex, text, By.NAME, down);
            };
        }
    }

    /** @param page from 1 */
    public record Slice(int page, int size) {}
}

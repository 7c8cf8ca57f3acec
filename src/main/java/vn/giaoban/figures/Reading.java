package vn.giaoban.figures;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * What a figure always carries: without it a number is not shown.
 *
 * @param until exclusive
 * @param hierarchy 1 is the territorial one
 * @param former read as the former area of a closed unit
 */
public record Reading(
        UnitId unit,
        LocalDate from,
        LocalDate until,
        TreeChoice structure,
        short hierarchy,
        boolean former,
        Instant known) {

    public static final short TERRITORIAL = 1;

    /** The day on which closing stocks are taken. */
    public LocalDate lastDay() {
        return until.minusDays(1);
    }

    public LocalDate openingDay() {
        return from.minusDays(1);
    }

    public LocalDate yearBefore() {
        return LocalDate.of(from.getYear() - 1, 12, 31);
    }

    LocalDate day(Reckoning.Moment moment) {
        return switch (moment) {
            case OPENING -> openingDay();
            case CLOSING -> lastDay();
            case YEAR_BEFORE -> yearBefore();
        };
    }

    /** The day whose tree is read; null where each thing stands under the tree of its own day. */
    @Nullable
    LocalDate on() {
        return structure.on(until);
    }

    Reading over(LocalDate from, LocalDate until) {
        return new Reading(unit, from, until, structure, hierarchy, former, known);
    }

    Reading knownAt(Instant instant) {
        return new Reading(unit, from, until, structure, hierarchy, former, instant);
    }

    Reading of(UnitId other) {
        return new Reading(other, from, until, structure, hierarchy, former, known);
    }
}

package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which badges there are and on which days they are handed over, as in force on a day.
 *
 * @param levels years of party age, each with the instrument that says so
 * @param awards the days of the year on which badges are handed over
 */
public record BadgeRules(NavigableMap<Integer, String> levels, List<Award> awards) {

    /**
     * A day of the year on which badges are handed over to those who complete their years in these months.
     *
     * @param firstMonth may be later than {@code lastMonth}: then the window began in the year before
     */
    record Award(int month, int day, int firstMonth, int lastMonth) {

        boolean takes(LocalDate due) {
            var at = due.getMonthValue();
            return firstMonth <= lastMonth ? firstMonth <= at && at <= lastMonth : at >= firstMonth || at <= lastMonth;
        }

        LocalDate of(LocalDate due) {
            var nextYear = firstMonth > lastMonth && due.getMonthValue() >= firstMonth;
            return LocalDate.of(due.getYear() + (nextYear ? 1 : 0), month, day);
        }
    }

    /** The next badge after a day. */
    Optional<Badge> next(LocalDate partyFrom, LocalDate on) {
        return badge(partyFrom, levels.higherKey(Age.on(on, partyFrom)));
    }

    /** The highest badge whose years are completed. */
    Optional<Badge> reached(LocalDate partyFrom, LocalDate on) {
        return badge(partyFrom, levels.floorKey(Age.on(on, partyFrom)));
    }

    /** When badges are handed over next, on a day or after it. */
    Optional<LocalDate> nextAward(LocalDate on) {
        return awards.stream()
                .map(award -> LocalDate.of(on.getYear(), award.month(), award.day()))
                .map(day -> day.isBefore(on) ? day.plusYears(1) : day)
                .min(Comparator.naturalOrder());
    }

    private Optional<Badge> badge(LocalDate partyFrom, @Nullable Integer years) {
        if (years == null) {
            return Optional.empty();
        }
        var due = completed(partyFrom, years);
        var award = awards.stream()
                .filter(one -> one.takes(due))
                .findFirst()
                .map(one -> one.of(due))
                .orElse(null);
        return Optional.of(new Badge(years, due, award, String.valueOf(levels.get(years))));
    }

    private static LocalDate completed(LocalDate since, int years) {
        var day = since.plusYears(years);
        return day.getDayOfMonth() < since.getDayOfMonth() ? day.plusDays(1) : day;
    }

    /**
     * @param years of party age
     * @param due the day on which they are completed
     * @param award the day on which it is handed over; null where no rule says so
     * @param source the instrument
     */
    public record Badge(int years, LocalDate due, @Nullable LocalDate award, String source) {}
}

package vn.giaoban.membership;

import java.time.LocalDate;
import java.time.YearMonth;
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

        /** The first day on which years completed are honoured on that award day. */
        LocalDate opens(LocalDate awarded) {
            return LocalDate.of(awarded.getYear() - (firstMonth > month ? 1 : 0), firstMonth, 1);
        }

        /** The last such day. */
        LocalDate closes(LocalDate awarded) {
            return YearMonth.of(awarded.getYear(), lastMonth).atEndOfMonth();
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

    /** The next award days, one of each kind, on a day or after it; the nearest first. */
    List<LocalDate> nextAwards(LocalDate on) {
        return awards.stream()
                .map(award -> LocalDate.of(on.getYear(), award.month(), award.day()))
                .map(day -> day.isBefore(on) ? day.plusYears(1) : day)
                .sorted()
                .toList();
    }

    /** The badge that somebody is given on an award day, if he completes its years in that day's months. */
    Optional<Badge> on(LocalDate partyFrom, LocalDate awarded) {
        return levels.keySet().stream()
                .map(years -> badge(partyFrom, years))
                .flatMap(Optional::stream)
                .filter(badge -> awarded.equals(badge.award()))
                .findFirst();
    }

    /**
     * The days from which party age may count of those who are given a badge on an award day: for each badge the first and the last, a day
     * wider at each end because of 29 February.
     */
    List<List<LocalDate>> countedFrom(LocalDate awarded) {
        return awards.stream()
                .filter(award -> award.month() == awarded.getMonthValue() && award.day() == awarded.getDayOfMonth())
                .flatMap(award -> levels.keySet().stream()
                        .map(years -> List.of(
                                award.opens(awarded).minusYears(years).minusDays(1),
                                award.closes(awarded).minusYears(years).plusDays(1))))
                .toList();
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

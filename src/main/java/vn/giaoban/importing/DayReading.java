package vn.giaoban.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as people write it: {@code 5/3/2024}, {@code 05-03-2024}, {@code 05.03.2024}, {@code 2024-03-05}; the day always before the month.
 *
 * @param value as {@code yyyy-mm-dd}; of a birth date also {@code yyyy-mm} or {@code yyyy}
 * @param fault code of what is wrong, or null
 */
record DayReading(@Nullable String value, @Nullable String fault) {

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]00:00(?::00(?:\\.0+)?)?)?");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}\\s*[/.-]\\s*(?:\\d{1,2}\\s*[/.-]\\s*)?\\d{2}");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{4})");
    private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2200;

    static DayReading day(String text) {
        var dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return of(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1));
        }
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        return wrong(SHORT_YEAR.matcher(text).matches() ? "two-digit-year" : "bad-day");
    }

    static DayReading birth(String text) {
        if (YEAR.matcher(text).matches()) {
            var year = Integer.parseInt(text);
            return isYear(year) ? new DayReading(text, null) : wrong("bad-year");
        }
        var monthYear = MONTH_YEAR.matcher(text);
        if (monthYear.matches()) {
            return month(number(monthYear, 2), number(monthYear, 1));
        }
        var yearMonth = YEAR_MONTH.matcher(text);
        if (yearMonth.matches()) {
            return month(number(yearMonth, 1), number(yearMonth, 2));
        }
        return day(text);
    }

    private static DayReading month(int year, int month) {
        if (month < 1 || month > 12) {
            return wrong("bad-month");
        }
        return isYear(year) ? new DayReading("%04d-%02d".formatted(year, month), null) : wrong("bad-year");
    }

    private static DayReading of(int year, int month, int day) {
        if (month < 1 || month > 12) {
            return wrong("bad-month");
        }
        if (!isYear(year)) {
            return wrong("bad-year");
        }
        try {
            return new DayReading(LocalDate.of(year, month, day).toString(), null);
        } catch (DateTimeException e) {
            return wrong("bad-day");
        }
    }

    private static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static DayReading wrong(String fault) {
        return new DayReading(null, fault);
    }

    private static int number(Matcher matched, int group) {
        return Integer.parseInt(matched.group(group));
    }
}

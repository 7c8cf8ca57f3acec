package vn.giaoban.reporting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a report is about.
 *
 * @param until exclusive
 */
public record Period(Kind kind, LocalDate from, LocalDate until) {

    /** Kinds of periods, as their addresses begin. */
    public enum Kind {
        MONTH,
        QUARTER,
        HALF,
        YEAR,
        /** From congress to congress: five years. */
        TERM,
        FREE
    }

    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern HALF = Pattern.compile("(\\d{4})-H([12])");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern TERM = Pattern.compile("(\\d{4})\\.\\.(\\d{4})");
    private static final Pattern FREE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.\\.(\\d{4}-\\d{2}-\\d{2})");

    /**
     * Reads {@code 2024-03}, {@code 2024-Q1}, {@code 2024-H1}, {@code 2024}, {@code 2020..2025} (a term, its years) or
     * {@code 2024-01-01..2024-03-20} (days, the last one inside).
     *
     * @throws ReportingRefusal if it is none of them
     */
    public static Period of(String text) {
        return month(text)
                .or(() -> part(text, QUARTER, 3, Kind.QUARTER))
                .or(() -> part(text, HALF, 6, Kind.HALF))
                .or(() -> year(text))
                .or(() -> term(text))
                .or(() -> free(text))
                .filter(period -> period.until.isAfter(period.from))
                .orElseThrow(() -> ReportingRefusal.malformedPeriod(text));
    }

    /** From the first day of the year to a day, that one inside. */
    public static Period yearTo(LocalDate last) {
        return new Period(Kind.FREE, last.withDayOfYear(1), last.plusDays(1));
    }

    private static Optional<Period> month(String text) {
        var match = MONTH.matcher(text);
        if (!match.matches() || number(match.group(2)) < 1 || number(match.group(2)) > 12) {
            return Optional.empty();
        }
        var from = LocalDate.of(number(match.group(1)), number(match.group(2)), 1);
        return Optional.of(new Period(Kind.MONTH, from, from.plusMonths(1)));
    }

    private static Optional<Period> part(String text, Pattern pattern, int months, Kind kind) {
        var match = pattern.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var from = LocalDate.of(number(match.group(1)), 1, 1).plusMonths((number(match.group(2)) - 1L) * months);
        return Optional.of(new Period(kind, from, from.plusMonths(months)));
    }

    private static Optional<Period> year(String text) {
        if (!YEAR.matcher(text).matches()) {
            return Optional.empty();
        }
        var from = LocalDate.of(number(text), 1, 1);
        return Optional.of(new Period(Kind.YEAR, from, from.plusYears(1)));
    }

    private static Optional<Period> term(String text) {
        var match = TERM.matcher(text);
        return match.matches()
                ? Optional.of(new Period(
                        Kind.TERM,
                        LocalDate.of(number(match.group(1)), 1, 1),
                        LocalDate.of(number(match.group(2)), 1, 1)))
                : Optional.empty();
    }

    private static Optional<Period> free(String text) {
        var match = FREE.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Period(
                    Kind.FREE,
                    LocalDate.parse(match.group(1)),
                    LocalDate.parse(match.group(2)).plusDays(1)));
        } catch (java.time.format.DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    public LocalDate lastDay() {
        return until.minusDays(1);
    }

    /** The period of the same kind just before; of a free one, as many days. */
    public Period before() {
        return switch (kind) {
            case MONTH -> new Period(kind, from.minusMonths(1), from);
            case QUARTER -> new Period(kind, from.minusMonths(3), from);
            case HALF -> new Period(kind, from.minusMonths(6), from);
            case YEAR -> new Period(kind, from.minusYears(1), from);
            case TERM -> new Period(kind, from.minusYears(until.getYear() - from.getYear()), from);
            case FREE -> new Period(kind, from.minusDays(ChronoUnit.DAYS.between(from, until)), from);
        };
    }

    /** The same days a year ago. */
    public Period yearAgo() {
        return new Period(kind, from.minusYears(1), until.minusYears(1));
    }

    /** As in addresses; {@link #of} reads it. */
    public String code() {
        return switch (kind) {
            case MONTH -> from.toString().substring(0, 7);
            case QUARTER -> from.getYear() + "-Q" + ((from.getMonthValue() + 2) / 3);
            case HALF -> from.getYear() + "-H" + (from.getMonthValue() == 1 ? 1 : 2);
            case YEAR -> Integer.toString(from.getYear());
            case TERM -> from.getYear() + ".." + until.getYear();
            case FREE -> from + ".." + lastDay();
        };
    }
}

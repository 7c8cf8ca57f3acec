package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A birth date as far as the file at admission knows it. Known to the year it counts from 1 July, to the month from the 1st.
 *
 * <p>Source: counting, section 2; domain facts 3.3 (since 18 August 2016 it is not adjusted any more).
 *
 * @param day the day that counts
 */
public record Birth(LocalDate day, Precision precision) {

    /** How much of it is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR
    }

    private static final Pattern YEAR = Pattern.compile("\\d{1,4}");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})[/.-](\\d{1,4})");
    private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})");

    public static Birth on(LocalDate day) {
        return new Birth(day, Precision.DAY);
    }

    public static Birth in(int year) {
        return new Birth(LocalDate.of(year, 7, 1), Precision.YEAR);
    }

    public static Birth in(int year, int month) {
        return new Birth(LocalDate.of(year, month, 1), Precision.MONTH);
    }

    static Birth read(String text) throws DayText.Malformed {
        var isoMonth = ISO_MONTH.matcher(text);
        if (isoMonth.matches()) {
            return new Birth(DayText.day(isoMonth.group(1), isoMonth.group(2), "1"), Precision.MONTH);
        }
        var month = MONTH.matcher(text);
        if (month.matches()) {
            return new Birth(DayText.day(month.group(2), month.group(1), "1"), Precision.MONTH);
        }
        if (YEAR.matcher(text).matches()) {
            return new Birth(DayText.day(text, "7", "1"), Precision.YEAR);
        }
        return Birth.on(DayText.read(text));
    }

    public boolean exact() {
        return precision == Precision.DAY;
    }
}

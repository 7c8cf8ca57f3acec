package vn.giaoban.membership;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Days as people write them: 05/03/1987, 5-3-1987, 1987-03-05. Never guesses: a year of two digits or a 13th month is an error. */
final class DayText {

    private static final Pattern VIETNAMESE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{1,4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:T00:00(?::00)?)?");

    /** Why a text is no day; the message is the code of a row error. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String code) {
            super(code);
        }
    }

    private DayText() {}

    static LocalDate read(String text) throws Malformed {
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        var vietnamese = VIETNAMESE.matcher(text);
        if (vietnamese.matches()) {
            return day(vietnamese.group(3), vietnamese.group(2), vietnamese.group(1));
        }
        throw new Malformed("malformed-day");
    }

    static LocalDate day(String year, String month, String day) throws Malformed {
        if (year.length() != 4) {
            throw new Malformed("short-year");
        }
        if (Integer.parseInt(month) < 1 || Integer.parseInt(month) > 12) {
            throw new Malformed("no-such-month");
        }
        var number = Integer.parseInt(year);
        if (number < 1850 || number > 2200) {
            throw new Malformed("impossible-year");
        }
        try {
            return LocalDate.of(number, Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            throw new Malformed("no-such-day");
        }
    }
}

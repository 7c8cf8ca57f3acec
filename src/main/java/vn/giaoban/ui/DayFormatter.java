package vn.giaoban.ui;

import java.text.ParseException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.format.Formatter;

/**
 * A day as people write it: {@code 19/3/2024}, {@code 19-03-2024}, {@code 19.3.2024}, or as addresses do: {@code 2024-03-19}. Years have
 * four digits and lie between 1900 and 2199, so that a slip of the finger is a fault, not a day.
 */
final class DayFormatter implements Formatter<LocalDate> {

    private static final Pattern SEPARATOR = Pattern.compile("[./-]");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter TYPED = strict("d/M/uuuu");
    private static final DateTimeFormatter WRITTEN = strict("dd/MM/uuuu");

    static LocalDate read(String text) {
        var typed = text.strip();
        var day = ISO.matcher(typed).matches()
                ? LocalDate.parse(typed)
                : LocalDate.parse(SEPARATOR.matcher(typed).replaceAll("/"), TYPED);
        if (day.getYear() < 1900 || day.getYear() > 2199) {
            throw new DateTimeParseException("no year of ours", text, 0);
        }
        return day;
    }

    @Override
    public LocalDate parse(String text, Locale locale) throws ParseException {
        try {
            return read(text);
        } catch (DateTimeParseException e) {
            throw new ParseException(text, e.getErrorIndex());
        }
    }

    @Override
    public String print(LocalDate day, Locale locale) {
        return WRITTEN.format(day);
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}

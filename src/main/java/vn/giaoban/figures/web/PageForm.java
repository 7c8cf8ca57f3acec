package vn.giaoban.figures.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.AsOf;

/**
 * What a page's address or its form says: the address contract with {@code until} exclusive, or the last day as people say it. Public for
 * Spring's binding.
 *
 * @param last the last day of the period; wins over {@code until}
 * @param structure {@code as-was}, {@code as-is}, {@code day} with {@code day}, or the day itself
 */
public record PageForm(
        @Nullable String from,
        @Nullable String until,
        @Nullable String last,
        @Nullable String structure,
        @Nullable String day,
        @Nullable String known,
        @Nullable String area) {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

    /** Without a period: from the beginning of the selected day's year up to that day. */
    QuestionForm toQuestionForm(AsOf at) {
        var first = blank(from) ? LocalDate.of(at.day().getYear(), 1, 1).toString() : iso(from);
        var end = !blank(last)
                ? dayAfter(iso(last))
                : blank(until) ? at.day().plusDays(1).toString() : iso(until);
        var tree = "day".equals(structure) ? iso(String.valueOf(day)) : blank(structure) ? "as-was" : iso(structure);
        return new QuestionForm(first, end, tree, known, null, null, null, area);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** As people write a day; anything else stays as it is, to be refused with its words. */
    static String iso(@Nullable String text) {
        var stripped = text == null ? "" : text.strip();
        var day = DAY.matcher(stripped);
        return day.matches()
                ? "%s-%02d-%02d".formatted(day.group(3), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)))
                : stripped;
    }

    private static String dayAfter(String iso) {
        try {
            var day = LocalDate.parse(iso);
            return day.equals(LocalDate.MAX) ? iso : day.plusDays(1).toString();
        } catch (DateTimeParseException e) {
            return iso;
        }
    }
}

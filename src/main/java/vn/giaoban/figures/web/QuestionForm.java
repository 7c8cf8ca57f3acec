package vn.giaoban.figures.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Catalogue;
import vn.giaoban.figures.Division;
import vn.giaoban.figures.FiguresRefusal;
import vn.giaoban.figures.Question;
import vn.giaoban.figures.TreeChoice;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.UnitId;

/** What was typed into the address, right or wrong. Public for Spring's binding. */
public record QuestionForm(
        @Nullable String from,
        @Nullable String until,
        @Nullable String structure,
        @Nullable String knownAt,
        @Nullable String indicators,
        @Nullable String by,
        @Nullable String hierarchy,
        @Nullable String area) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** @throws Refusal with everything that could not be read */
    Question toQuestion(UnitId unit, Catalogue catalogue) {
        var faults = new ArrayList<Refusal>();
        var first = day("from", from, faults);
        var end = day("until", until, faults);
        var tree = structure(faults);
        var known = instant(knownAt, faults);
        var codes = codes();
        codes.stream()
                .filter(code -> catalogue.indicator(code).isEmpty())
                .distinct()
                .limit(20)
                .forEach(code -> faults.add(FiguresRefusal.unknownIndicator(code)));
        var division = Division.read(by, catalogue, faults);
        if (first != null && end != null && !end.isAfter(first)) {
            faults.add(FiguresRefusal.periodEndsBeforeItBegins(first, end));
        }
        if (first == null || end == null || !faults.isEmpty()) {
            throw new Refusals(faults);
        }
        return new Question(
                unit,
                first,
                end,
                tree,
                "former".equals(area),
                known,
                codes,
                division.map(Division::code).orElse(null),
                blank(hierarchy) ? null : hierarchy);
    }

    /** The day of an earlier reading; without one that of the question. */
    static LocalDate since(String text, Question question) {
        var faults = new ArrayList<Refusal>();
        var day = text.isBlank() ? question.until().minusDays(1) : day("since", text, faults);
        if (day == null) {
            throw faults.get(0);
        }
        return day;
    }

    static @Nullable Instant sinceKnown(String text) {
        var faults = new ArrayList<Refusal>();
        var known = instant(text, faults);
        if (!faults.isEmpty()) {
            throw faults.get(0);
        }
        return known;
    }

    private List<String> codes() {
        return blank(indicators)
                ? List.of()
                : Arrays.stream(String.valueOf(indicators).split(","))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList();
    }

    private static @Nullable LocalDate day(String parameter, @Nullable String text, List<Refusal> faults) {
        if (text == null || text.isBlank()) {
            faults.add(FiguresRefusal.missing(parameter));
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            faults.add(FiguresRefusal.notADay(parameter, text));
            return null;
        }
    }

    private TreeChoice structure(List<Refusal> faults) {
        var text = structure;
        if (text == null || text.isBlank()) {
            return TreeChoice.AS_WAS;
        }
        var read = TreeChoice.of(text.strip());
        if (read.isEmpty()) {
            faults.add(FiguresRefusal.notAStructure(text));
        }
        return read.orElse(TreeChoice.AS_WAS);
    }

    private static @Nullable Instant instant(@Nullable String text, List<Refusal> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            // a plus sign that was not encoded arrives as a space
            var instant = OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
            if (instant.isAfter(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // said below, like an instant out of range
        }
        faults.add(FiguresRefusal.notAnInstant(text));
        return null;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

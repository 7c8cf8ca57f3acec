package vn.giaoban.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;

/**
 * The day every page speaks of: parameter {@code on}, else the one remembered from the page before, else the demonstration's or property
 * {@code giaoban.day}, else today. Parameter {@code known} (a day or an instant) asks for what was known then; it is never remembered.
 */
@Component
class SelectedDay {

    static final String NAME = "on";
    static final String TODAY = "today";

    private final Clock clock;
    private final ObjectProvider<Demonstration> demonstration;
    private final ObjectProvider<Knowledge> knowledge;
    private final ObjectProvider<Visitors> visitors;
    private final String property;

    SelectedDay(
            Clock clock,
            ObjectProvider<Demonstration> demonstration,
            ObjectProvider<Knowledge> knowledge,
            ObjectProvider<Visitors> visitors,
            @Value("${giaoban.day:}") String property) {
        this.clock = clock;
        this.demonstration = demonstration;
        this.knowledge = knowledge;
        this.visitors = visitors;
        this.property = property;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Days.ZONE));
    }

    Instant now() {
        return clock.instant();
    }

    /** What the request asks for; refuses what is not a day. */
    AsOf of(HttpServletRequest request) {
        var asked = request.getParameter(NAME);
        if (asked != null && !asked.isBlank() && read(asked).isEmpty()) {
            throw UiRefusal.notADay(asked);
        }
        return new AsOf(day(request), known(request));
    }

    /** Never refuses: the frame shows a day around every answer, also around a refusal. */
    LocalDate day(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(NAME))
                .flatMap(this::read)
                .or(() -> remembered(request))
                .orElseGet(this::whereNobodyChose);
    }

    /** What the cookie keeps of a day that was chosen: today stays today tomorrow; nothing chosen is nothing kept. */
    Optional<String> toRemember(String chosen) {
        return chosen.isBlank()
                ? Optional.of("")
                : read(chosen).map(day -> day.equals(today()) ? TODAY : day.toString());
    }

    private Optional<LocalDate> remembered(HttpServletRequest request) {
        var chooses = visitors.stream()
                .findFirst()
                .flatMap(Visitors::current)
                .map(Visitor::choosesDay)
                .orElse(true);
        return chooses ? Optional.ofNullable(Cookies.read(request, NAME)).flatMap(this::read) : Optional.empty();
    }

    private LocalDate whereNobodyChose() {
        return demonstration.stream()
                .findFirst()
                .flatMap(Demonstration::day)
                .or(() -> read(property))
                .orElseGet(this::today);
    }

    private Optional<LocalDate> read(String text) {
        try {
            return Optional.of(text.equals(TODAY) ? today() : DayFormatter.read(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Instant known(HttpServletRequest request) {
        var asked = request.getParameter("known");
        if (asked == null || asked.isBlank()) {
            var latest = knowledge.getIfAvailable();
            return latest == null ? clock.instant() : latest.latest();
        }
        try {
            return asked.contains("T") ? Instant.parse(asked) : endOf(DayFormatter.read(asked));
        } catch (DateTimeParseException e) {
            throw UiRefusal.notADay(asked);
        }
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.MAX).atZone(Days.ZONE).toInstant();
    }
}

package vn.giaoban.figures.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.FiguresRefusal;
import vn.giaoban.figures.Populations;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;

/** Typed populations for programs: {@code docs/import.md}. */
@RestController
@RequestMapping("/api/v1/figures/{code}/populations")
class PopulationsApi {

    private final Figures figures;
    private final Populations populations;

    PopulationsApi(Figures figures, Populations populations) {
        this.figures = figures;
        this.populations = populations;
    }

    record TypedJson(
            String unit, String name, LocalDate day, long value, String source, String by, Instant recordedAt) {}

    record Entered(
            @Nullable String day,
            @Nullable Long value,
            @Nullable String source) {}

    /** @param at the day of the tree; left out: the last day typed may be any */
    @GetMapping
    List<TypedJson> typed(Actor by, @PathVariable String code, AsOf at, @RequestParam @Nullable String day) {
        var of = day == null ? at : new AsOf(day(day), figures.latest());
        return populations.typed(by, figures.named(code), of).stream()
                .map(one -> new TypedJson(
                        one.unit(), one.name(), one.day(), one.value(), one.source(), one.login(), one.at()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    void enter(Actor by, @PathVariable String code, @RequestBody Entered entered) {
        if (entered.value() == null) {
            throw FiguresRefusal.missing("value");
        }
        populations.enter(
                by,
                figures.named(code),
                day(entered.day()),
                entered.value(),
                entered.source() == null ? "" : entered.source());
    }

    private static LocalDate day(@Nullable String text) {
        if (text == null) {
            throw FiguresRefusal.missing("day");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw FiguresRefusal.notADay("day", text);
        }
    }
}

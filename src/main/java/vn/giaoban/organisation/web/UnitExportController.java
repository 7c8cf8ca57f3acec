package vn.giaoban.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.organisation.History;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.RecordedEvent;
import vn.giaoban.organisation.Unit;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;
import vn.giaoban.ui.Export;
import vn.giaoban.ui.Exports;
import vn.giaoban.ui.Wording;
import vn.giaoban.ui.Wordings;

/** Units and their events as spreadsheets. They are open to every account. */
@RestController
class UnitExportController {

    private final Organisation organisation;
    private final History history;
    private final Exports exports;
    private final Wordings wordings;

    UnitExportController(Organisation organisation, History history, Exports exports, Wordings wordings) {
        this.organisation = organisation;
        this.history = history;
        this.exports = exports;
        this.wordings = wordings;
    }

    /** All units below, in official order; each with the code of the one above it. */
    @GetMapping("/units/{unit}/below/export")
    void below(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            @RequestParam(defaultValue = "") String format,
            HttpServletResponse response) {
        var words = wordings.current();
        var top = organisation.unit(unit, at);
        var below = organisation.below(unit, at).stream()
                .filter(one -> !one.id().equals(unit))
                .toList();
        var codes = below.stream().collect(Collectors.toMap(Unit::id, Unit::code));
        codes.put(top.id(), top.code());
        var export = new Export(
                "to-chuc-" + top.code(),
                words.text("organisation.export.below", top.name(), at.day(), below.size()),
                false,
                heads(words, "code", "org-code", "name", "committee", "kind", "sector", "parent", "opened"),
                sink -> below.forEach(one -> sink.accept(Arrays.asList(
                        one.code(),
                        one.orgCode(),
                        one.name(),
                        one.committeeName(),
                        one.kindName(),
                        one.sector() == null ? null : words.text("organisation.sector." + one.sector()),
                        one.parent() == null ? null : codes.get(one.parent()),
                        one.openedOn().isAfter(Days.EVER) ? one.openedOn() : null))));
        exports.answer(export, Export.Format.of(format), response);
    }

    @GetMapping("/units/{unit}/events/export")
    void events(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            @RequestParam(defaultValue = "") String format,
            HttpServletResponse response) {
        var words = wordings.current();
        var named = organisation.lastName(unit, at.known());
        var export = new Export(
                "su-kien-" + named.code(),
                words.text("organisation.export.events", named.name()),
                false,
                List.of(
                        words.text("organisation.event.day"),
                        words.text("organisation.event.kind"),
                        words.text("organisation.event.units"),
                        words.text("organisation.event.new-units"),
                        words.text("organisation.event.other-units"),
                        words.text("organisation.event.number"),
                        words.text("organisation.event.decision-day"),
                        words.text("organisation.event.issuer"),
                        words.text("organisation.export.taken-back")),
                sink -> history.of(unit, at.known()).forEach(event -> sink.accept(cells(event, words))));
        exports.answer(export, Export.Format.of(format), response);
    }

    private static List<?> cells(RecordedEvent event, Wording words) {
        return Arrays.asList(
                event.day(),
                words.word(event.kind()),
                names(event.subjects()),
                names(event.opened()),
                names(event.others()),
                event.decision().number(),
                event.decision().day(),
                event.decision().issuer(),
                event.takenBackAt() == null ? null : words.text("organisation.event.taken-back", event.takenBackAt()));
    }

    private static @Nullable String names(List<RecordedEvent.Named> units) {
        return units.isEmpty()
                ? null
                : units.stream()
                        .map(unit -> unit.name() + " (" + unit.code() + ")")
                        .collect(Collectors.joining("; "));
    }

    private static List<String> heads(Wording words, String... keys) {
        return Arrays.stream(keys)
                .map(key -> words.text("organisation.unit." + key))
                .toList();
    }
}

package vn.giaoban.organisation.web;

import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.organisation.DecisionFiles;
import vn.giaoban.organisation.EventId;
import vn.giaoban.organisation.History;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitEventKind;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wordings;

/** Events on one unit: written down, previewed, applied, undone. */
@RestController
class EventController {

    private final Organisation organisation;
    private final UnitEvents events;
    private final History history;
    private final DecisionFiles files;
    private final EventOffers offers;
    private final Wordings wordings;

    EventController(
            Organisation organisation,
            UnitEvents events,
            History history,
            DecisionFiles files,
            EventOffers offers,
            Wordings wordings) {
        this.organisation = organisation;
        this.events = events;
        this.history = history;
        this.files = files;
        this.offers = offers;
        this.wordings = wordings;
    }

    @GetMapping("/units/{unit}/events/new")
    EventChoicePage choose(Actor by, AsOf at, @PathVariable UnitId unit) {
        return new EventChoicePage(
                mine(by, at, unit),
                Arrays.stream(UnitEventKind.values())
                        .filter(kind -> kind != UnitEventKind.OPEN)
                        .toList());
    }

    @GetMapping("/units/{unit}/events/{kind}")
    EventFormPage form(Actor by, AsOf at, @PathVariable UnitId unit, @PathVariable UnitEventKind kind) {
        var asked = offers.asked(by, mine(by, at, unit), kind, at, List.of());
        return new EventFormPage(asked, EventForm.EMPTY, EventLines.EMPTY, null, FormErrors.NONE);
    }

    /** Applies what was previewed; what was changed since then is previewed first. {@code again} only draws the form anew. */
    @PostMapping("/units/{unit}/events/{kind}")
    ResponseEntity<Page> record(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            @PathVariable UnitEventKind kind,
            @RequestParam(defaultValue = "false") boolean apply,
            @RequestParam(defaultValue = "") String previewed,
            @RequestParam(defaultValue = "") String again,
            @RequestParam MultiValueMap<String, String> typed,
            @Valid EventForm form,
            BindingResult binding) {
        var lines = EventLines.of(typed);
        var asked = offers.asked(by, mine(by, at, unit), kind, at, lines.also());
        if (!again.isEmpty()) {
            return ResponseEntity.ok(new EventFormPage(
                    asked, form, lines, null, FormErrors.of(binding).ofTyped()));
        }
        var written = new EventWritten(asked, form, lines);
        var words = wordings.vietnamese();
        var name = words.word(kind) + " " + asked.unit().name();
        if (apply && previewed.equals(lines.digest())) {
            return Attempt.of(binding, () -> events.apply(by, written.plan(name)))
                    .then(outcome -> Answers.saying("organisation.event.applied")
                            .seeOther("/events/{event}", outcome.events().get(0)))
                    .orAgain(errors -> new EventFormPage(asked, form, lines, null, errors));
        }
        return Attempt.of(binding, () -> events.preview(by, written.plan(name)))
                .then(preview -> ResponseEntity.ok(new EventFormPage(asked, form, lines, preview, FormErrors.NONE)))
                .orAgain(errors -> new EventFormPage(asked, form, lines, null, errors));
    }

    @GetMapping("/events/{event}")
    EventPage event(Actor by, AsOf at, @PathVariable EventId event) {
        return eventPage(by, at, event, FormErrors.NONE, FormErrors.NONE);
    }

    @PostMapping("/events/{event}/undo")
    ResponseEntity<Page> undo(Actor by, AsOf at, @PathVariable EventId event, EventForm form, BindingResult binding) {
        return Attempt.of(binding, () -> events.undo(by, event))
                .then(outcome -> Answers.saying("organisation.event.undone").seeOther("/events/{event}", event))
                .orAgain(errors -> eventPage(by, at, event, errors, FormErrors.NONE));
    }

    @PostMapping("/events/{event}/files")
    ResponseEntity<Page> attach(Actor by, AsOf at, @PathVariable EventId event, FileForm form, BindingResult binding) {
        return Attempt.of(binding, () -> files.attach(by, event, form.name(), form.content(), at))
                .then(done -> Answers.saying("organisation.file.attached").seeOther("/events/{event}", event))
                .orAgain(errors -> eventPage(by, at, event, FormErrors.NONE, errors));
    }

    @PostMapping("/events/{event}/files/{file}/detach")
    ResponseEntity<Page> detach(Actor by, AsOf at, @PathVariable EventId event, @PathVariable long file) {
        files.detach(by, event, file, at);
        return Answers.saying("organisation.file.detached").seeOther("/events/{event}", event);
    }

    @GetMapping("/events/{event}/files/{file}")
    ResponseEntity<byte[]> file(Actor by, AsOf at, @PathVariable EventId event, @PathVariable long file) {
        var found = files.file(by, event, file, at);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.type()))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(files.content(by, event, file, at));
    }

    private EventPage eventPage(Actor by, AsOf at, EventId event, FormErrors errors, FormErrors fileErrors) {
        var found = history.event(event, at.known());
        var holds = found.takenBackAt() == null;
        return new EventPage(
                found,
                files.of(by, event, at),
                holds && files.mayAttach(by, event, at),
                holds && found.kind() != UnitEventKind.OPEN && by.mayAnywhere(Verb.CHANGE_STRUCTURE),
                errors,
                fileErrors);
    }

    private Unit mine(Actor by, AsOf at, UnitId unit) {
        organisation.check(by, Verb.CHANGE_STRUCTURE, unit, at);
        return organisation.unit(unit, at);
    }
}

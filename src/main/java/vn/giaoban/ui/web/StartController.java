package vn.giaoban.ui.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.ui.HeadFigures;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.StartNotes;
import vn.giaoban.ui.Wordings;

@RestController
class StartController {

    private final ObjectProvider<HeadFigures> figures;
    private final ObjectProvider<StartNotes> notes;
    private final Wordings wordings;

    StartController(ObjectProvider<HeadFigures> figures, ObjectProvider<StartNotes> notes, Wordings wordings) {
        this.figures = figures;
        this.notes = notes;
        this.wordings = wordings;
    }

    @GetMapping("/")
    Page start(Actor by, AsOf at) {
        var words = wordings.current();
        return new StartPage(
                notes.orderedStream()
                        .flatMap(some -> some.notes(by, words).stream())
                        .toList(),
                figures.orderedStream()
                        .flatMap(some -> some.of(by, at, words).stream())
                        .toList());
    }
}

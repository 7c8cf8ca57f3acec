package vn.giaoban.ui.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.ui.Figure;
import vn.giaoban.ui.HeadFigures;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.StartNotes;
import vn.giaoban.ui.StartPiece;
import vn.giaoban.ui.StartTasks;
import vn.giaoban.ui.Wording;
import vn.giaoban.ui.Wordings;

/** Where everyone begins; what stands there comes from the modules. */
@RestController
class StartController {

    private final ObjectProvider<HeadFigures> figures;
    private final ObjectProvider<StartNotes> notes;
    private final ObjectProvider<StartTasks> tasks;
    private final ObjectProvider<StartPiece> pieces;
    private final Wordings wordings;

    StartController(
            ObjectProvider<HeadFigures> figures,
            ObjectProvider<StartNotes> notes,
            ObjectProvider<StartTasks> tasks,
            ObjectProvider<StartPiece> pieces,
            Wordings wordings) {
        this.figures = figures;
        this.notes = notes;
        this.tasks = tasks;
        this.pieces = pieces;
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
                        .toList(),
                tasks(by, at, words),
                pieces.stream()
                        .sorted(Comparator.comparing(StartPiece::position))
                        .flatMap(piece -> piece.of(by, at).stream())
                        .map(Page.class::cast)
                        .toList());
    }

    private List<Figure> tasks(Actor by, AsOf at, Wording words) {
        return tasks.stream()
                .sorted(Comparator.comparing(StartTasks::position))
                .flatMap(some -> some.tasks(by, at, words).stream())
                .toList();
    }
}

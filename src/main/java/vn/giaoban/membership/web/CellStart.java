package vn.giaoban.membership.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Question;
import vn.giaoban.membership.CellTasks;
import vn.giaoban.membership.ChangeReports;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.StartPiece;

/** Where the secretary of a cell begins: the cell, what is to be done in it this month, and three things to press. */
@Component
class CellStart implements StartPiece {

    private static final List<String> FIGURES =
            List.of("members", "members-present", "members-official", "members-probationary");

    private final Organisation organisation;
    private final Figures figures;
    private final CellTasks tasks;
    private final ChangeReports reports;

    CellStart(Organisation organisation, Figures figures, CellTasks tasks, ChangeReports reports) {
        this.organisation = organisation;
        this.figures = figures;
        this.tasks = tasks;
        this.reports = reports;
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public Optional<CellStartPage> of(Actor by, AsOf at) {
        if (!by.onlyReports()) {
            return Optional.empty();
        }
        var cells = by.where(Verb.RECORD).stream()
                .sorted()
                .flatMap(unit -> organisation.find(unit, at).stream())
                .map(unit -> cell(by, unit, at))
                .toList();
        return Optional.of(new CellStartPage(cells, reports.standing(by)));
    }

    private CellStartPage.Cell cell(Actor by, Unit unit, AsOf at) {
        return new CellStartPage.Cell(
                unit,
                above(unit, at),
                counts(by, unit, at),
                by.where(Verb.SEE_PERSONS).contains(unit.id()) ? tasks.of(by, unit.id(), at) : List.of());
    }

    private @Nullable String above(Unit unit, AsOf at) {
        return unit.parent() == null
                ? null
                : organisation.find(unit.parent(), at).map(Unit::name).orElse(null);
    }

    /** As far as the actor sees figures there and the registers had begun. */
    private List<vn.giaoban.figures.Figure> counts(Actor by, Unit unit, AsOf at) {
        try {
            return figures.read(
                            by,
                            Question.of(unit.id(), at.day(), at.day().plusDays(1))
                                    .known(at.known())
                                    .only(FIGURES))
                    .figures();
        } catch (Refusal refusal) {
            return List.of();
        }
    }
}

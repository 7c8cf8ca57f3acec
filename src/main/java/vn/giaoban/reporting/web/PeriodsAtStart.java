package vn.giaoban.reporting.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.giaoban.reporting.PeriodConfirmations;
import vn.giaoban.reporting.PeriodConfirmations.Line;
import vn.giaoban.reporting.PeriodConfirmations.State;
import vn.giaoban.reporting.ReportingPeriod;
import vn.giaoban.reporting.ReportingPeriod.Asked;
import vn.giaoban.reporting.ReportingPeriods;
import vn.giaoban.reporting.YearProgress;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.UnitId;
import vn.giaoban.ui.Figure;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wording;

/** Reporting periods on the start pages: for who asks, and for who is asked. */
@Component
class PeriodsAtStart {

    private final ReportingPeriods periods;
    private final PeriodConfirmations confirmations;

    PeriodsAtStart(ReportingPeriods periods, PeriodConfirmations confirmations) {
        this.periods = periods;
        this.confirmations = confirmations;
    }

    /** The open period with the latest cut-off. */
    Optional<? extends Page> open(Actor by, UnitId unit, AsOf at) {
        return current(by, unit, at).map(period -> {
            var lines = confirmations.lines(by, period.id(), at);
            var confirmed = lines.stream()
                    .filter(line -> line.state() == State.CONFIRMED)
                    .count();
            return new OpenPeriodPiece(
                    period,
                    confirmed,
                    lines.size(),
                    lines.size() - confirmed,
                    period.daysLeft(at.day()),
                    periods.mayKeep(by, period, at));
        });
    }

    private Optional<ReportingPeriod> current(Actor by, UnitId unit, AsOf at) {
        return periods.openOf(by, unit, at).stream().findFirst();
    }

    ProgressPiece beside(YearProgress.Progress progress, Actor by, UnitId unit, AsOf at) {
        var period =
                current(by, unit, at).filter(one -> one.asked() == Asked.DIRECT).orElse(null);
        if (period == null) {
            return new ProgressPiece(progress, null, Map.of());
        }
        var states = new HashMap<UnitId, State>();
        for (var line : confirmations.lines(by, period.id(), at)) {
            states.put(line.unit().id(), line.state());
        }
        return new ProgressPiece(progress, period, states);
    }

    /** One task for each period that asks a unit of the reader's: until it is confirmed, and again if its figures changed. */
    List<Figure> toConfirm(Actor by, AsOf at, Wording words) {
        var tasks = new ArrayList<Figure>();
        for (var request : periods.asked(by, at)) {
            try {
                var line = confirmations.line(
                        by, request.period().id(), request.unit().id(), at);
                if (line.state() != State.CONFIRMED) {
                    tasks.add(task(request, line, words));
                }
            } catch (Refusal notCountedYet) {
                // before the registers begin there is nothing to confirm
                continue;
            }
        }
        return tasks;
    }

    private static Figure task(ReportingPeriods.Request request, Line line, Wording words) {
        var period = request.period();
        var reminded = line.remindedAt();
        return new Figure(
                words.text(
                        line.state() == State.CHANGED ? "reporting.task.confirm-again" : "reporting.task.confirm",
                        period.name(),
                        request.asking().name(),
                        period.confirmBy()),
                words.number(1),
                reminded == null ? "" : words.text("reporting.task.reminded", reminded),
                "/periods/" + period.id() + "/units/" + request.unit().id());
    }
}

package vn.giaoban.reporting.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.giaoban.figures.Freezes;
import vn.giaoban.figures.Frozen;
import vn.giaoban.figures.Question;
import vn.giaoban.figures.TreeChoice;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.Period;
import vn.giaoban.reporting.YearProgress;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Figure;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.StartPiece;
import vn.giaoban.ui.StartTasks;
import vn.giaoban.ui.Wording;
import vn.giaoban.ui.Wordings;

/** What this module shows on the start page of those who see the figures of more than a cell. */
@Configuration(proxyBeanMethods = false)
class ReportingStart {

    /** How far everyone is, with who has confirmed the figures of the period that is open. */
    @Bean
    StartPiece progressAtStart(YearProgress progress, PeriodsAtStart periods, Organisation organisation) {
        return piece(
                40,
                (by, at) -> top(organisation, by, at).flatMap(unit -> {
                    var found = progress.of(by, unit.id(), at);
                    return found.lines().isEmpty()
                            ? Optional.empty()
                            : Optional.of(periods.beside(found, by, unit.id(), at));
                }));
    }

    @Bean
    StartPiece openPeriod(PeriodsAtStart periods, Organisation organisation) {
        return piece(38, (by, at) -> top(organisation, by, at).flatMap(unit -> periods.open(by, unit.id(), at)));
    }

    @Bean
    StartPiece stateOfReports(Freezes freezes, Organisation organisation, Wordings wordings) {
        return piece(
                41,
                (by, at) -> top(organisation, by, at).map(unit -> {
                    var question = Question.of(unit.id(), at.day(), at.day().plusDays(1))
                            .known(at.known());
                    var frozen = freezes.of(by, question);
                    return new StatePiece(
                            unit,
                            periods(at.day()).stream()
                                    .map(period -> line(period, frozen, wordings.current()))
                                    .toList(),
                            organisation.may(by, Verb.CONFIRM, unit.id(), at));
                }));
    }

    /** What those above ask to be confirmed. */
    @Bean
    StartTasks figuresToConfirm(PeriodsAtStart periods) {
        return new StartTasks() {
            @Override
            public int position() {
                return 20;
            }

            @Override
            public List<Figure> tasks(Actor by, AsOf at, Wording words) {
                return by.onlyReports() ? List.of() : periods.toConfirm(by, at, words);
            }
        };
    }

    private interface Shown {

        Optional<? extends Page> of(Actor by, AsOf at);
    }

    /** Where nothing can be counted, as before a register begins, nothing stands. */
    private static StartPiece piece(int position, Shown shown) {
        return new StartPiece() {
            @Override
            public int position() {
                return position;
            }

            @Override
            public Optional<? extends Page> of(Actor by, AsOf at) {
                try {
                    return shown.of(by, at);
                } catch (Refusal refusal) {
                    return Optional.empty();
                }
            }
        };
    }

    /** The first unit over which the reader sees figures; a cell has its own page. */
    private static Optional<Unit> top(Organisation organisation, Actor by, AsOf at) {
        return by.onlyReports()
                ? Optional.empty()
                : by.where(Verb.SEE_FIGURES).stream()
                        .sorted()
                        .flatMap(unit -> organisation.find(unit, at).stream())
                        .findFirst()
                        .filter(unit -> !unit.holdsMembers());
    }

    /** Last month, and the month, quarter, half-year and year of the day. */
    private static List<Period> periods(LocalDate day) {
        var month = YearMonth.from(day);
        var year = day.getYear();
        return List.of(
                Period.of(month.minusMonths(1).toString()),
                Period.of(month.toString()),
                Period.of(year + "-Q" + (month.getMonthValue() + 2) / 3),
                Period.of(year + (month.getMonthValue() <= 6 ? "-H1" : "-H2")),
                Period.of(Integer.toString(year)));
    }

    private static StatePiece.Line line(Period period, List<Frozen> frozen, Wording words) {
        return new StatePiece.Line(
                period,
                ReportController.words(words, period),
                frozen.stream()
                        .filter(one -> one.reading().from().equals(period.from())
                                && one.reading().until().equals(period.until())
                                && one.reading().structure().kind() == TreeChoice.Kind.AS_WAS)
                        .findFirst()
                        .orElse(null));
    }
}

package vn.giaoban.figures.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.giaoban.figures.Answer;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Indicator;
import vn.giaoban.figures.Question;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitPart;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Figure;
import vn.giaoban.ui.HeadFigures;
import vn.giaoban.ui.MenuEntry;
import vn.giaoban.ui.Wording;

/** What this module adds to the frame of every page and to the pages of units. */
@Configuration(proxyBeanMethods = false)
class FiguresFrame {

    private static final List<String> HEADS = List.of("members", "members-present", "base-organisations", "cells");
    private static final List<String> AT_START =
            List.of("members", "members-present", "all-admissions", "removed", "base-organisations", "cells");
    private static final List<String> OF_A_CELL = List.of("members", "members-official", "members-present");

    @Bean
    MenuEntry figuresMenu() {
        return MenuEntry.forVerb(20, "figures.menu", "/figures", Verb.SEE_FIGURES)
                .notForCells();
    }

    @Bean
    HeadFigures headFigures(Figures figures, Organisation organisation) {
        return (by, at, words) -> by.onlyReports()
                ? List.of()
                : by.where(Verb.SEE_FIGURES).stream()
                        .sorted()
                        .filter(unit -> organisation.find(unit, at).isPresent())
                        .findFirst()
                        .map(unit -> heads(figures, by, unit, at, AT_START, words))
                        .orElse(List.of());
    }

    @Bean
    UnitPart unitFigures(Figures figures) {
        return new UnitPart() {
            @Override
            public int position() {
                return 20;
            }

            @Override
            public List<Figure> figures(Actor by, Unit unit, AsOf at, Wording words) {
                return unit.counts()
                        ? heads(figures, by, unit.id(), at, unit.holdsMembers() ? OF_A_CELL : HEADS, words)
                        : List.of();
            }

            @Override
            public Optional<Beside> beside(Actor by, Unit unit, AsOf at, Wording words) {
                return members(figures, by, unit.id(), at, words);
            }

            @Override
            public List<Way> ways(Actor by, Unit unit, AsOf at, Wording words) {
                return unit.counts() && by.mayAnywhere(Verb.SEE_FIGURES)
                        ? List.of(new Way(words.text("figures.way"), "/figures/" + unit.id()))
                        : List.of();
            }
        };
    }

    private static Optional<UnitPart.Beside> members(Figures figures, Actor by, UnitId unit, AsOf at, Wording words) {
        var question = Question.of(unit, at.day(), at.day().plusDays(1))
                .known(at.known())
                .only("members");
        try {
            var written = new HashMap<UnitId, String>();
            for (var line : figures.children(by, question).lines()) {
                var value = line.figure("members").value();
                if (value != null && !line.own()) {
                    written.put(line.unit().id(), words.number(value));
                }
            }
            return Optional.of(new UnitPart.Beside(words.text("figures.beside"), written));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** What is counted from the beginning of the year says so. */
    private static Figure since(
            vn.giaoban.figures.Figure counted, LocalDate year, LocalDate day, Figure written, Wording words) {
        return counted.indicator().kind() != Indicator.Kind.FLOW
                ? written
                : new Figure(
                        written.label(), written.value(), words.text("figures.from-day", year, day), written.path());
    }

    /** A kind of organisation of which there is none below a unit is not worth a number there. */
    private static boolean says(vn.giaoban.figures.Figure figure) {
        return figure.indicator().measure() != Indicator.Measure.UNIT
                || figure.value() == null
                || figure.value().signum() != 0;
    }

    /** From the beginning of the year to the day; nothing where the actor may see none, or the registers had not begun. */
    private static List<Figure> heads(
            Figures figures, Actor by, UnitId unit, AsOf at, List<String> codes, Wording words) {
        var year = LocalDate.of(at.day().getYear(), 1, 1);
        var question =
                Question.of(unit, year, at.day().plusDays(1)).known(at.known()).only(codes);
        Answer answer;
        try {
            answer = figures.read(by, question);
        } catch (Refusal refusal) {
            return List.of();
        }
        var view = new View(answer.unit(), answer.reading(), !at.known().isBefore(figures.latest()));
        return answer.figures().stream()
                .filter(FiguresFrame::says)
                .map(figure -> since(figure, year, at.day(), Tables.head(figure, view, words), words))
                .toList();
    }
}

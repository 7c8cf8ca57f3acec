package vn.giaoban.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.giaoban.figures.Answer;
import vn.giaoban.figures.ChildLines;
import vn.giaoban.figures.Figure;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Question;
import vn.giaoban.figures.TreeChoice;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.record.Entries;
import vn.giaoban.reporting.GiaoBanReport.Distribution;
import vn.giaoban.reporting.GiaoBanReport.Head;
import vn.giaoban.reporting.GiaoBanReport.Line;
import vn.giaoban.reporting.GiaoBanReport.Month;
import vn.giaoban.reporting.GiaoBanReport.Movement;
import vn.giaoban.reporting.GiaoBanReport.Part;
import vn.giaoban.reporting.GiaoBanReport.PlanLine;
import vn.giaoban.reporting.GiaoBanReport.Side;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.UnitId;

/**
 * The giao ban report. Every number is asked of {@link Figures} with the same instant of knowledge, so that the report is one reading of the
 * registers.
 */
@Service
public class Reports {

    static final List<String> HEADS = List.of(
            "members",
            "members-official",
            "members-probationary",
            "members-present",
            "members-women",
            "all-admissions",
            "recognitions",
            "removed",
            "direct-organisations",
            "base-organisations",
            "base-cells",
            "part-organisations",
            "cells",
            "caucuses");

    static final List<String> LINES = List.of(
            "members", "members-official", "all-admissions", "removed", "base-organisations", "cells", "opening");

    private static final Map<Side, List<String>> MOVEMENT = Map.of(
            Side.OPENING, List.of("opening"),
            Side.IN, List.of("admissions", "readmissions", "restored", "transfers-in", "with-units-in"),
            Side.OUT,
                    List.of(
                            "transfers-out",
                            "with-units-out",
                            "annulled",
                            "struck-off",
                            "resigned",
                            "expelled",
                            "died"),
            Side.CLOSING, List.of("closing"));

    private static final List<String> BREAKDOWNS =
            List.of("sex", "age-band", "party-age-band", "ethnicity", "education", "theory");

    private static final int MONTHS = 13;

    private final Figures figures;
    private final Organisation organisation;
    private final Entries entries;
    private final StandingOut standingOut;
    private final Remarks remarks;
    private final AdmissionPlans plans;
    private final TypedFigures typed;

    Reports(
            Figures figures,
            Organisation organisation,
            Entries entries,
            StandingOut standingOut,
            Remarks remarks,
            AdmissionPlans plans,
            TypedFigures typed) {
        this.figures = figures;
        this.organisation = organisation;
        this.entries = entries;
        this.standingOut = standingOut;
        this.remarks = remarks;
        this.plans = plans;
        this.typed = typed;
    }

    /**
     * @param known null: everything recorded until now
     * @throws Refusal as {@link Figures#read}: all that is wrong at once, and "not found" for a unit that is not the actor's
     */
    public GiaoBanReport giaoBan(Actor by, UnitId unit, Period period, TreeChoice structure, @Nullable Instant known) {
        var fixed = known == null ? entries.latest() : known;
        var question =
                Question.of(unit, period.from(), period.until()).in(structure).known(fixed);
        var now = figures.read(by, question.only(asked()));
        var before = earlier(by, question, period.before());
        var yearAgo = earlier(by, question, period.yearAgo());
        var at = new AsOf(period.lastDay(), fixed);
        var named = organisation.find(unit, at).orElseGet(() -> organisation.unit(unit, lastDay(unit, fixed)));
        var lines = figures.children(by, question.only(LINES));
        return new GiaoBanReport(
                named,
                superior(named, at),
                period,
                now.reading(),
                heads(now, before, yearAgo),
                movement(now, yearAgo),
                LINES,
                lines(lines, now.figure("members"), standingOut.cellsForRank(period.lastDay())),
                structure(by, question),
                series(by, question, period),
                standingOut.of(by, question, lines),
                standingOut.quality(by, lines, fixed, period.lastDay()),
                plans(by, question, named, period, lines),
                typed.sums(unit, period, at),
                remarks.of(by, unit, period, fixed));
    }

    private static List<String> asked() {
        var codes = new ArrayList<>(HEADS);
        MOVEMENT.values().forEach(codes::addAll);
        return codes.stream().distinct().toList();
    }

    /** The same figures of another period; empty where the registers had not begun. */
    private Optional<Answer> earlier(Actor by, Question question, Period period) {
        try {
            var then = question.during(period.from(), period.until()).only(asked());
            return Optional.of(figures.read(by, then));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.INVALID) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private AsOf lastDay(UnitId unit, Instant known) {
        var closed = organisation.closedOn(unit, known);
        return new AsOf(closed.map(day -> day.minusDays(1)).orElse(java.time.LocalDate.MIN), known);
    }

    private @Nullable Unit superior(Unit unit, AsOf at) {
        return unit.parent() == null
                ? null
                : organisation.find(unit.parent(), at).orElse(null);
    }

    private static List<Head> heads(Answer now, Optional<Answer> before, Optional<Answer> yearAgo) {
        return HEADS.stream()
                .map(code -> new Head(now.figure(code), value(before, code), value(yearAgo, code)))
                .toList();
    }

    private static List<Movement> movement(Answer now, Optional<Answer> yearAgo) {
        var lines = new ArrayList<Movement>();
        for (var side : Side.values()) {
            for (var code : MOVEMENT.getOrDefault(side, List.of())) {
                lines.add(new Movement(side, now.figure(code), value(yearAgo, code)));
            }
        }
        return lines;
    }

    private static @Nullable BigDecimal value(Optional<Answer> answer, String code) {
        return answer.map(then -> then.figure(code)).map(Figure::value).orElse(null);
    }

    private static List<Line> lines(ChildLines children, Figure members, int cellsForRank) {
        var ranked = children.lines().stream()
                .filter(line -> !line.own() && line.figure("cells").orZero() >= cellsForRank)
                .sorted(Comparator.comparing(
                                (ChildLines.Line line) -> line.figure("members").orZero())
                        .reversed())
                .map(line -> line.unit().id())
                .toList();
        return children.lines().stream()
                .filter(Reports::saysSomething)
                .map(line -> {
                    var rank = ranked.indexOf(line.unit().id());
                    return new Line(
                            line, share(line.figure("members").value(), members.value()), rank < 0 ? null : rank + 1);
                })
                .toList();
    }

    /** A unit without members and without organisations (a caucus) is counted among the heads and has no line. */
    static boolean saysSomething(ChildLines.Line line) {
        return line.figures().stream()
                .anyMatch(figure -> figure.value() != null && figure.value().signum() != 0);
    }

    private List<Distribution> structure(Actor by, Question question) {
        var distributions = new ArrayList<Distribution>();
        var answers = figures.read(
                by,
                BREAKDOWNS.stream()
                        .map(code -> question.only("members").by(code))
                        .toList());
        for (var n = 0; n < answers.size(); n++) {
            var code = BREAKDOWNS.get(n);
            var figure = answers.get(n).figure("members");
            var name = figures.catalogue().breakdown(code).orElseThrow().name().vi();
            var order = List.copyOf(figures.labels().of(code).keySet());
            distributions.add(new Distribution(
                    code,
                    name,
                    figure.parts().stream()
                            .sorted(Comparator.comparing(part -> PartNames.rank(order, part.key())))
                            .map(part -> new Part(part.key(), part.value(), share(part.value(), figure.value())))
                            .toList()));
        }
        return distributions;
    }

    private List<PlanLine> plans(Actor by, Question question, Unit unit, Period period, ChildLines lines) {
        var known = java.util.Objects.requireNonNull(question.known());
        var below = lines.lines().stream()
                .filter(line -> !line.own() && saysSomething(line))
                .map(ChildLines.Line::unit)
                .toList();
        var units = new ArrayList<UnitId>();
        units.add(unit.id());
        below.forEach(child -> units.add(child.id()));
        var typed = plans.of(units, period.lastDay().getYear(), known);
        if (typed.isEmpty()) {
            return List.of();
        }
        var year = question.during(AdmissionPlans.yearBegins(period), period.until())
                .only("all-admissions");
        var reached = new HashMap<UnitId, BigDecimal>();
        figures.children(by, year).lines().stream()
                .filter(line -> !line.own())
                .forEach(line -> Optional.ofNullable(
                                line.figure("all-admissions").value())
                        .ifPresent(value -> reached.put(line.unit().id(), value)));
        var whole = figures.read(by, year).figure("all-admissions").value();
        var planLines = new ArrayList<PlanLine>();
        planLines.add(planLine(unit.id(), unit.name(), true, typed.get(unit.id()), whole));
        below.forEach(child -> planLines.add(
                planLine(child.id(), child.name(), false, typed.get(child.id()), reached.get(child.id()))));
        return planLines;
    }

    private static PlanLine planLine(
            UnitId unit, String name, boolean whole, @Nullable AdmissionPlan plan, @Nullable BigDecimal reached) {
        var planned = plan == null ? null : BigDecimal.valueOf(plan.admissions());
        return new PlanLine(unit, name, whole, plan, reached, share(reached, planned));
    }

    /** The last months up to the end of the period, each at its own end, the last one at the period's. */
    private List<Month> series(Actor by, Question question, Period period) {
        var last = YearMonth.from(period.lastDay());
        var months = new ArrayList<ChildLines.Days>();
        for (var month = last.minusMonths(MONTHS - 1L); !month.isAfter(last); month = month.plusMonths(1)) {
            var until =
                    month.equals(last) ? period.until() : month.plusMonths(1).atDay(1);
            months.add(new ChildLines.Days(month.atDay(1), until));
        }
        return figures.series(by, question.only("members", "all-admissions"), months).stream()
                .map(answer -> new Month(
                        YearMonth.from(answer.reading().from()),
                        answer.figure("members").value(),
                        answer.figure("all-admissions").value()))
                .toList();
    }

    private static @Nullable BigDecimal share(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part == null || whole == null || whole.signum() == 0
                ? null
                : part.divide(whole, 6, RoundingMode.HALF_UP);
    }
}

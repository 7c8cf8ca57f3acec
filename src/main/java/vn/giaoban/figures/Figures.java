package vn.giaoban.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/**
 * Figures of units: what they mean is fixed in {@code docs/counting.md}. Every answer names its unit, period, structure and instant.
 *
 * <p>Refuses with all that is wrong at once; a unit over which the actor may not see figures answers as if it were not there.
 */
@Service
public class Figures {

    private static final int MOST_PERIODS = 400;

    private final Catalogue catalogue;
    private final Counting counting;
    private final Questions questions;
    private final Subjects subjects;
    private final Populations populations;
    private final SmallCounts smallCounts;
    private final Labels labels;
    private final House house;
    private final Entries entries;
    private final Registers registers;
    private final Organisation organisation;

    Figures(
            Catalogue catalogue,
            Counting counting,
            Questions questions,
            Subjects subjects,
            Populations populations,
            SmallCounts smallCounts,
            Labels labels,
            House house,
            Entries entries,
            Registers registers,
            Organisation organisation) {
        this.catalogue = catalogue;
        this.counting = counting;
        this.questions = questions;
        this.subjects = subjects;
        this.populations = populations;
        this.smallCounts = smallCounts;
        this.labels = labels;
        this.house = house;
        this.entries = entries;
        this.registers = registers;
        this.organisation = organisation;
    }

    /** Words for the parts of breakdowns. */
    public Labels labels() {
        return labels;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** @throws Refusal with all that is wrong with the question; "not found" for a unit that is not the actor's */
    public Answer read(Actor by, Question question) {
        return house.counting(() -> {
            var asked = questions.understood(by, question);
            return answer(by, asked, asked.reading());
        });
    }

    /** The answers to several questions, of one reading of the registers. */
    public List<Answer> read(Actor by, List<Question> questions) {
        return house.counting(
                () -> questions.stream().map(question -> read(by, question)).toList());
    }

    /** Every number, whoever would see it: for what is kept, not for what is shown. */
    Answer whole(Question question) {
        return read(Actor.system(house.registers()), question);
    }

    /** One number of one reading, also of the day before the registers begin; 0 where there is none. For explanations. */
    long value(Reading reading, Indicator indicator) {
        var unit = subjects.find(reading.unit(), reading.lastDay(), reading.known());
        if (unit.isEmpty()) {
            return 0;
        }
        var presence = Presence.of(unit.get(), reading);
        if (presence.missingDuring(reading.openingDay(), reading.lastDay()) != null) {
            return 0;
        }
        var counts = counted(reading, Lines.total(reading), List.of(indicator), null);
        return new Assembly(catalogue, reading, counts, reading.unit(), presence, Days.EVER, null)
                .figure(indicator)
                .orZero();
    }

    /** @throws Refusal naming each register inside that begins after {@code from} */
    void checkBegun(Questions.Understood asked, LocalDate from) {
        var reading = asked.reading();
        begun(
                counted(reading, Lines.total(reading), asked.indicators(), null),
                reading.over(from.isBefore(reading.until()) ? from : reading.lastDay(), reading.until()));
    }

    /** Every flow of people at once, for the rows behind it. */
    Indicator allFlows() {
        return catalogue.indicators().stream()
                .filter(indicator -> indicator.reckoning() instanceof Reckoning.Across)
                .findFirst()
                .map(indicator -> Indicator.of(
                        "",
                        "",
                        "",
                        indicator.measure(),
                        Happened.everything(((Reckoning.Across) indicator.reckoning()).rows())))
                .orElseThrow();
    }

    /**
     * The same question over several periods, such as the months of a year. A period before the registers begin is left out, so that a
     * series begins where its data do.
     */
    public List<Answer> series(Actor by, Question question, List<ChildLines.Days> periods) {
        if (periods.size() > MOST_PERIODS) {
            throw FiguresRefusal.tooManyPeriods(MOST_PERIODS);
        }
        return house.counting(() -> {
            var answers = new ArrayList<Answer>();
            for (var period : periods) {
                var asked = questions.understood(by, question.during(period.from(), period.until()));
                try {
                    answers.add(answer(by, asked, asked.reading()));
                } catch (Refusal refusal) {
                    if (refusal.all().noneMatch(one -> one.code().equals("figures.register-has-not-begun"))) {
                        throw refusal;
                    }
                }
            }
            return answers;
        });
    }

    /** One line for each unit that stood directly under this one, in official order, the unit's own line last. */
    public ChildLines children(Actor by, Question question) {
        return house.counting(() -> {
            var asked = questions.understood(by, question);
            var reading = asked.reading();
            var presence = Presence.of(asked.subject(), reading);
            if (presence.missingDuring(reading.openingDay(), reading.lastDay()) != null) {
                return new ChildLines(asked.subject(), reading, List.of());
            }
            var counts = counted(reading, Lines.CHILDREN, asked.indicators(), null);
            var begins = begun(counts, reading);
            var units = subjects.all(counts.lines().keySet(), reading.lastDay(), reading.known());
            var lines = new ArrayList<ChildLines.Line>();
            units.forEach((unit, child) -> {
                if (!unit.equals(reading.unit())) {
                    lines.add(line(asked, counts, child, begins));
                }
            });
            lines.sort(Comparator.comparing(line -> line.leftBefore(reading.until())));
            if (counts.counts().keySet().stream().anyMatch(place -> place.line().equals(reading.unit()))) {
                lines.add(line(asked, counts, asked.subject(), begins));
            }
            return new ChildLines(
                    asked.subject(), reading, smallCounts.guardedLines(by, reading, asked.subject(), lines));
        });
    }

    private ChildLines.Line line(Questions.Understood asked, Counts counts, Subject unit, LocalDate begins) {
        var reading = asked.reading();
        var own = unit.id().equals(reading.unit());
        var days = counts.lines().getOrDefault(unit.id(), List.of());
        var presence =
                own ? Presence.of(unit, reading) : reading.on() == null ? Presence.during(days) : Presence.ALWAYS;
        var population = own || !Assembly.needsPopulation(catalogue, asked.indicators())
                ? null
                : populations.of(reading.of(unit.id()));
        var assembly = new Assembly(catalogue, reading, counts, unit.id(), presence, begins, population);
        return new ChildLines.Line(
                unit,
                own || reading.on() != null ? List.of() : days,
                own,
                asked.indicators().stream().map(assembly::figure).toList());
    }

    Answer answer(Actor reader, Questions.Understood asked, Reading reading) {
        var subject = asked.subject();
        var presence = Presence.of(subject, reading);
        var lines = Lines.total(reading);
        var counts = presence.missingDuring(reading.openingDay(), reading.lastDay()) == null
                ? counted(reading, lines, asked.indicators(), asked.by())
                : Counts.NOTHING;
        var begins = begun(counts, reading);
        var population = Assembly.needsPopulation(catalogue, asked.indicators()) ? populations.of(reading) : null;
        var assembly = new Assembly(catalogue, reading, counts, reading.unit(), presence, begins, population);
        var by = asked.by();
        var keys = counts.keys(reading.unit());
        var figures = by == null
                ? asked.indicators().stream().map(assembly::figure).toList()
                : divisible(asked.indicators(), by.first()).stream()
                        .map(indicator -> assembly.divided(indicator, by, keys))
                        .toList();
        var on = reading.on();
        var standsFor = on != null && !subject.isOpen(on) && !on.isBefore(subject.closed())
                ? subjects.standsFor(subject.id(), on, reading.known()).orElse(null)
                : null;
        return new Answer(subject, reading, smallCounts.guarded(reader, reading, subject, by, figures), standsFor);
    }

    private Counts counted(Reading reading, Lines lines, List<Indicator> asked, @Nullable Division by) {
        return by == null
                ? counting.count(reading, lines, Assembly.counted(catalogue, asked), null)
                : counting.count(
                        reading, lines, Assembly.counted(catalogue, divisible(asked, by.first()), by), by.breakdown());
    }

    /** A breakdown divides the indicators of its own source; others are left out of the answer. */
    static List<Indicator> divisible(Collection<Indicator> asked, Breakdown by) {
        return asked.stream()
                .filter(indicator -> indicator.reckoning() instanceof Reckoning.OnDay stock
                                && stock.rows().equals(by.rows())
                        || indicator.reckoning() instanceof Reckoning.ByAttribute changed
                                && changed.present().equals(by.rows())
                        || indicator.reckoning() instanceof Reckoning.Across across
                                && across.rows().present().equals(by.rows()))
                .toList();
    }

    /**
     * The first day of the youngest register inside.
     *
     * @throws Refusal naming each register that begins after the period does
     */
    private LocalDate begun(Counts counts, Reading reading) {
        Map<RegisterId, Register> all = house.once(
                Register.class,
                () -> registers.all().stream().collect(Collectors.toMap(Register::id, register -> register)));
        var late = new ArrayList<Refusal>();
        var begins = Days.EVER;
        for (var id : counts.registers().stream()
                .sorted(Comparator.comparing(RegisterId::value))
                .toList()) {
            var register = all.get(id);
            if (register != null && register.firstDay().isAfter(reading.from())) {
                late.add(FiguresRefusal.registerHasNotBegun(register.name(), register.firstDay()));
            }
            if (register != null && register.firstDay().isAfter(begins)) {
                begins = register.firstDay();
            }
        }
        if (!late.isEmpty()) {
            throw late.size() == 1 ? late.get(0) : new Refusals(late);
        }
        return begins;
    }

    /** What "known now" means. */
    public Instant latest() {
        return entries.latest();
    }

    /** By 14-digit or short code; units of all times. */
    public UnitId named(String code) {
        return organisation.named(code).orElseThrow(OrganisationRefusal::unitNotFound);
    }
}

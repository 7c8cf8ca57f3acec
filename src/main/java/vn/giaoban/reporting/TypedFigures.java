package vn.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.figures.Figures;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.shared.Vietnamese;

/**
 * Numbers that no record yields: typed with their source by who keeps the register, shown with the mark ✎ wherever they stand, also in sums.
 * Nothing that records yield may be typed. Populations are {@link vn.giaoban.figures.Populations}', plans {@link AdmissionPlans}'.
 */
@Service
@Transactional(readOnly = true)
public class TypedFigures {

    private static final long MOST = 10_000_000_000L;
    private static final int LONGEST_SOURCE = 300;

    private final TypedFigureRows rows;
    private final Entries entries;
    private final Registers registers;
    private final Organisation organisation;
    private final Figures figures;
    private final Clock clock;

    TypedFigures(
            TypedFigureRows rows,
            Entries entries,
            Registers registers,
            Organisation organisation,
            Figures figures,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.registers = registers;
        this.organisation = organisation;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * What is typed.
     *
     * @param from of a stock not asked for
     * @param lastDay the end of the period, or the day of a stock
     */
    public record NewTyped(
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate lastDay,
            @Nullable Long value,
            boolean estimate,
            @Nullable String source) {}

    record Whole(TypedKind kind, LocalDate from, LocalDate lastDay, long value, boolean estimate, String source) {}

    /**
     * A unit's number of one kind: typed for it, or the sum of what was typed below it.
     *
     * @param parts one for the unit itself, or those that were added up
     */
    public record Sum(TypedKind kind, long value, List<TypedFigure> parts) {

        /** Whether any of it is an estimate: then the whole is. */
        public boolean estimate() {
            return parts.stream().anyMatch(TypedFigure::estimate);
        }

        /** Whether it was typed for the unit as a whole. */
        public boolean own(UnitId unit) {
            return parts.size() == 1 && parts.get(0).unit().equals(unit);
        }
    }

    /** What may be typed on a day. */
    public List<TypedKind> kinds(LocalDate day) {
        return rows.kinds(day);
    }

    /** The numbers of a unit for a period; none where nothing was typed. The right to the figures beside them is the caller's to check. */
    List<Sum> sums(UnitId unit, Period period, AsOf at) {
        var byKind = new LinkedHashMap<TypedKind, List<TypedFigure>>();
        rows.of(unit, period, at)
                .forEach(one -> byKind.computeIfAbsent(one.kind(), any -> new ArrayList<>())
                        .add(one));
        return byKind.entrySet().stream()
                .map(one -> new Sum(
                        one.getKey(),
                        one.getValue().stream().mapToLong(TypedFigure::value).sum(),
                        one.getValue()))
                .toList();
    }

    /**
     * The numbers of a unit for a period.
     *
     * @throws Refusal "not found" without the right to its figures
     */
    public List<Sum> of(Actor by, UnitId unit, Period period, AsOf at) {
        organisation.check(by, Verb.SEE_FIGURES, unit, at);
        return sums(unit, period, at);
    }

    /** All that was typed for a unit and those directly under it, the newest period first. */
    public List<TypedFigure> typed(Actor by, UnitId unit, AsOf at) {
        organisation.check(by, Verb.SEE_FIGURES, unit, at);
        return rows.around(unit, at);
    }

    /**
     * Types a number; one of the same unit, kind and days is corrected by it.
     *
     * @throws Refusal all that is wrong at once; the name of the figure where records yield it; "not found" without the right
     */
    @Transactional
    public void type(Actor by, UnitId unit, NewTyped typed, AsOf at) {
        organisation.check(by, Verb.KEEP_REGISTER, unit, at);
        var register = organisation.unit(unit, at).register();
        var whole = whole(typed, registers.register(register).firstDay());
        var entry = entries.begin(by, Set.of(register), "reporting.figure-typed", null);
        rows.supersede(register, unit, whole.kind().code(), whole.from(), whole.lastDay(), entry);
        rows.insert(register, unit, whole, entry);
    }

    /** Takes one back. @throws Refusal "not found" if it is not of the unit, or without the right */
    @Transactional
    public void withdraw(Actor by, UnitId unit, long typed, AsOf at) {
        organisation.check(by, Verb.KEEP_REGISTER, unit, at);
        var of = rows.unitOf(typed).orElseThrow(ReportingRefusal::typedNotFound);
        if (!organisation.may(by, Verb.KEEP_REGISTER, of, at) || !organisation.isUnder(of, Set.of(unit), at)) {
            throw ReportingRefusal.typedNotFound();
        }
        var register = organisation.unit(of, at).register();
        rows.withdraw(register, typed, entries.begin(by, Set.of(register), "reporting.figure-typed-withdrawn", null));
    }

    private Whole whole(NewTyped typed, LocalDate registerBegins) {
        var wrong = new ArrayList<Refusal>();
        var source = Vietnamese.normal(Objects.requireNonNullElse(typed.source(), ""));
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            wrong.add(ReportingRefusal.typedNeedsASource(LONGEST_SOURCE));
        }
        var value = typed.value();
        if (value == null || value < 0 || value > MOST) {
            wrong.add(ReportingRefusal.typedIsNoNumber());
        }
        var last = typed.lastDay();
        if (last == null) {
            wrong.add(ReportingRefusal.typedNeedsADay());
        }
        var kind = kind(typed.kind(), last, wrong);
        if (kind != null && last != null) {
            checkRecords(kind, typed.estimate(), last, registerBegins, wrong);
            if (kind.flow() && (typed.from() == null || typed.from().isAfter(last))) {
                wrong.add(ReportingRefusal.typedNeedsAPeriod(kind.name()));
            }
        }
        if (!wrong.isEmpty()) {
            throw wrong.size() == 1 ? wrong.get(0) : new Refusals(wrong);
        }
        var day = Objects.requireNonNull(last);
        return new Whole(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(kind).flow() ? Objects.requireNonNull(typed.from()) : day,
                day,
                Objects.requireNonNull(value),
                typed.estimate(),
                source);
    }

    private @Nullable TypedKind kind(@Nullable String code, @Nullable LocalDate day, List<Refusal> wrong) {
        var asked = Objects.requireNonNullElse(code, "");
        var counted = figures.catalogue().indicator(asked);
        if (counted.isPresent()) {
            wrong.add(ReportingRefusal.recordsYield(counted.get().name().vi()));
            return null;
        }
        var on = day == null ? LocalDate.now(clock.withZone(Days.ZONE)) : day;
        var found = rows.kinds(on).stream()
                .filter(kind -> kind.code().equals(asked))
                .findFirst();
        if (found.isEmpty()) {
            wrong.add(ReportingRefusal.typedNeedsAKind());
        }
        return found.orElse(null);
    }

    /** Before the register began nothing is counted, and of days to come there is only an estimate; in between the records tell. */
    private void checkRecords(
            TypedKind kind, boolean estimate, LocalDate last, LocalDate registerBegins, List<Refusal> wrong) {
        var counted = kind.counted();
        if (counted == null) {
            return;
        }
        var isToCome = last.isAfter(LocalDate.now(clock.withZone(Days.ZONE)));
        if (!last.isBefore(registerBegins) && !(estimate && isToCome)) {
            wrong.add(ReportingRefusal.recordsYield(
                    figures.catalogue().indicator(counted).orElseThrow().name().vi()));
        }
    }
}

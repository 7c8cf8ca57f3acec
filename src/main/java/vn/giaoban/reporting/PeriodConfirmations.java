package vn.giaoban.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.shared.Vietnamese;

/**
 * Units confirm their figures for a period; who has not is reminded, once a day. What is confirmed is what the officer saw: the values with
 * their digest.
 */
@Service
@Transactional(readOnly = true)
public class PeriodConfirmations {

    private static final int LONGEST_POST = 120;
    private static final int LONGEST_DOCUMENT = 200;

    private final ReportingPeriods periods;
    private final ConfirmationRows rows;
    private final AskedUnits asked;
    private final Entries entries;
    private final Organisation organisation;

    PeriodConfirmations(
            ReportingPeriods periods,
            ConfirmationRows rows,
            AskedUnits asked,
            Entries entries,
            Organisation organisation) {
        this.periods = periods;
        this.rows = rows;
        this.asked = asked;
        this.entries = entries;
        this.organisation = organisation;
    }

    /** How far a unit is with a period. */
    public enum State {
        MISSING,
        CONFIRMED,
        /** What it confirmed is not what its registers give now. */
        CHANGED
    }

    /**
     * @param now its figures as known now
     * @param settled those the period was closed with; null while it is open
     * @param remindedAt null if it never was
     */
    public record Line(
            Unit unit,
            State state,
            @Nullable Confirmation confirmation,
            ConfirmedFigures now,
            @Nullable ConfirmedFigures settled,
            @Nullable Instant remindedAt,
            @Nullable String remindedBy) {

        /** What differs from what was settled, or else from what was confirmed. */
        public List<String> differences() {
            if (settled != null) {
                return settled.differences(now);
            }
            return confirmation == null ? List.of() : confirmation.figures().differences(now);
        }
    }

    /** Each unit that a period asks, in official order. @throws Refusal "not found" unless the actor sees figures of who asks */
    public List<Line> lines(Actor by, long period, AsOf at) {
        var found = periods.period(by, period, at);
        var units = asked.of(found, at.known());
        var now = asked.figures(found, units, at.known());
        var confirmed = rows.of(period);
        var reminded = rows.reminders(period);
        var settled = found.isOpen() ? Map.<UnitId, ConfirmedFigures>of() : rows.settled(period);
        var lines = new ArrayList<Line>();
        for (var unit : units) {
            lines.add(line(
                    unit,
                    confirmed.get(unit.id()),
                    Objects.requireNonNull(now.get(unit.id())),
                    settled.get(unit.id()),
                    reminded.get(unit.id())));
        }
        return lines;
    }

    /** The line of one unit that is asked, for who sees its figures. */
    public Line line(Actor by, long period, UnitId unit, AsOf at) {
        var found = periods.askedOf(by, period, unit, at);
        return line(
                organisation.unit(unit, AskedUnits.at(found, at.known())),
                rows.of(period).get(unit),
                asked.figures(found, unit, at.known()),
                found.isOpen() ? null : rows.settled(period).get(unit),
                rows.reminders(period).get(unit));
    }

    private static Line line(
            Unit unit,
            @Nullable Confirmation confirmation,
            ConfirmedFigures now,
            @Nullable ConfirmedFigures settled,
            ConfirmationRows.@Nullable Reminder reminder) {
        var state = confirmation == null
                ? State.MISSING
                : confirmation.figures().equals(now) ? State.CONFIRMED : State.CHANGED;
        return new Line(
                unit,
                state,
                confirmation,
                now,
                settled,
                reminder == null ? null : reminder.at(),
                reminder == null ? null : reminder.login());
    }

    /** How an actor may confirm for a unit. */
    public enum Way {
        /** As its own officer. */
        OWN,
        /** As who asks, noting what came on paper. */
        NOTED,
        NOT
    }

    /** The officers of the unit that asks do not confirm in the place of those they ask: they note a document that came. */
    public Way way(Actor by, ReportingPeriod period, UnitId unit, AsOf at) {
        var tops = new HashSet<>(by.where(Verb.CONFIRM));
        tops.removeIf(top -> organisation.isUnder(period.unit(), Set.of(top), at));
        if (organisation.isUnder(unit, tops, at)) {
            return Way.OWN;
        }
        return by.isSystem() || organisation.may(by, Verb.KEEP_REGISTER, period.unit(), at) ? Way.NOTED : Way.NOT;
    }

    /**
     * @param seen digest of the figures that stood before who confirms
     * @param post in which he does
     * @param document that came on paper; needed from who asks
     */
    public record NewConfirmation(
            @Nullable String seen,
            @Nullable String post,
            @Nullable String document) {}

    /**
     * Confirms a unit's figures, or confirms them anew.
     *
     * @throws Refusal if the figures are others by now than those that were seen, the post or the document is missing, or the period was
     *     settled; "not found" without the right
     */
    @Transactional
    public void confirm(Actor by, long period, UnitId unit, NewConfirmation confirmation, AsOf at) {
        var found = periods.askedOf(by, period, unit, at);
        var way = way(by, found, unit, at);
        if (way == Way.NOT) {
            throw ReportingRefusal.periodNotFound();
        }
        if (!found.isOpen()) {
            throw ReportingRefusal.periodClosed(found.name());
        }
        var post = Vietnamese.normal(Objects.requireNonNullElse(confirmation.post(), ""));
        var document = Vietnamese.normal(Objects.requireNonNullElse(confirmation.document(), ""));
        checkWords(way, post, document);
        var known = entries.latest();
        var figures = asked.figures(found, unit, known);
        if (!figures.digest().equals(confirmation.seen())) {
            throw ReportingRefusal.figuresChangedMeanwhile();
        }
        var register = organisation.unit(unit, AskedUnits.at(found, known)).register();
        var entry = entries.begin(by, Set.of(register), "reporting.confirmed", null);
        rows.insert(
                register,
                period,
                new Confirmation(unit, figures, figures.digest(), known, post, document, by.login(), entry.at()),
                entry);
    }

    private static void checkWords(Way way, String post, String document) {
        var wrong = new ArrayList<Refusal>();
        if (post.isEmpty() || post.length() > LONGEST_POST) {
            wrong.add(ReportingRefusal.confirmationNeedsAPost(LONGEST_POST));
        }
        if (way == Way.NOTED && document.isEmpty()) {
            wrong.add(ReportingRefusal.confirmationNeedsADocument());
        }
        if (document.length() > LONGEST_DOCUMENT) {
            wrong.add(ReportingRefusal.documentTooLong(LONGEST_DOCUMENT));
        }
        if (!wrong.isEmpty()) {
            throw wrong.size() == 1 ? wrong.get(0) : new Refusals(wrong);
        }
    }

    /** The post in which somebody confirmed last; empty if he never did. */
    public String lastPost(Actor by) {
        return rows.lastPost(by.login());
    }

    /**
     * Reminds everyone who has not confirmed, or whose figures are others by now.
     *
     * @return how many were reminded
     * @throws Refusal if all of them were reminded today, or nobody is left to remind; "not found" without the right to keep the register
     */
    @Transactional
    public int remind(Actor by, long period, AsOf at) {
        var found = periods.kept(by, period, at);
        var late = lines(by, period, at).stream()
                .filter(line -> line.state() != State.CONFIRMED)
                .map(Line::unit)
                .toList();
        if (late.isEmpty()) {
            throw ReportingRefusal.nobodyToRemind(found.name());
        }
        var registers = late.stream().map(Unit::register).collect(Collectors.toSet());
        var entry = entries.begin(by, registers, "reporting.reminded", null);
        var day = LocalDate.ofInstant(entry.at(), Days.ZONE);
        var reminded = late.stream()
                .filter(unit -> rows.remind(unit.register(), period, unit.id(), day, entry))
                .count();
        if (reminded == 0) {
            throw ReportingRefusal.remindedToday(late.size());
        }
        return (int) reminded;
    }
}

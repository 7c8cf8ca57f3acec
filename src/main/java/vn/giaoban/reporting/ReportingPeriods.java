package vn.giaoban.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Question;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/**
 * Reporting periods: opened, corrected and taken back by who keeps the register of the unit that asks. Not yours is like not there.
 *
 * <p>Confirming, reminding and settling are {@link PeriodConfirmations}' and {@link PeriodClosing}'s.
 */
@Service
@Transactional(readOnly = true)
public class ReportingPeriods {

    private final PeriodRows rows;
    private final AskedUnits asked;
    private final Entries entries;
    private final Organisation organisation;
    private final Figures figures;

    ReportingPeriods(PeriodRows rows, AskedUnits asked, Entries entries, Organisation organisation, Figures figures) {
        this.rows = rows;
        this.asked = asked;
        this.entries = entries;
        this.organisation = organisation;
        this.figures = figures;
    }

    /** Of a unit, the latest cut-off first. @throws vn.giaoban.shared.Refusal "not found" without the right to its figures */
    public List<ReportingPeriod> of(Actor by, UnitId unit, AsOf at) {
        organisation.check(by, Verb.SEE_FIGURES, unit, at);
        return rows.of(Set.of(unit));
    }

    /** Those of a unit that are open on a day: begun and not settled. */
    public List<ReportingPeriod> openOf(Actor by, UnitId unit, AsOf at) {
        return of(by, unit, at).stream()
                .filter(period -> isOpen(period, at.day()))
                .toList();
    }

    static boolean isOpen(ReportingPeriod period, LocalDate day) {
        return period.isOpen() && !period.from().isAfter(day);
    }

    /** @throws vn.giaoban.shared.Refusal "not found" unless the actor sees figures of the unit that asks */
    public ReportingPeriod period(Actor by, long period, AsOf at) {
        var found = rows.find(period).orElseThrow(ReportingRefusal::periodNotFound);
        if (!organisation.may(by, Verb.SEE_FIGURES, found.unit(), at)) {
            throw ReportingRefusal.periodNotFound();
        }
        return found;
    }

    /** What it was before it was corrected or settled, the newest first. */
    public List<ReportingPeriod> history(Actor by, long period, AsOf at) {
        period(by, period, at);
        return rows.history(period);
    }

    public boolean mayKeep(Actor by, ReportingPeriod period, AsOf at) {
        return organisation.may(by, Verb.KEEP_REGISTER, period.unit(), at);
    }

    /**
     * A period that asks a unit, for who sees the figures of either.
     *
     * @throws vn.giaoban.shared.Refusal "not found" where it does not ask the unit, or both are not the actor's
     */
    public ReportingPeriod askedOf(Actor by, long period, UnitId unit, AsOf at) {
        var found = rows.find(period).orElseThrow(ReportingRefusal::periodNotFound);
        return organisation
                .find(unit, AskedUnits.at(found, at.known()))
                .filter(one -> asked.asks(found, one) && isUnder(unit, found, at))
                .filter(one -> organisation.may(by, Verb.SEE_FIGURES, unit, at))
                .map(one -> found)
                .orElseThrow(ReportingRefusal::periodNotFound);
    }

    private boolean isUnder(UnitId unit, ReportingPeriod period, AsOf at) {
        return !unit.equals(period.unit())
                && organisation.isUnder(unit, Set.of(period.unit()), AskedUnits.at(period, at.known()));
    }

    /** @param unit that is asked */
    public record Request(ReportingPeriod period, Unit asking, Unit unit) {}

    /**
     * What the units over which the actor confirms are asked on a day by those above them, the nearest limit first. Of units below those
     * the officers there are asked.
     */
    public List<Request> asked(Actor by, AsOf at) {
        var requests = new ArrayList<Request>();
        var tops = new LinkedHashSet<Unit>();
        by.where(Verb.CONFIRM).stream()
                .sorted()
                .flatMap(unit -> organisation.find(unit, at).stream())
                .forEach(tops::add);
        for (var unit : tops) {
            var above = new HashSet<UnitId>();
            organisation.path(unit.id(), at).forEach(one -> above.add(one.id()));
            above.remove(unit.id());
            if (above.isEmpty()) {
                continue;
            }
            for (var period : rows.of(above)) {
                if (isOpen(period, at.day()) && asked.asks(period, unit)) {
                    organisation
                            .find(period.unit(), at)
                            .ifPresent(asking -> requests.add(new Request(period, asking, unit)));
                }
            }
        }
        requests.sort(Comparator.comparing(request -> request.period().confirmBy()));
        return requests;
    }

    /**
     * Opens a period for a unit.
     *
     * @return its number
     * @throws vn.giaoban.shared.Refusal all that is wrong with it; that registers begin later than it does; a name that is there already;
     *     "not found" without the right to keep the register
     */
    @Transactional
    public long open(Actor by, UnitId unit, NewPeriod period, AsOf at) {
        organisation.check(by, Verb.KEEP_REGISTER, unit, at);
        var whole = period.whole();
        checkBegun(by, unit, whole);
        var entry = begin(by, unit, at, "reporting.period-opened");
        var id = rows.nextKey();
        insert(id, unit, whole, entry);
        return id;
    }

    /** Corrects one that is not settled; what it was is kept. */
    @Transactional
    public void correct(Actor by, long id, NewPeriod period, AsOf at) {
        var before = kept(by, id, at);
        var whole = period.whole();
        checkBegun(by, before.unit(), whole);
        var entry = begin(by, before.unit(), at, "reporting.period-corrected");
        supersede(id, entry);
        insert(id, before.unit(), whole, entry);
    }

    /** Takes back one that was opened by mistake and is not settled. */
    @Transactional
    public void withdraw(Actor by, long id, AsOf at) {
        var before = kept(by, id, at);
        supersede(id, begin(by, before.unit(), at, "reporting.period-withdrawn"));
    }

    /** One that is still open, for who may settle it. @throws vn.giaoban.shared.Refusal if it was settled; "not found" without the right */
    public ReportingPeriod toSettle(Actor by, long period, AsOf at) {
        return kept(by, period, at);
    }

    /** One that is still open, for who keeps the register of the unit that asks. */
    ReportingPeriod kept(Actor by, long id, AsOf at) {
        var found =
                rows.find(id).filter(period -> mayKeep(by, period, at)).orElseThrow(ReportingRefusal::periodNotFound);
        if (!found.isOpen()) {
            throw ReportingRefusal.periodClosed(found.name());
        }
        return found;
    }

    private void insert(long id, UnitId unit, NewPeriod.Whole whole, Entry entry) {
        if (!rows.insert(id, unit, whole, entry)) {
            throw ReportingRefusal.periodOfThatName(whole.name());
        }
    }

    private void supersede(long id, Entry entry) {
        if (!rows.supersede(id, entry)) {
            throw ReportingRefusal.periodNotFound();
        }
    }

    private Entry begin(Actor by, UnitId unit, AsOf at, String what) {
        return entries.begin(by, Set.of(organisation.unit(unit, at).register()), what, null);
    }

    /** Before a register begins nobody can confirm anything. */
    private void checkBegun(Actor by, UnitId unit, NewPeriod.Whole whole) {
        var members = figures.read(
                        by,
                        Question.of(unit, whole.from(), whole.lastDay().plusDays(1))
                                .only("members"))
                .figure("members");
        if (members.value() == null) {
            throw ReportingRefusal.noFiguresYet(whole.lastDay());
        }
    }
}

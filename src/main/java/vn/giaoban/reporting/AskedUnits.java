package vn.giaoban.reporting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Question;
import vn.giaoban.organisation.KindClass;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.record.Entries;
import vn.giaoban.reporting.ReportingPeriod.Asked;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.UnitId;

/**
 * The units that a period asks, and their figures. Figures are read whole, whoever looks on: they are held against what was confirmed, and
 * what of them is shown is decided by who shows it. The right to the unit that asks, or to the one that is asked, is the caller's to check.
 */
@Component
class AskedUnits {

    /** Reads figures for comparing; nothing of it leaves this module but whether they are the same. */
    private static final Actor COMPARING = Actor.system(java.util.Set.of());

    private final Organisation organisation;
    private final Figures figures;
    private final Entries entries;

    /** A reading at an instant does not change while no entry of its hour is added. */
    private final Cache<Read, ConfirmedFigures> read =
            Caffeine.newBuilder().maximumSize(5_000).build();

    private record Read(UnitId unit, Period period, Instant known, long entries) {}

    AskedUnits(Organisation organisation, Figures figures, Entries entries) {
        this.organisation = organisation;
        this.figures = figures;
        this.entries = entries;
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        read.invalidateAll();
    }

    /** In official order, by the tree of the cut-off day. */
    List<Unit> of(ReportingPeriod period, Instant known) {
        return period.asked() == Asked.DIRECT
                ? children(period.unit(), at(period, known))
                : bases(period.unit(), at(period, known));
    }

    boolean asks(ReportingPeriod period, Unit unit) {
        return period.asked() == Asked.DIRECT ? period.unit().equals(unit.parent()) && unit.counts() : isBase(unit);
    }

    static AsOf at(ReportingPeriod period, Instant known) {
        return new AsOf(period.lastDay(), known);
    }

    private List<Unit> children(UnitId unit, AsOf at) {
        return organisation.children(unit, at).stream().filter(Unit::counts).toList();
    }

    private List<Unit> bases(UnitId unit, AsOf at) {
        var bases = new ArrayList<Unit>();
        for (var child : children(unit, at)) {
            if (isBase(child)) {
                bases.add(child);
            } else if (!child.holdsMembers()) {
                bases.addAll(bases(child.id(), at));
            }
        }
        return bases;
    }

    private static boolean isBase(Unit unit) {
        return unit.kindClass() == KindClass.BASE || unit.kindClass() == KindClass.BASE_CELL;
    }

    ConfirmedFigures figures(ReportingPeriod period, UnitId unit, Instant known) {
        var key = new Read(unit, period.period(), known, entries.lately(known));
        return read.get(
                key,
                any -> ConfirmedFigures.of(
                        figures.read(COMPARING, question(period, unit, known)).figures()));
    }

    static Question question(ReportingPeriod period, UnitId unit, Instant known) {
        return Question.of(unit, period.from(), period.lastDay().plusDays(1))
                .known(known)
                .only(ConfirmedFigures.CODES);
    }

    /** Of one reading. A unit's own figures, not its line under another: that line would count the unit itself. */
    Map<UnitId, ConfirmedFigures> figures(ReportingPeriod period, List<Unit> units, Instant known) {
        var lately = entries.lately(known);
        var found = new HashMap<UnitId, ConfirmedFigures>();
        var missing = new ArrayList<Unit>();
        for (var unit : units) {
            var before = read.getIfPresent(new Read(unit.id(), period.period(), known, lately));
            if (before == null) {
                missing.add(unit);
            } else {
                found.put(unit.id(), before);
            }
        }
        var answers = figures.read(
                COMPARING,
                missing.stream().map(unit -> question(period, unit.id(), known)).toList());
        for (var n = 0; n < missing.size(); n++) {
            var unit = missing.get(n).id();
            var now = ConfirmedFigures.of(answers.get(n).figures());
            read.put(new Read(unit, period.period(), known, lately), now);
            found.put(unit, now);
        }
        return found;
    }
}

package vn.giaoban.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.shared.Vietnamese;

/**
 * Reading the tree: on any day, as known at any instant. Names, codes, kinds and places of units are open to every account; what else may be
 * done over a unit is asked with {@link #check}.
 */
@Service
@Transactional(readOnly = true)
public class Organisation {

    private final Units units;
    private final KindStore kinds;

    Organisation(Units units, KindStore kinds) {
        this.units = units;
        this.kinds = kinds;
    }

    /** @throws OrganisationRefusal if the unit is not open at the end of that day */
    public Unit unit(UnitId unit, AsOf at) {
        return units.find(unit, at).orElseThrow(OrganisationRefusal::unitNotFound);
    }

    public Optional<Unit> find(UnitId unit, AsOf at) {
        return units.find(unit, at);
    }

    /** By short or 14-digit code; units of all times. */
    public Optional<UnitId> named(String code) {
        return units.named(code);
    }

    /** In official order. */
    public List<Unit> children(UnitId unit, AsOf at) {
        return units.children(unit, at);
    }

    public List<Unit> roots(AsOf at) {
        return units.roots(at);
    }

    /** Root first, the unit last; for a unit that has closed, the path of what it stands for. */
    public List<Unit> path(UnitId unit, AsOf at) {
        return units.path(unit, at);
    }

    /** The unit and all below it: parents before children, siblings in official order. */
    public List<Unit> below(UnitId top, AsOf at) {
        var all = units.below(top, at);
        var children = all.stream()
                .filter(unit -> unit.parent() != null && !unit.id().equals(top))
                .collect(Collectors.groupingBy(unit -> String.valueOf(unit.parent())));
        var ordered = new ArrayList<Unit>(all.size());
        var open = new ArrayDeque<Unit>();
        all.stream().filter(unit -> unit.id().equals(top)).forEach(open::push);
        while (!open.isEmpty()) {
            var unit = open.pop();
            ordered.add(unit);
            var next = children.getOrDefault(unit.id().toString(), List.of());
            for (var i = next.size() - 1; i >= 0; i--) {
                open.push(next.get(i));
            }
        }
        return ordered;
    }

    /** By any part of the name or an alias, without accents, or by the beginning of a code. */
    public List<Unit> search(String text, AsOf at, int limit) {
        var folded = Vietnamese.folded(text);
        return folded.isEmpty() ? List.of() : units.search(folded, Vietnamese.normal(text), at, limit);
    }

    /** Its name and code, whether it is open or not. @throws OrganisationRefusal if there never was such a unit */
    public RecordedEvent.Named lastName(UnitId unit, Instant known) {
        return units.lastName(unit, known).orElseThrow(OrganisationRefusal::unitNotFound);
    }

    public boolean isUnder(UnitId unit, Collection<UnitId> tops, AsOf at) {
        return !tops.isEmpty() && units.isUnder(unit, tops, at);
    }

    public boolean may(Actor by, Verb verb, UnitId unit, AsOf at) {
        return by.isSystem() || isUnder(unit, by.where(verb), at);
    }

    /** @throws OrganisationRefusal "not found" if the actor may not do this over the unit: not yours is like not there */
    public void check(Actor by, Verb verb, UnitId unit, AsOf at) {
        if (!may(by, verb, unit, at)) {
            throw OrganisationRefusal.unitNotFound();
        }
    }

    public Succession succession(Instant known) {
        return units.succession(known);
    }

    public Optional<LocalDate> closedOn(UnitId unit, Instant known) {
        return succession(known).ended(unit).map(Succession.Ended::day);
    }

    /** The registers in which anything under these units was first entered. */
    public Set<RegisterId> registersBelow(Collection<UnitId> tops) {
        return tops.isEmpty() ? Set.of() : Set.copyOf(units.registersBelow(tops));
    }

    public Kinds kinds() {
        return kinds.kinds();
    }
}

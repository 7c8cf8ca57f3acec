package vn.giaoban.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/**
 * Hierarchies beside the territorial one, such as a bloc or a group of enterprises. Each is the territorial tree in which some units, with
 * all that stands under them, stand elsewhere: so everything is in each of them once.
 */
@Service
@Transactional(readOnly = true)
public class Hierarchies {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,29}");

    private final SecondPlaces places;
    private final Organisation organisation;
    private final Entries entries;
    private final Clock clock;

    Hierarchies(SecondPlaces places, Organisation organisation, Entries entries, Clock clock) {
        this.clock = clock;
        this.places = places;
        this.organisation = organisation;
        this.entries = entries;
    }

    public List<Hierarchy> all() {
        return places.hierarchies();
    }

    public Optional<Hierarchy> find(String code) {
        return all().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /**
     * Begins a hierarchy. It will be a whole tree, of everybody's units: so it takes the right to change the structure under every root.
     *
     * @throws OrganisationRefusal if the actor has not that right, or the code is malformed or taken
     */
    @Transactional
    public Hierarchy create(Actor by, String code, String name) {
        checkMayBegin(by);
        if (!CODE.matcher(code).matches()) {
            throw OrganisationRefusal.malformedHierarchy(code);
        } else if (name.isBlank() || name.length() > 300) {
            throw OrganisationRefusal.malformedName();
        }
        return places.create(code, name.strip()).orElseThrow(() -> OrganisationRefusal.hierarchyTaken(code));
    }

    private void checkMayBegin(Actor by) {
        var today = new AsOf(LocalDate.ofInstant(clock.instant(), Days.ZONE), entries.latest());
        if (!by.isSystem()
                && !organisation.roots(today).stream()
                        .allMatch(root -> organisation.may(by, Verb.CHANGE_STRUCTURE, root.id(), today))) {
            throw OrganisationRefusal.notYourStructure();
        }
    }

    /**
     * Places units, all or none, each once; what was said of other days stays.
     *
     * @throws OrganisationRefusal if a unit or its parent is not there or not the actor's, or a unit would stand under itself
     */
    @Transactional
    public Entry place(Actor by, String hierarchy, List<SecondPlace> asked) {
        var in = find(hierarchy)
                .filter(one -> one.id() > 1)
                .orElseThrow(() -> OrganisationRefusal.unknownHierarchy(hierarchy));
        var known = entries.latest();
        var registers = new HashSet<vn.giaoban.shared.RegisterId>();
        var units = new ArrayList<UnitId>();
        for (var place : asked) {
            if (place.until() != null && !place.until().isAfter(place.from())) {
                throw OrganisationRefusal.endsBeforeItBegins();
            }
            var unit = mine(by, place.unit(), place, known);
            if (units.contains(unit)) {
                throw OrganisationRefusal.placedTwice(place.unit());
            }
            units.add(unit);
            registers.addAll(organisation.registersBelow(Set.of(unit)));
            if (place.parent() != null) {
                mine(by, place.parent(), place, known);
            }
        }
        var entry = entries.begin(by, registers, "organisation.second-place", null);
        for (var place : asked) {
            var unit = organisation.named(place.unit()).orElseThrow(OrganisationRefusal::unitNotFound);
            var until = place.until() == null ? Days.FOREVER : place.until();
            places.clear(entry, in.id(), unit, place.from(), until);
            if (place.parent() != null) {
                var parent = organisation.named(place.parent()).orElseThrow(OrganisationRefusal::unitNotFound);
                places.place(entry, in.id(), unit, parent, place.from(), until);
            }
        }
        places.follow(entry, in.id(), units);
        places.circle(in.id()).ifPresent(circle -> {
            throw OrganisationRefusal.standsUnderItself(circle.code(), circle.from());
        });
        return entry;
    }

    private UnitId mine(Actor by, String code, SecondPlace place, java.time.Instant known) {
        var unit = organisation.named(code).orElseThrow(OrganisationRefusal::unitNotFound);
        var at = new AsOf(place.from(), known);
        organisation.check(by, Verb.CHANGE_STRUCTURE, unit, at);
        if (organisation.find(unit, at).isEmpty()) {
            throw OrganisationRefusal.notOpen(code, place.from());
        }
        return unit;
    }
}

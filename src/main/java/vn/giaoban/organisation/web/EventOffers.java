package vn.giaoban.organisation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.giaoban.organisation.Kind;
import vn.giaoban.organisation.KindClass;
import vn.giaoban.organisation.Kinds;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.PeopleToShare;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitEventKind;
import vn.giaoban.organisation.web.EventAsked.Below;
import vn.giaoban.organisation.web.EventAsked.Shared;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Option;

/** Finds what the form of an event on a unit should offer, so that nobody has to know codes. */
@Component
class EventOffers {

    private final Organisation organisation;
    private final ObjectProvider<PeopleToShare> persons;

    EventOffers(Organisation organisation, ObjectProvider<PeopleToShare> persons) {
        this.organisation = organisation;
        this.persons = persons;
    }

    /** @param also codes of units beside it that were chosen already */
    EventAsked asked(Actor by, Unit unit, UnitEventKind kind, AsOf at, List<String> also) {
        var kinds = organisation.kinds();
        var above = unit.parent() == null
                ? List.<Unit>of()
                : organisation.find(unit.parent(), at).stream().toList();
        var siblings = above.stream()
                .flatMap(parent -> organisation.children(parent.id(), at).stream())
                .filter(sibling -> !sibling.id().equals(unit.id()))
                .toList();
        var beside = siblings.stream()
                .filter(sibling -> goesWith(unit, sibling, kind))
                .toList();
        var chosen = Stream.concat(Stream.of(unit), beside.stream().filter(one -> also.contains(one.code())))
                .toList();
        var left = siblings.stream().filter(one -> !chosen.contains(one)).toList();
        return new EventAsked(
                unit,
                above.stream().findFirst().orElse(null),
                kind,
                options(others(by, unit, kind, kinds, siblings, above, at)),
                options(beside),
                options(left.stream().filter(Unit::holdsMembers)),
                options(left.stream().filter(one -> !one.holdsMembers() && one.counts() == unit.counts())),
                newKinds(unit, kind, kinds, above, at.day()),
                EventAsked.sharesUnits(kind) ? below(chosen, at) : List.of(),
                kind.sharesOutPeople() ? people(by, chosen, at) : List.of());
    }

    /** Whether one decision may do the same to both. */
    private static boolean goesWith(Unit unit, Unit other, UnitEventKind kind) {
        return switch (kind) {
            case CONSOLIDATE -> other.counts() == unit.counts();
            case MOVE, HAND_OVER, DISSOLVE -> other.kind().equals(unit.kind());
            case SPLIT_OFF -> other.counts() == unit.counts() && other.holdsMembers() == unit.holdsMembers();
            case OPEN, ESTABLISH, RENAME, CHANGE_KIND, ABSORB, DIVIDE, DISBAND -> false;
        };
    }

    /** Units right below, and the cells of part-organisations. */
    private List<Below> below(List<Unit> chosen, AsOf at) {
        return chosen.stream()
                .flatMap(top -> organisation.children(top.id(), at).stream()
                        .flatMap(unit -> Stream.concat(
                                Stream.of(new Below(unit, top)),
                                unit.kindClass() == KindClass.PART
                                        ? organisation.children(unit.id(), at).stream()
                                                .map(cell -> new Below(cell, unit))
                                        : Stream.of())))
                .toList();
    }

    private List<Shared> people(Actor by, List<Unit> chosen, AsOf at) {
        return chosen.stream()
                .filter(Unit::holdsMembers)
                .flatMap(cell -> persons.stream()
                        .flatMap(some -> some.of(by, cell.id(), at).stream())
                        .map(person -> new Shared(person, cell)))
                .toList();
    }

    private Stream<Unit> others(
            Actor by, Unit unit, UnitEventKind kind, Kinds kinds, List<Unit> siblings, List<Unit> above, AsOf at) {
        return switch (kind) {
            case MOVE, HAND_OVER ->
                // brothers of the superior, its superior, and siblings: wherever the rules let it stand
                Stream.concat(above.stream().flatMap(parent -> uncles(parent, at)), siblings.stream())
                        .filter(parent -> !parent.id().equals(unit.parent()))
                        .filter(parent -> kinds.rules(unit.kind()).stream()
                                .anyMatch(rule -> rule.parentKind().equals(parent.kind())
                                        && !at.day().isBefore(rule.from())
                                        && at.day().isBefore(rule.until())))
                        .filter(parent -> organisation.may(by, Verb.CHANGE_STRUCTURE, parent.id(), at));
            case ABSORB, DISSOLVE, DISBAND -> siblings.stream().filter(sibling -> sibling.counts() == unit.counts());
            case OPEN, ESTABLISH, RENAME, CHANGE_KIND, CONSOLIDATE, DIVIDE, SPLIT_OFF -> Stream.of();
        };
    }

    private Stream<Unit> uncles(Unit parent, AsOf at) {
        var above = parent.parent();
        return above == null
                ? Stream.of()
                : Stream.concat(organisation.find(above, at).stream(), organisation.children(above, at).stream());
    }

    /** Kinds that the rules let stand there on the day; for a new unit out of others, beside the old one. */
    private static List<Kind> newKinds(Unit unit, UnitEventKind kind, Kinds kinds, List<Unit> above, LocalDate day) {
        var parent = kind == UnitEventKind.ESTABLISH
                ? unit.kind()
                : above.stream().findFirst().map(Unit::kind).orElse("");
        return kinds.all().stream()
                .filter(one -> !day.isBefore(one.from()) && day.isBefore(one.until()))
                .filter(one -> kinds.rules(one.code()).stream()
                        .anyMatch(rule -> rule.parentKind().equals(parent)
                                && !day.isBefore(rule.from())
                                && day.isBefore(rule.until())))
                .toList();
    }

    private static List<Option> options(Stream<Unit> units) {
        return units.distinct()
                .map(unit -> new Option(unit.code(), unit.name() + " (" + unit.code() + ")"))
                .toList();
    }

    private static List<Option> options(List<Unit> units) {
        return options(units.stream());
    }
}

package vn.giaoban.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.figures.PersonsNamed;
import vn.giaoban.organisation.HolderNames;
import vn.giaoban.organisation.Holding;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.PeopleToShare;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Puts names to persons whom other modules know by key, for readers who may see them; each answer is one recorded read. */
@Component
class NamesForOthers implements PersonsNamed, HolderNames, PeopleToShare {

    /** More than any cell has. */
    private static final int CELL = 1_000;

    private final Membership membership;
    private final Organisation organisation;
    private final Reach reach;

    NamesForOthers(Membership membership, Organisation organisation, Reach reach) {
        this.membership = membership;
        this.organisation = organisation;
        this.reach = reach;
    }

    @Override
    public List<Somebody> of(Actor by, UnitId cell, AsOf at) {
        if (!organisation.may(by, Verb.SEE_PERSONS, cell, at)) {
            return List.of();
        }
        return people(by, cell, at).stream()
                .map(person -> new Somebody(
                        person.id().register(),
                        person.id().number(),
                        person.name(),
                        String.valueOf(person.birth().day().getYear())))
                .toList();
    }

    /** Rights to persons are those of today; whoever had them on a past day only sees nobody. */
    private List<Person> people(Actor by, UnitId cell, AsOf at) {
        try {
            return membership
                    .list(by, PersonList.Filter.of(cell), new PersonList.Slice(1, CELL), at, ReadKind.LIST)
                    .people();
        } catch (Refusal notToday) {
            return List.of();
        }
    }

    @Override
    public List<Named> named(Actor by, String reason, List<Counted> persons) {
        if (!by.isSystem() && !by.mayAnywhere(Verb.SEE_PERSONS)) {
            return List.of();
        }
        var seen = people(
                by,
                ReadKind.OPENED_NUMBER,
                reason,
                persons.stream()
                        .map(one -> new MemberId(one.register(), one.member()))
                        .toList());
        var named = new ArrayList<Named>();
        for (var one : persons) {
            var person = seen.get(new MemberId(one.register(), one.member()));
            if (person != null) {
                named.add(new Named(
                        one,
                        person.name(),
                        person.cellName() == null ? "" : person.cellName(),
                        "/members/" + person.id()));
            }
        }
        return named;
    }

    @Override
    public List<Choice> choices(Actor by, String text, int limit) {
        return membership.search(by, text, limit).stream()
                .map(person -> new Choice(
                        person.id().register(),
                        person.id().number(),
                        person.name(),
                        person.birth().day().getYear() + (person.cellName() == null ? "" : " · " + person.cellName())))
                .toList();
    }

    @Override
    public Map<Long, String> names(Actor by, UnitId unit, List<Holding> holdings, AsOf at) {
        if (!by.isSystem() && !by.mayAnywhere(Verb.SEE_PERSONS)) {
            return Map.of();
        }
        var ids = new HashMap<Long, MemberId>();
        var names = new HashMap<Long, String>();
        for (var holding : holdings) {
            var name = holding.outsideName();
            if (holding.member() != null) {
                ids.put(holding.id(), new MemberId(holding.register(), holding.member()));
            } else if (name != null && organisation.may(by, Verb.SEE_PERSONS, holding.unit(), reach.today())) {
                names.put(holding.id(), name);
            }
        }
        var seen = people(by, ReadKind.LIST, "organisation.posts unit=" + unit, List.copyOf(ids.values()));
        ids.forEach((holding, id) -> {
            var person = seen.get(id);
            if (person != null) {
                names.put(holding, person.name());
            }
        });
        return names;
    }

    /** One person may hold several posts, or stand behind a number more than once. */
    private Map<MemberId, Person> people(Actor by, ReadKind kind, String what, List<MemberId> ids) {
        var each = ids.stream().distinct().toList();
        return membership.named(by, kind, what, each).stream().collect(Collectors.toMap(Person::id, person -> person));
    }
}

package vn.giaoban.membership;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.Reads;
import vn.giaoban.audit.Why;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/**
 * People, found and listed. Every answer that shows persons is a recorded read, which commits before the answer is given; so this class
 * runs its transactions itself instead of being one. One person's file is {@link MemberFiles}, what is entered {@link Recording}.
 */
@Service
public class Membership {

    private final MemberLists lists;
    private final NameSearch names;
    private final StandingLists standing;
    private final Reach reach;
    private final Organisation organisation;
    private final Reads reads;
    private final Entries entries;
    private final Words words;

    Membership(
            MemberLists lists,
            NameSearch names,
            StandingLists standing,
            Reach reach,
            Organisation organisation,
            Reads reads,
            Entries entries,
            Words words) {
        this.lists = lists;
        this.names = names;
        this.standing = standing;
        this.reach = reach;
        this.organisation = organisation;
        this.reads = reads;
        this.entries = entries;
        this.words = words;
    }

    /** Who belongs under a unit on a day, as far as the reader may see them where they stand today: one page of them. */
    public PersonList list(Actor by, PersonList.Filter filter, PersonList.Slice slice, AsOf at, ReadKind kind) {
        organisation.check(by, Verb.SEE_PERSONS, filter.unit(), reach.today());
        var seen = knownTo(by, filter.unit(), at);
        var sight = reach.sight(by);
        if (standing.serves(filter, seen, sight)) {
            var found = standing.page(filter, slice, seen);
            var now = lists.lines(found.members(), new AsOf(seen.day(), sight.now()));
            record(by, kind, "membership.list unit=" + filter.unit() + " on=" + at.day(), now, Why.OWN);
            return new PersonList(now, found.all(), found.page());
        }
        var order = lists.order(sight, by.registers(), filter, cells(filter, seen), seen);
        var pages = Math.max(1, (order.size() + slice.size() - 1) / slice.size());
        var page = Math.max(1, Math.min(slice.page(), pages));
        var people = lists.lines(order.slice((page - 1L) * slice.size(), slice.size()), seen);
        record(by, kind, "membership.list unit=" + filter.unit() + " on=" + at.day(), people, Why.OWN);
        return new PersonList(people, order.size(), page);
    }

    /** What was corrected since is for keepers of the register: others read the same day as it is known now. */
    private AsOf knownTo(Actor by, UnitId unit, AsOf at) {
        return by.isSystem() || organisation.may(by, Verb.KEEP_REGISTER, unit, reach.today())
                ? at
                : new AsOf(at.day(), entries.latest());
    }

    /**
     * Everybody of a unit, cell by cell, to be printed: one recorded read of all of them.
     *
     * @param most for more nothing is read
     * @throws MembershipRefusal if there are more
     */
    public List<Person> paper(Actor by, UnitId unit, int most, AsOf asked) {
        organisation.check(by, Verb.SEE_PERSONS, unit, reach.today());
        var at = knownTo(by, unit, asked);
        var filter = PersonList.Filter.of(unit).by(PersonList.By.CELL);
        var order = lists.order(reach.sight(by), by.registers(), filter, cells(filter, at), at);
        if (order.size() > most) {
            throw MembershipRefusal.tooManyForPaper(most);
        }
        var people = lists.lines(order.slice(0, most), at);
        record(by, ReadKind.PRINT, "membership.paper unit=" + unit + " on=" + at.day(), people, Why.OWN);
        return people;
    }

    private List<UnitId> cells(PersonList.Filter filter, AsOf at) {
        return filter.by() == PersonList.By.CELL
                ? organisation.below(filter.unit(), at).stream()
                        .map(vn.giaoban.organisation.Unit::id)
                        .toList()
                : List.of();
    }

    /** By any part of the name in any accents, by CV, card or citizen number; people whom the reader may see, and nobody else. */
    public List<Person> search(Actor by, String text, int limit) {
        if (!by.mayAnywhere(Verb.SEE_PERSONS)) {
            return List.of();
        }
        var found = names.search(reach.sight(by), by.registers(), text, limit);
        record(by, ReadKind.SEARCH, "membership.search", found, Why.OWN);
        return found;
    }

    /** Those of these persons whom the reader may see, as they stand today. */
    public List<Person> named(Actor by, ReadKind kind, String what, Collection<MemberId> ids) {
        var seen = ids.isEmpty() ? List.<Person>of() : lists.seen(reach.sight(by), ids);
        record(by, kind, what, seen, Why.OWN);
        return seen;
    }

    /** What a code of one of the lists is called. */
    public String word(String list, @Nullable String code, Locale locale) {
        return words.name(list, code, locale);
    }

    /** Names of a list, in its order. */
    public List<String> words(String list) {
        return words.all(list).stream().map(Words.Word::name).toList();
    }

    private void record(Actor by, ReadKind kind, String what, List<Person> people, Why why) {
        reads.record(by, kind, what, people.stream().map(Person::key).toList(), why);
    }
}

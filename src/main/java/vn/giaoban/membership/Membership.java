package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.audit.MemberKey;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.Reads;
import vn.giaoban.audit.ReadsOfPerson;
import vn.giaoban.audit.Why;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/**
 * People one by one: lists, files, and what is entered on a page. Every answer that shows persons is a recorded read, which commits before
 * the answer is given; so this class runs its transactions itself instead of being one.
 */
@Service
public class Membership {

    private final MemberReading reading;
    private final MemberLists lists;
    private final Reach reach;
    private final Corrections corrections;
    private final Doubles doubles;
    private final Intake intake;
    private final Organisation organisation;
    private final Reads reads;
    private final Entries entries;
    private final Words words;
    private final TransactionTemplate transaction;

    Membership(
            MemberReading reading,
            MemberLists lists,
            Reach reach,
            Corrections corrections,
            Doubles doubles,
            Intake intake,
            Organisation organisation,
            Reads reads,
            Entries entries,
            Words words,
            PlatformTransactionManager transactions) {
        this.reading = reading;
        this.lists = lists;
        this.reach = reach;
        this.corrections = corrections;
        this.doubles = doubles;
        this.intake = intake;
        this.organisation = organisation;
        this.reads = reads;
        this.entries = entries;
        this.words = words;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Who belongs under a unit on a day, as far as the reader may see them where they stand today: one page of them. */
    public PersonList list(Actor by, PersonList.Filter filter, PersonList.Slice slice, AsOf at, ReadKind kind) {
        organisation.check(by, Verb.SEE_PERSONS, filter.unit(), reach.today());
        var seen = knownTo(by, filter.unit(), at);
        var order = lists.order(reach.sight(by), by.registers(), filter, cells(filter, seen), seen);
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
        var found = lists.search(reach.sight(by), by.registers(), text, limit);
        record(by, ReadKind.SEARCH, "membership.search", found, Why.OWN);
        return found;
    }

    /** Those of these persons whom the reader may see, as they stand today. */
    public List<Person> named(Actor by, ReadKind kind, String what, Collection<MemberId> ids) {
        var seen = ids.isEmpty() ? List.<Person>of() : lists.seen(reach.sight(by), ids);
        record(by, kind, what, seen, Why.OWN);
        return seen;
    }

    /**
     * A person's file on a day.
     *
     * @param reason needed for those who stand nowhere today
     * @throws MembershipRefusal "not found" also for those whom the reader may not see
     */
    public MemberFile file(Actor by, MemberId member, AsOf at, @Nullable String reason) {
        var person = reach.seen(by, member);
        var why = why(by, person, reason);
        var day = at.day();
        var profile = reading.profile(member, reach.mayKeep(by, person) ? at : new AsOf(day, entries.latest()))
                .orElseThrow(MembershipRefusal::memberNotFound);
        var levels = reading.badgeLevels(day);
        var from = person.partyFrom();
        var file = new MemberFile(
                person,
                profile,
                day,
                reading.stays(member, at),
                visible(by, person, reading.movements(member, at)),
                from == null || from.isAfter(day) ? null : Age.on(day, from),
                from == null ? null : PartyAge.reached(from, day, levels).orElse(null),
                from == null ? null : PartyAge.next(from, day, levels).orElse(null),
                new MemberFile.Rights(
                        reach.may(by, Verb.SEE_SENSITIVE, person),
                        !reach.mayConfirm(by, person) && reach.may(by, Verb.RECORD, person),
                        reach.mayConfirm(by, person),
                        reach.mayKeep(by, person)));
        record(by, ReadKind.FILE, "membership.file", List.of(person), why);
        return file;
    }

    /** Religion, condition, the end of the citizen number: one more press, one more recorded read. */
    public MemberFile.Sensitive sensitive(Actor by, MemberId member, AsOf at, @Nullable String reason) {
        var person = reach.seen(by, member);
        if (!reach.may(by, Verb.SEE_SENSITIVE, person)) {
            throw MembershipRefusal.memberNotFound();
        }
        var why = why(by, person, reason);
        var profile = reading.profile(member, new AsOf(at.day(), entries.latest()))
                .orElseThrow(MembershipRefusal::memberNotFound);
        var sensitive = reading.sensitive(
                member, at, words.name(Words.RELIGION, profile.origin().religion(), Locale.ROOT));
        record(by, ReadKind.FILE, "membership.sensitive", List.of(person), why);
        return new MemberFile.Sensitive(
                sensitive.religion(),
                sensitive.numberEnds(),
                sensitive.exempt(),
                sensitive.suspended() && reach.may(by, Verb.SEE_REMOVALS, person),
                sensitive.away());
    }

    /**
     * What was recorded of each attribute, and, for keepers of the register, what was found wrong since.
     *
     * @param reason as for the file
     */
    public List<Corrections.Line> history(Actor by, MemberId member, @Nullable String reason) {
        var person = reach.seen(by, member);
        var why = why(by, person, reason);
        var keeps = reach.mayKeep(by, person);
        var sensitive = reach.may(by, Verb.SEE_SENSITIVE, person);
        var lines = transaction.execute(status -> corrections.lines(member, keeps, sensitive));
        record(by, ReadKind.FILE, "membership.history", List.of(person), why);
        return lines;
    }

    /** Whether a reason must be given before the file opens: the person stands nowhere in the reader's own chain today. */
    public boolean needsReason(Actor by, MemberId member) {
        return !by.isSystem() && reads.needsReason(by, reach.seen(by, member).cell());
    }

    /** Who has read this person's data. */
    public ReadsOfPerson readsOf(Actor by, MemberId member) {
        var person = reach.seen(by, member);
        return transaction.execute(status -> reads.of(key(person)));
    }

    /** What a code of one of the lists is called. */
    public String word(String list, @Nullable String code, Locale locale) {
        return words.name(list, code, locale);
    }

    /** Names of a list, in its order. */
    public List<String> words(String list) {
        return words.all(list).stream().map(Words.Word::name).toList();
    }

    /**
     * Records what happened to somebody.
     *
     * @throws Refusals with everything that is wrong
     */
    public void move(Actor by, MemberId member, NewMovement.What what, @Nullable String reason) {
        var person = reach.seen(by, member);
        if (!reach.mayConfirm(by, person)) {
            throw MembershipRefusal.mayNotRecord();
        }
        var ref = transaction.execute(status -> reading.ref(member)).orElseThrow(MembershipRefusal::memberNotFound);
        var row = new NewMovement(
                1,
                ownRef(),
                null,
                new NewMovement.What(
                        ref, what.kind(), what.on(), what.from(), what.to(), what.decisionNo(), what.thenCell()));
        enter(by, member.register(), Batch.ofMovements(List.of(row)), "membership.movement", reason);
    }

    /** Takes back a clerical error. A decision that was overturned is not one: that is a restoration of its own day. */
    public void withdraw(Actor by, MemberId member, long movement, @Nullable String reason) {
        var person = reach.seen(by, member);
        if (!reach.mayKeep(by, person)) {
            throw MembershipRefusal.mayNotRecord();
        }
        if (reason == null || reason.isBlank()) {
            throw MembershipRefusal.reasonMissing();
        }
        var ref = transaction
                .execute(status -> reading.movementRef(member.register(), member.number(), movement))
                .orElseThrow(MembershipRefusal::memberNotFound);
        enter(
                by,
                member.register(),
                Batch.ofMovements(List.of(NewMovement.withdrawal(1, ownRef(), ref))),
                "membership.withdrawal",
                reason);
    }

    /**
     * A new person and what brings him in.
     *
     * @param another the enterer says that it is somebody else than those who have the same name and birth date
     */
    public record Newcomer(Profile profile, @Nullable CitizenNumber citizen, NewMovement.What what, boolean another) {}

    /** Who seems to be the same as a newcomer, for the form; see {@link #welcome}. */
    public List<Person> doubles(Actor by, Profile profile, @Nullable CitizenNumber citizen) {
        return doubles.visible(by, profile, citizen);
    }

    /**
     * Enters a new person together with what brings him in.
     *
     * @throws MembershipRefusal if he seems to stand in a register already: by citizen number never, by name and birth date only where the
     *     enterer says that it is another
     */
    public void welcome(Actor by, UnitId cell, RegisterId register, Newcomer newcomer) {
        var found = doubles.of(by, cell, newcomer.profile(), newcomer.citizen());
        if (found.number() || found.any() && !newcomer.another()) {
            throw MembershipRefusal.seemsDouble(
                    found.outside() ? "double-outside" : found.number() ? "double-number" : "double-name");
        }
        var what = newcomer.what();
        var ref = ownRef();
        var member = NewMember.coming(1, ref, newcomer.profile()).withCitizen(newcomer.citizen(), false);
        var row = new NewMovement(
                1,
                ref + "-1",
                null,
                new NewMovement.What(ref, what.kind(), what.on(), what.from(), what.to(), what.decisionNo(), null));
        enter(by, register, new Batch(List.of(member), List.of(row), List.of()), "membership.welcome", null);
    }

    private void enter(Actor by, RegisterId register, Batch batch, String what, @Nullable String reason) {
        transaction.executeWithoutResult(status -> {
            var entry = entries.begin(by, Set.of(register), what, reason);
            var verb = by.mayAnywhere(Verb.KEEP_REGISTER) ? Verb.KEEP_REGISTER : Verb.CONFIRM;
            var errors =
                    intake.record(by, verb, entry, register, batch).findings().errors();
            if (!errors.isEmpty()) {
                throw new Refusals(errors.stream().map(MembershipRefusal::of).toList());
            }
        });
    }

    /** Keys of rows that were typed here, not sent. */
    private String ownRef() {
        return "gb-" + java.util.UUID.randomUUID();
    }

    /** Removals, annulments and suspensions for those with that right; of an overturned one only the keeper knows. */
    private List<MemberFile.Event> visible(Actor by, Person person, List<MemberFile.Event> movements) {
        var removals = reach.may(by, Verb.SEE_REMOVALS, person);
        var keeps = reach.mayKeep(by, person);
        var restored = movements.stream()
                .filter(one -> one.kind() == MovementKind.RESTORED)
                .map(MemberFile.Event::day)
                .max(LocalDate::compareTo);
        return movements.stream()
                .filter(one -> !one.kind().hidden() && one.kind() != MovementKind.RESTORED
                        || keeps
                        || removals
                                && (one.kind().removes() || one.kind() == MovementKind.RESTORED
                                        ? restored.isEmpty() || one.day().isAfter(restored.get())
                                        : true))
                .map(one -> new MemberFile.Event(
                        one.id(),
                        one.kind(),
                        one.day(),
                        one.from(),
                        one.to(),
                        one.decisionNo(),
                        keeps && one.withdrawable()))
                .toList();
    }

    private Why why(Actor by, Person person, @Nullable String reason) {
        if (by.isSystem() || !reads.needsReason(by, person.cell())) {
            return Why.OWN;
        }
        if (reason == null || reason.isBlank()) {
            throw MembershipRefusal.reasonMissing();
        }
        return Why.outside(reason);
    }

    private void record(Actor by, ReadKind kind, String what, List<Person> people, Why why) {
        reads.record(by, kind, what, people.stream().map(Membership::key).toList(), why);
    }

    private static MemberKey key(Person person) {
        return new MemberKey(person.id().register(), person.id().number());
    }
}

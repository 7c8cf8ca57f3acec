package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.Reads;
import vn.giaoban.audit.ReadsOfPerson;
import vn.giaoban.audit.Why;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Verb;

/**
 * The file of one person. Each look at it is a recorded read, which commits before the answer is given; so this class runs its transactions
 * itself instead of being one.
 */
@Service
public class MemberFiles {

    private final MemberReading reading;
    private final BesideRows besides;
    private final FactStore facts;
    private final Registers registers;
    private final Reach reach;
    private final ProfileLines profiles;
    private final Reads reads;
    private final Entries entries;
    private final Words words;
    private final Looking looking;

    MemberFiles(
            MemberReading reading,
            BesideRows besides,
            FactStore facts,
            Registers registers,
            Reach reach,
            ProfileLines profiles,
            Reads reads,
            Entries entries,
            Words words,
            Looking looking) {
        this.reading = reading;
        this.besides = besides;
        this.facts = facts;
        this.registers = registers;
        this.reach = reach;
        this.profiles = profiles;
        this.reads = reads;
        this.entries = entries;
        this.words = words;
        this.looking = looking;
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
        var file = built(by, person, at);
        record(by, "membership.file", person, why);
        return file;
    }

    /** The same for whoever records the reading himself. */
    MemberFile built(Actor by, Person person, AsOf at) {
        var member = person.id();
        var day = at.day();
        var profile = reading.profile(member, reach.mayKeep(by, person) ? at : new AsOf(day, entries.latest()))
                .orElseThrow(MembershipRefusal::memberNotFound);
        return new MemberFile(
                person,
                profile,
                day,
                reading.stays(member, at),
                besides.of(member, at),
                visible(by, person, reading.movements(member, at)),
                seniority(by, person, day),
                new MemberFile.Rights(
                        reach.may(by, Verb.SEE_SENSITIVE, person),
                        !reach.mayConfirm(by, person) && reach.may(by, Verb.RECORD, person),
                        reach.mayConfirm(by, person),
                        reach.mayKeep(by, person),
                        reach.mayMerge(by, person)));
    }

    /** As it is known now: what was found wrong since would explain nothing. */
    private Seniority seniority(Actor by, Person person, LocalDate day) {
        var member = person.id();
        var told = looking.at(() -> facts.facts(registers.register(member.register()), List.of(member.number())))
                .get(member.number());
        if (told == null) {
            throw MembershipRefusal.memberNotFound();
        }
        return Seniority.of(told, day, reading.badgeRules(day))
                .seenBy(reach.may(by, Verb.SEE_REMOVALS, person), reach.mayKeep(by, person));
    }

    /** Religion, condition, the end of the citizen number: one more press, one more recorded read. */
    public MemberFile.Sensitive sensitive(Actor by, MemberId member, AsOf at, @Nullable String reason) {
        var person = reach.seen(by, member);
        if (!reach.may(by, Verb.SEE_SENSITIVE, person)) {
            throw MembershipRefusal.memberNotFound();
        }
        var why = why(by, person, reason);
        var sensitive = opened(by, person, at);
        record(by, "membership.sensitive", person, why);
        return sensitive;
    }

    /** The same for whoever has asked for the right and records the reading himself. */
    MemberFile.Sensitive opened(Actor by, Person person, AsOf at) {
        var member = person.id();
        var profile = reading.profile(member, new AsOf(at.day(), entries.latest()))
                .orElseThrow(MembershipRefusal::memberNotFound);
        var sensitive = reading.sensitive(
                member, at, words.name(Words.RELIGION, profile.origin().religion(), Locale.ROOT));
        return new MemberFile.Sensitive(
                sensitive.religion(),
                sensitive.numberEnds(),
                sensitive.numberLost(),
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
        var lines = looking.at(() -> profiles.lines(member, keeps, sensitive));
        record(by, "membership.history", person, why);
        return lines;
    }

    /** Whether a reason must be given before the file opens: the person stands nowhere in the reader's own chain today. */
    public boolean needsReason(Actor by, MemberId member) {
        return !by.isSystem() && reads.needsReason(by, reach.seen(by, member).cell());
    }

    /** Who has read this person's data. */
    public ReadsOfPerson readsOf(Actor by, MemberId member) {
        var person = reach.seen(by, member);
        return looking.at(() -> reads.of(person.key()));
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

    Why why(Actor by, Person person, @Nullable String reason) {
        if (by.isSystem() || !reads.needsReason(by, person.cell())) {
            return Why.OWN;
        }
        if (reason == null || reason.isBlank()) {
            throw MembershipRefusal.reasonMissing();
        }
        return Why.outside(reason);
    }

    private void record(Actor by, String what, Person person, Why why) {
        reads.record(by, ReadKind.FILE, what, List.of(person.key()), why);
    }
}

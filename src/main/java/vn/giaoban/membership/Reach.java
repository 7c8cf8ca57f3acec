package vn.giaoban.membership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.Verb;

/** Whom an actor may see and what he may do with them, by where they stand today. */
@Component
class Reach {

    private final MemberLists lists;
    private final MemberReading reading;
    private final Organisation organisation;
    private final Entries entries;
    private final Clock clock;

    Reach(MemberLists lists, MemberReading reading, Organisation organisation, Entries entries, Clock clock) {
        this.lists = lists;
        this.reading = reading;
        this.organisation = organisation;
        this.entries = entries;
        this.clock = clock;
    }

    /** @throws MembershipRefusal "not found" also for those whom the actor may not see */
    Person seen(Actor by, MemberId member) {
        return lists.seen(sight(by), List.of(member)).stream()
                .findFirst()
                .orElseThrow(MembershipRefusal::memberNotFound);
    }

    boolean sees(Actor by, MemberId member) {
        return by.isSystem() || !lists.seen(sight(by), List.of(member)).isEmpty();
    }

    /** Over who belongs nowhere today: by where he last belonged. */
    boolean may(Actor by, Verb verb, Person person) {
        if (by.isSystem()) {
            return true;
        }
        var cell = person.cell() != null
                ? person.cell()
                : reading.lastCell(person.id()).orElse(null);
        return cell != null && organisation.isUnder(cell, by.where(verb), today());
    }

    boolean mayKeep(Actor by, Person person) {
        return may(by, Verb.KEEP_REGISTER, person);
    }

    /** Two records are made one by who may see everything that both hold, removals too. */
    boolean mayMerge(Actor by, Person person) {
        return mayKeep(by, person) && may(by, Verb.SEE_REMOVALS, person);
    }

    /** Enters for himself, without asking the base: an officer of the base or a keeper of the register. */
    boolean mayConfirm(Actor by, Person person) {
        return may(by, Verb.CONFIRM, person) || mayKeep(by, person);
    }

    Sight sight(Actor by) {
        var today = today();
        return Sight.of(by, today.day(), today.known());
    }

    /** By which rights are judged: the calendar's day and all that is known. */
    AsOf today() {
        return new AsOf(LocalDate.ofInstant(clock.instant(), Days.ZONE), entries.latest());
    }
}

package vn.giaoban.membership;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** What is entered of people one by one, by those who may enter without asking: what happened to somebody, and who is new. */
@Service
public class Recording {

    private final MemberReading reading;
    private final Reach reach;
    private final Doubles doubles;
    private final Intake intake;
    private final Entries entries;
    private final TransactionTemplate transaction;

    Recording(
            MemberReading reading,
            Reach reach,
            Doubles doubles,
            Intake intake,
            Entries entries,
            PlatformTransactionManager transactions) {
        this.reading = reading;
        this.reach = reach;
        this.doubles = doubles;
        this.intake = intake;
        this.entries = entries;
        this.transaction = new TransactionTemplate(transactions);
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
}

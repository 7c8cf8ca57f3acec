package vn.giaoban.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    private final TypedRows typed;
    private final Intake intake;
    private final Entries entries;
    private final TransactionTemplate transaction;

    Recording(
            MemberReading reading,
            Reach reach,
            Doubles doubles,
            TypedRows typed,
            Intake intake,
            Entries entries,
            PlatformTransactionManager transactions) {
        this.reading = reading;
        this.reach = reach;
        this.doubles = doubles;
        this.typed = typed;
        this.intake = intake;
        this.entries = entries;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Records what happened to somebody, as it was typed.
     *
     * @param texts by columns of {@link MovementColumns}
     * @throws Refusals with everything that is wrong, each at its column
     */
    public void move(Actor by, MemberId member, Map<String, String> texts, Set<Insistence> insists) {
        var errors = new ArrayList<MembershipRefusal>();
        var cells = new HashMap<>(texts);
        cells.put("ref", ownRef());
        cells.put("member_ref", entered(by, member));
        var row = typed.movement(cells, errors);
        enter(
                by,
                member.register(),
                Batch.ofMovements(Stream.ofNullable(row).toList()),
                new Telling("membership.movement", null, insists, errors));
    }

    /** The same of one that is read already, such as a cell's report. */
    void move(Actor by, MemberId member, NewMovement.What what, String reason, Set<Insistence> insists) {
        var row = new NewMovement(
                1,
                ownRef(),
                null,
                new NewMovement.What(
                        entered(by, member),
                        what.kind(),
                        what.on(),
                        what.from(),
                        what.to(),
                        what.decisionNo(),
                        what.thenCell()));
        enter(
                by,
                member.register(),
                Batch.ofMovements(List.of(row)),
                new Telling("membership.movement", reason, insists, List.of()));
    }

    /** The key of somebody of whom the actor may enter things. */
    private String entered(Actor by, MemberId member) {
        if (!reach.mayConfirm(by, reach.seen(by, member))) {
            throw MembershipRefusal.mayNotRecord();
        }
        return transaction.execute(status -> reading.ref(member)).orElseThrow(MembershipRefusal::memberNotFound);
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
                new Telling("membership.withdrawal", reason, Set.of(Insistence.DAYS_ARE_RIGHT), List.of()));
    }

    /** A new person and what brings him in. */
    record Newcomer(Profile profile, @Nullable CitizenNumber citizen, NewMovement.What what) {}

    /**
     * A new person and what brings him in, as typed.
     *
     * @param person by columns of {@link MemberColumns}
     * @param movement by columns of {@link MovementColumns}
     */
    public record Arrival(Map<String, String> person, Map<String, String> movement) {}

    /** Who seems to be the same as a newcomer, for the form; nobody while it cannot be read. See {@link #welcome}. */
    public List<Person> doubles(Actor by, Arrival arrival) {
        var row = typed.member(arrival.person(), new ArrayList<>());
        return row == null || row.profile() == null ? List.of() : doubles.visible(by, row.profile(), row.citizen());
    }

    /**
     * Enters a new person together with what brings him in.
     *
     * @return the cell
     * @throws Refusals with everything that is wrong, each at its column; also if he seems to stand in a register already: by citizen number
     *     never, by name and birth date only where the enterer says that it is another
     */
    public UnitId welcome(Actor by, Arrival arrival, Set<Insistence> insists) {
        var errors = new ArrayList<MembershipRefusal>();
        var ref = ownRef();
        var member = typed.member(with(arrival.person(), "ref", ref), errors);
        var movement = with(with(arrival.movement(), "ref", ref + "-1"), "member_ref", ref);
        var row = typed.movement(movement, errors);
        var cell = typed.cell(movement.get("to_cell"));
        if (cell == null) {
            if (errors.isEmpty()) {
                errors.add(MembershipRefusal.unknownUnit(String.valueOf(movement.get("to_cell"))));
            }
            throw new Refusals(errors);
        }
        if (member != null && member.profile() != null) {
            var same = same(by, cell.id(), member.profile(), member.citizen(), insists);
            same.ifPresent(errors::add);
            member = same.isPresent() ? member.withCitizen(null, false) : member; // told already
        }
        var batch = member == null || row == null
                ? new Batch(List.of(), List.of(), List.of())
                : new Batch(List.of(member), List.of(row), List.of());
        enter(by, cell.register(), batch, new Telling("membership.welcome", null, insists, errors));
        return cell.id();
    }

    /** The same of one that is read already, such as a cell's report. */
    void welcome(Actor by, UnitId cell, RegisterId register, Newcomer newcomer, Set<Insistence> insists) {
        var errors = same(by, cell, newcomer.profile(), newcomer.citizen(), insists)
                .map(List::of)
                .orElse(List.of());
        var what = newcomer.what();
        var ref = ownRef();
        var member = NewMember.coming(1, ref, newcomer.profile())
                .withCitizen(errors.isEmpty() ? newcomer.citizen() : null, false);
        var row = new NewMovement(
                1,
                ref + "-1",
                null,
                new NewMovement.What(ref, what.kind(), what.on(), what.from(), what.to(), what.decisionNo(), null));
        enter(
                by,
                register,
                new Batch(List.of(member), List.of(row), List.of()),
                new Telling("membership.welcome", null, insists, errors));
    }

    private Optional<MembershipRefusal> same(
            Actor by, UnitId cell, Profile profile, @Nullable CitizenNumber citizen, Set<Insistence> insists) {
        var found = doubles.of(by, cell, profile, citizen);
        return found.number() || found.any() && !insists.contains(Insistence.ANOTHER_PERSON)
                ? Optional.of(MembershipRefusal.seemsDouble(
                        found.outside() ? "double-outside" : found.number() ? "double-number" : "double-name"))
                : Optional.empty();
    }

    private static Map<String, String> with(Map<String, String> texts, String column, String text) {
        var more = new HashMap<>(texts);
        more.put(column, text);
        return more;
    }

    /**
     * How an entry is made.
     *
     * @param errors what is known to be wrong already: then nothing is recorded, and it is told with the rest
     */
    private record Telling(
            String what, @Nullable String reason, Set<Insistence> insists, List<MembershipRefusal> errors) {}

    private void enter(Actor by, RegisterId register, Batch batch, Telling telling) {
        transaction.executeWithoutResult(status -> {
            var entry = entries.begin(by, Set.of(register), telling.what(), telling.reason());
            var verb = by.mayAnywhere(Verb.KEEP_REGISTER) ? Verb.KEEP_REGISTER : Verb.CONFIRM;
            var findings = intake.record(by, verb, entry, register, batch).findings();
            var wrong = new ArrayList<>(telling.errors());
            findings.errors().forEach(error -> wrong.add(MembershipRefusal.of(error)));
            if (!telling.insists().contains(Insistence.DAYS_ARE_RIGHT)) {
                findings.notes().stream()
                        .filter(DayRules::doubts)
                        .forEach(doubt -> wrong.add(MembershipRefusal.of(doubt)));
            }
            if (!wrong.isEmpty()) {
                throw new Refusals(wrong);
            }
        });
    }

    /** Keys of rows that were typed here, not sent. */
    private String ownRef() {
        return "gb-" + java.util.UUID.randomUUID();
    }
}

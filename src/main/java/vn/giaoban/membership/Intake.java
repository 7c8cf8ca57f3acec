package vn.giaoban.membership;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.membership.FactWriter.CitizenRow;
import vn.giaoban.membership.FactWriter.MemberRow;
import vn.giaoban.membership.FactWriter.OpeningRow;
import vn.giaoban.membership.FactWriter.ProfileRow;
import vn.giaoban.record.Entry;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Verb;

/**
 * People and movements by the thousand: checked all at once, recorded all or none. What is entered one by one takes the same way, as a
 * batch of one row.
 */
@Service
@Transactional(readOnly = true)
public class Intake {

    private final Registers registers;
    private final Lookups lookups;
    private final UnitsReader units;
    private final Coding coding;
    private final FactStore store;
    private final FactWriter facts;
    private final LifeStore lives;
    private final ChangeRows changes;
    private final OutsideHits hits;

    Intake(
            Registers registers,
            Lookups lookups,
            UnitsReader units,
            Coding coding,
            FactStore store,
            FactWriter facts,
            LifeStore lives,
            ChangeRows changes,
            OutsideHits hits) {
        this.registers = registers;
        this.lookups = lookups;
        this.units = units;
        this.coding = coding;
        this.store = store;
        this.facts = facts;
        this.lives = lives;
        this.changes = changes;
        this.hits = hits;
    }

    /**
     * All that is wrong with a batch and all that is worth knowing; writes nothing of it. Whom the sender met without being allowed to know of
     * them is told to whoever may.
     *
     * @throws MembershipRefusal if they are too many, or were before it
     */
    public Findings check(Actor by, RegisterId register, Batch batch) {
        if (!by.isSystem() && batch.members().stream().anyMatch(row -> row.citizen() != null)) {
            hits.checkLimit(by);
        }
        var of = registers.register(register);
        var made = LongStream.rangeClosed(1, batch.members().size()).map(n -> Long.MIN_VALUE + n);
        var moves = LongStream.rangeClosed(1, batch.movements().size()).map(n -> Long.MIN_VALUE + n);
        var plan = check(by, Verb.KEEP_REGISTER, of, batch, Long.MAX_VALUE)
                .check(batch, made.boxed().toList(), moves.boxed().toList());
        if (!plan.outside().isEmpty()) {
            var asked = by.where(Verb.KEEP_REGISTER).iterator().next();
            hits.keepOfFile(
                    by,
                    plan.outside().stream()
                            .map(member -> new OutsideHits.Hit(new MemberId(register, member), true, asked))
                            .toList());
        }
        return plan.findings();
    }

    /**
     * Records a batch as part of an entry.
     *
     * @throws Refusals with everything that is wrong; then nothing was written
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void store(Actor by, Entry entry, RegisterId register, Batch batch) {
        var plan = record(by, Verb.KEEP_REGISTER, entry, register, batch);
        if (!plan.findings().errors().isEmpty()) {
            throw new Refusals(
                    plan.findings().errors().stream().map(MembershipRefusal::of).toList());
        }
    }

    /** Records the batch if nothing is wrong with it, else only says what is. */
    BatchPlan record(Actor by, Verb verb, Entry entry, RegisterId register, Batch batch) {
        store.lock(List.of(register));
        var of = registers.register(register);
        var plan = check(by, verb, of, batch, entry.id())
                .check(
                        batch,
                        facts.nextMembers(batch.members().size()),
                        facts.nextMovements(batch.movements().size()));
        if (plan.findings().errors().isEmpty()) {
            write(entry, register, plan);
        }
        return plan;
    }

    private BatchCheck check(Actor by, Verb verb, Register register, Batch batch, long entry) {
        var known = lookups.read(by, verb, register, batch);
        return new BatchCheck(register, known, units.reached(batch.cells(), known.cells()), coding, entry);
    }

    private void write(Entry entry, RegisterId register, BatchPlan plan) {
        var restated = plan.drafts().stream()
                .filter(draft -> draft.withdrawn || draft.entered != null && !draft.fresh)
                .map(draft -> draft.member)
                .toList();
        var entered =
                plan.drafts().stream().filter(draft -> draft.entered != null).toList();
        facts.supersedeMembers(entry, register, restated);
        facts.supersedeMovements(entry, register, plan.takenBack());
        facts.members(
                entry,
                register,
                entered.stream()
                        .map(draft -> new MemberRow(draft.member, draft.row().ref(), draft.arriving, null))
                        .toList());
        facts.profiles(entry, register, profiles(register, entered));
        facts.citizens(entry, register, citizens(entered));
        facts.openings(
                entry,
                register,
                entered.stream()
                        .filter(draft -> draft.opening != null)
                        .map(draft -> new OpeningRow(draft.member, Objects.requireNonNull(draft.opening)))
                        .toList());
        facts.movements(entry, register, plan.movements());
        plan.carried()
                .forEach(row -> facts.supersedeCarried(
                        entry, register, row.member(), row.carried().event()));
        facts.carried(entry, register, lastOfEach(plan.carried()));
        var fresh = plan.drafts().stream()
                .filter(draft -> draft.fresh)
                .map(draft -> draft.member)
                .collect(Collectors.toCollection(HashSet::new));
        lives.write(entry, register, plan.lives(), fresh);
    }

    /** A corrected row keeps the changes that were entered apart from it. */
    private List<ProfileRow> profiles(RegisterId register, List<Draft> entered) {
        var known = entered.stream()
                .filter(draft -> !draft.fresh)
                .map(draft -> draft.member)
                .toList();
        var changed = known.isEmpty() ? Map.<Long, List<Changed>>of() : changes.holding(register, known);
        return entered.stream()
                .flatMap(draft -> Changed.profiles(
                        draft.member,
                        Objects.requireNonNull(draft.row().profile()),
                        changed.getOrDefault(draft.member, List.of()))
                        .stream())
                .toList();
    }

    private static List<CitizenRow> citizens(Collection<Draft> entered) {
        return entered.stream()
                .map(Intake::citizen)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static @Nullable CitizenRow citizen(Draft draft) {
        var number = draft.row().citizen();
        return number == null
                ? null
                : new CitizenRow(draft.member, number, draft.row().citizenIsCard());
    }

    /** A file may name the same person twice for one event; the last row holds, as everywhere. */
    private static Collection<FactWriter.CarriedRow> lastOfEach(List<FactWriter.CarriedRow> rows) {
        var last = new HashMap<List<Long>, FactWriter.CarriedRow>();
        rows.forEach(row -> last.put(List.of(row.member(), row.carried().event()), row));
        return last.values();
    }
}

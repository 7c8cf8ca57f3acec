package vn.giaoban.membership;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.access.MergedPersons;
import vn.giaoban.audit.MemberKey;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.Reads;
import vn.giaoban.audit.Why;
import vn.giaoban.organisation.MergedHolders;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusals;

/**
 * Two records of one human being become one. From the merge's entry on figures count him once; as known before it there were two, and what
 * either said stays readable so. Both keys name the one that is kept, and so do posts and accounts. Undone as long as nothing was entered about him since.
 *
 * <p>Only within a register: who left one province and was entered in another has two lives that follow one another.
 */
@Service
public class Merges {

    private final MergeRows rows;
    private final FactCopies copies;
    private final FactStore store;
    private final FactWriter writer;
    private final LifeStore lives;
    private final UnitsReader units;
    private final MergedHolders holders;
    private final MergedPersons accounts;
    private final MemberReading reading;
    private final Reach reach;
    private final Reads reads;
    private final Registers registers;
    private final Entries entries;
    private final TransactionTemplate transaction;

    Merges(
            MergeRows rows,
            FactCopies copies,
            FactStore store,
            FactWriter writer,
            LifeStore lives,
            UnitsReader units,
            MergedHolders holders,
            MergedPersons accounts,
            MemberReading reading,
            Reach reach,
            Reads reads,
            Registers registers,
            Entries entries,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.copies = copies;
        this.store = store;
        this.writer = writer;
        this.lives = lives;
        this.units = units;
        this.holders = holders;
        this.accounts = accounts;
        this.reading = reading;
        this.reach = reach;
        this.reads = reads;
        this.registers = registers;
        this.entries = entries;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One of the two records. */
    public record Side(Person person, Profile profile, List<MemberFile.Stay> stays, List<MemberFile.Event> movements) {}

    /**
     * Both records side by side, and whether they could be one.
     *
     * @param errors why not, with the movements that are to be taken over; empty if they can be merged
     */
    public record Preview(Side kept, Side merged, Set<Long> taken, List<MembershipRefusal> errors) {}

    /** A merge that can be looked back at. */
    public record Done(long id, Instant at, String login) {}

    /**
     * Both records, a recorded read of both.
     *
     * @param taken movements of the other that go over to the one that is kept
     */
    public Preview preview(Actor by, MemberId kept, MemberId merged, Set<Long> taken) {
        var preview = Objects.requireNonNull(transaction.execute(status -> {
            check(by, kept, merged);
            var errors = new ArrayList<MembershipRefusal>();
            joined(kept, merged, taken, errors);
            return new Preview(side(by, kept), side(by, merged), Set.copyOf(taken), List.copyOf(errors));
        }));
        reads.record(
                by,
                ReadKind.FILE,
                "membership.merge",
                Stream.of(kept, merged)
                        .map(id -> new MemberKey(id.register(), id.number()))
                        .toList(),
                Why.purpose("gộp hồ sơ trùng"));
        return preview;
    }

    private Side side(Actor by, MemberId member) {
        var today = reach.today();
        return new Side(
                reach.seen(by, member),
                reading.profile(member, today).orElseThrow(MembershipRefusal::memberNotFound),
                reading.stays(member, today),
                reading.movements(member, today));
    }

    /**
     * Makes one of two.
     *
     * @throws Refusals with all reasons why they cannot be one
     */
    public void merge(Actor by, MemberId kept, MemberId merged, Set<Long> taken, @Nullable String reason) {
        transaction.executeWithoutResult(status -> {
            check(by, kept, merged);
            store.lock(List.of(kept.register()));
            var errors = new ArrayList<MembershipRefusal>();
            if (reason == null || reason.isBlank()) {
                errors.add(MembershipRefusal.of(RowError.of(1, "reason", "reason-missing")));
            }
            joined(kept, merged, taken, errors);
            if (!errors.isEmpty()) {
                throw new Refusals(errors);
            }
            write(entries.begin(by, Set.of(kept.register()), "membership.merge", reason), kept, merged, taken);
        });
    }

    private void write(Entry entry, MemberId kept, MemberId merged, Set<Long> taken) {
        var register = kept.register();
        var number = rows.number(merged);
        var ref = reading.ref(merged).orElseThrow(MembershipRefusal::memberNotFound);
        var arriving = facts(merged).arriving();
        copies.supersede(entry, merged);
        var redirected = new ArrayList<>(rows.redirect(entry, merged, kept));
        redirected.add(new FactWriter.MemberRow(merged.number(), ref, arriving, kept.number()));
        writer.members(entry, register, redirected);
        copies.moveMovements(entry, register, taken, kept.number());
        if (number.isPresent() && rows.number(kept).isEmpty()) {
            writer.citizens(
                    entry,
                    register,
                    List.of(new FactWriter.CitizenRow(
                            kept.number(), number.get().number(), number.get().isCard())));
        }
        rows.add(entry, kept, merged);
        holders.merge(entry, register, merged.number(), kept.number());
        accounts.merge(entry, register, merged.number(), kept.number());
        live(entry, kept, facts(kept));
        live(entry, merged, nothing(merged));
    }

    /** The life of the one that is kept with the movements taken over; what is wrong with it is told. */
    private void joined(MemberId kept, MemberId merged, Set<Long> taken, List<MembershipRefusal> errors) {
        var own = facts(kept);
        var moves = new ArrayList<>(own.moves());
        facts(merged).moves().stream().filter(move -> taken.contains(move.id())).forEach(moves::add);
        if (moves.size() != own.moves().size() + taken.size()) {
            throw MembershipRefusal.memberNotFound();
        }
        var facts = new Facts(
                own.firstDay(), own.opening(), own.arriving(), moves, own.carried(), own.joined(), own.born());
        var now = units.reached(Set.of(), facts.cells());
        Life.of(facts, now)
                .errors()
                .forEach(error -> errors.add(MembershipRefusal.of(RowError.of(
                        1,
                        "",
                        error.code(),
                        error.arguments().stream()
                                .map(argument -> Wording.of(argument, now))
                                .toArray(String[]::new)))));
        var first = rows.number(kept);
        var second = rows.number(merged);
        if (first.isPresent()
                && second.isPresent()
                && !first.get().number().equals(second.get().number())) {
            errors.add(MembershipRefusal.of(RowError.of(1, "", "numbers-differ")));
        }
    }

    /** What was merged into this record and can be taken apart again, the last first. */
    public List<Done> done(Actor by, MemberId kept) {
        return Objects.requireNonNull(transaction.execute(status -> {
            keeps(by, kept);
            return rows.into(kept).stream()
                    .map(row -> new Done(row.id(), row.at(), row.login()))
                    .toList();
        }));
    }

    /** As whom a record that was merged is read now, for those who may see him. */
    public Optional<MemberId> keptOf(Actor by, MemberId merged) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var kept = rows.keptOf(merged);
            kept.ifPresent(id -> reach.seen(by, id));
            return kept;
        }));
    }

    /** Takes the last merge into a record apart. @throws MembershipRefusal if something was entered about him since */
    public void undo(Actor by, MemberId kept, long merge, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw MembershipRefusal.reasonMissing();
        }
        transaction.executeWithoutResult(status -> {
            keeps(by, kept);
            store.lock(List.of(kept.register()));
            var row = rows.into(kept).stream()
                    .filter(one -> one.id() == merge)
                    .findFirst()
                    .orElseThrow(MembershipRefusal::memberNotFound);
            var both = List.of(kept.number(), row.merged().number());
            if (copies.touchedAfter(kept.register(), both, row.entry())) {
                throw MembershipRefusal.restsOnMerge();
            }
            var entry = entries.begin(by, Set.of(kept.register()), "membership.merge-undone", reason);
            var all = new ArrayList<>(both);
            rows.into(row.merged()).forEach(earlier -> all.add(earlier.merged().number()));
            copies.takeBack(entry, kept.register(), all, row.entry());
            rows.supersede(entry, row);
            holders.takeBack(entry, kept.register(), row.entry(), row.merged().number());
            accounts.takeBack(entry, kept.register(), row.entry());
            live(entry, kept, facts(kept));
            live(entry, row.merged(), facts(row.merged()));
        });
    }

    private void live(Entry entry, MemberId member, Facts facts) {
        lives.write(
                entry,
                member.register(),
                Map.of(
                        member.number(),
                        new LifeStore.Lived(
                                Life.of(facts, units.reached(Set.of(), facts.cells())), PartyAge.of(facts))),
                Set.of());
    }

    private Facts facts(MemberId member) {
        var facts = store.facts(registers.register(member.register()), List.of(member.number()))
                .get(member.number());
        if (facts == null) {
            throw MembershipRefusal.memberNotFound();
        }
        return facts;
    }

    private Facts nothing(MemberId member) {
        return new Facts(
                registers.register(member.register()).firstDay(),
                null,
                null,
                List.of(),
                List.of(),
                Profile.Joined.UNKNOWN);
    }

    private void check(Actor by, MemberId kept, MemberId merged) {
        keeps(by, kept);
        if (kept.equals(merged) || !kept.register().equals(merged.register())) {
            throw MembershipRefusal.notTheSame();
        }
        keeps(by, merged);
    }

    /** Also the right to removals, whether there are any or not: who decides sees the whole of both, and learns nothing he may not know. */
    private void keeps(Actor by, MemberId member) {
        if (!reach.mayMerge(by, reach.seen(by, member))) {
            throw MembershipRefusal.mayNotRecord();
        }
    }
}

package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.audit.MemberKey;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.Reads;
import vn.giaoban.audit.Why;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.Verb;

/**
 * What is known of a person, put right or gone on with. A <em>correction</em> says that it never was as entered: the keeper of the register
 * makes it, with a reason, and what stood before is superseded. A <em>change</em> says that it is so from a day on: both stand, each in its
 * days. A file is a secret paper in which nothing is erased (294-QĐ/TW art. 6.2.4).
 */
@Service
public class Corrections {

    private final Reach reach;
    private final ChangeRows changes;
    private final ProfileLines profiles;
    private final ChangeWriter changing;
    private final FactStore store;
    private final FactWriter writer;
    private final Lookups lookups;
    private final OutsideHits hits;
    private final Coding coding;
    private final DayRuleRows dayRules;
    private final Reads reads;
    private final Entries entries;
    private final TransactionTemplate transaction;

    Corrections(
            Reach reach,
            ChangeRows changes,
            ProfileLines profiles,
            ChangeWriter changing,
            FactStore store,
            FactWriter writer,
            Lookups lookups,
            OutsideHits hits,
            Coding coding,
            DayRuleRows dayRules,
            Reads reads,
            Entries entries,
            PlatformTransactionManager transactions) {
        this.reach = reach;
        this.changes = changes;
        this.profiles = profiles;
        this.changing = changing;
        this.store = store;
        this.writer = writer;
        this.lookups = lookups;
        this.hits = hits;
        this.coding = coding;
        this.dayRules = dayRules;
        this.reads = reads;
        this.entries = entries;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Something that is so from a day on.
     *
     * @param value as typed; null or blank: none any more
     */
    public record Change(
            Attribute attribute,
            @Nullable LocalDate day,
            @Nullable String value,
            @Nullable String decisionNo) {}

    /**
     * Something that was recorded about an attribute.
     *
     * @param change key of the change; null for what the person's row says
     * @param from null: always
     * @param value as stored; null: none
     * @param reason why it was entered, where somebody said why
     * @param holds false for what was found wrong since; only keepers of the register see that
     */
    public record Line(
            @Nullable Long change,
            Attribute attribute,
            @Nullable LocalDate from,
            @Nullable String value,
            @Nullable String decisionNo,
            java.time.Instant recordedAt,
            String login,
            @Nullable String reason,
            boolean holds) {}

    /** What the person's row says now, for a form to correct it in: a recorded read. Religion for those who may see it. */
    public Profile toCorrect(Actor by, MemberId member) {
        var person = kept(by, member);
        var profile = Objects.requireNonNull(
                transaction.execute(status -> changes.now(member).orElseThrow(MembershipRefusal::memberNotFound)));
        var outside = reads.needsReason(by, person.cell());
        reads.record(
                by,
                ReadKind.FILE,
                "membership.correct",
                List.of(new MemberKey(member.register(), member.number())),
                outside ? Why.outside("đính chính hồ sơ") : Why.OWN);
        return reach.may(by, Verb.SEE_SENSITIVE, person) ? profile : Attribute.RELIGION.in(profile, null);
    }

    /** Whether the form to correct shows religion. */
    public boolean seesSensitive(Actor by, MemberId member) {
        return reach.may(by, Verb.SEE_SENSITIVE, reach.seen(by, member));
    }

    /** The person whose attributes the actor may enter changes of. */
    public Person toChange(Actor by, MemberId member) {
        var person = confirmed(by, member);
        reads.record(
                by,
                ReadKind.FILE,
                "membership.change",
                List.of(new MemberKey(member.register(), member.number())),
                reads.needsReason(by, person.cell()) ? Why.outside("ghi thay đổi") : Why.OWN);
        return person;
    }

    /**
     * Replaces what the person's row says.
     *
     * @param texts by columns of {@link MemberColumns}; the citizen number only where it is to be replaced
     * @throws Refusals with everything that is wrong, each at its column
     */
    public void correct(
            Actor by, MemberId member, Map<String, String> texts, @Nullable String reason, Set<Insistence> insists) {
        transaction.executeWithoutResult(status -> {
            var person = kept(by, member);
            store.lock(List.of(member.register()));
            var before = changes.now(member).orElseThrow(MembershipRefusal::memberNotFound);
            var errors = new ArrayList<RowError>();
            if (reason == null || reason.isBlank()) {
                errors.add(RowError.of(1, "reason", "reason-missing"));
            }
            var cells = new HashMap<>(texts);
            cells.keySet().removeAll(Set.of("cancels", "opening", "cell", "belongs_from", "degree"));
            cells.put("ref", "-");
            if (!reach.may(by, Verb.SEE_SENSITIVE, person)) {
                cells.put("religion", Objects.toString(before.origin().religion(), ""));
            }
            var row = MemberColumns.read(1, cells, errors::add);
            var profile =
                    row == null || row.profile() == null ? null : coding.coded(row.profile(), (column, word) -> {});
            if (profile != null) {
                var said = dayRules.rules().of(1, DayRules.PERSON, DayRules.days(profile, dayRules.today()));
                errors.addAll(said.refused());
                errors.addAll(insists.contains(Insistence.DAYS_ARE_RIGHT) ? List.of() : said.doubts());
            }
            if (row != null && row.citizen() != null) {
                var column = row.citizenIsCard() ? "card" : "citizen_number";
                numberFault(by, person, row.citizen()).ifPresent(code -> errors.add(RowError.of(1, column, code)));
            }
            if (row != null && row.citizen() == null && before.equals(profile)) {
                errors.add(RowError.of(1, "", "nothing-corrected"));
            }
            refuse(errors);
            var entry = entries.begin(by, Set.of(member.register()), "membership.correction", reason);
            var number = Objects.requireNonNull(row).citizen();
            if (number != null) {
                writer.supersedeCitizens(entry, member.register(), List.of(member.number()));
                writer.citizens(
                        entry,
                        member.register(),
                        List.of(new FactWriter.CitizenRow(member.number(), number, row.citizenIsCard())));
            }
            profiles.rewrite(entry, member, Objects.requireNonNull(profile));
        });
    }

    /** Of somebody whom the corrector may not see he learns one sentence, a few times a day. */
    private Optional<String> numberFault(Actor by, Person person, CitizenNumber number) {
        if (!by.isSystem()) {
            hits.checkLimit(by);
        }
        return lookups.holder(number, person.id()).map(holder -> {
            if (reach.sees(by, holder)) {
                return "number-taken";
            }
            var asked = person.cell() != null
                    ? person.cell()
                    : by.where(Verb.KEEP_REGISTER).iterator().next();
            hits.keep(by, List.of(new OutsideHits.Hit(holder, true, asked)));
            return "number-outside";
        });
    }

    /**
     * Enters that something is so from a day on.
     *
     * @throws Refusals with everything that is wrong, each at its column
     */
    public void change(Actor by, MemberId member, Change change, @Nullable String reason) {
        transaction.executeWithoutResult(status -> {
            confirmed(by, member);
            store.lock(List.of(member.register()));
            changing.enter(by, member, change, reason);
        });
    }

    /** Takes back a change that was entered by mistake. */
    public void withdraw(Actor by, MemberId member, long change, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw MembershipRefusal.reasonMissing();
        }
        transaction.executeWithoutResult(status -> {
            kept(by, member);
            store.lock(List.of(member.register()));
            var entry = entries.begin(by, Set.of(member.register()), "membership.change-withdrawn", reason);
            if (!changes.supersede(entry, member, change)) {
                throw MembershipRefusal.memberNotFound();
            }
            profiles.rewrite(entry, member, changes.now(member).orElseThrow(MembershipRefusal::memberNotFound));
        });
    }

    private Person kept(Actor by, MemberId member) {
        var person = reach.seen(by, member);
        if (!reach.mayKeep(by, person)) {
            throw MembershipRefusal.mayNotRecord();
        }
        return person;
    }

    private Person confirmed(Actor by, MemberId member) {
        var person = reach.seen(by, member);
        if (!reach.mayConfirm(by, person)) {
            throw MembershipRefusal.mayNotRecord();
        }
        return person;
    }

    private static void refuse(List<RowError> errors) {
        if (!errors.isEmpty()) {
            throw new Refusals(errors.stream().map(MembershipRefusal::of).toList());
        }
    }
}

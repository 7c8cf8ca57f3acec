package vn.giaoban.access;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Actor;

/**
 * The rule of two people: what gives power to an account is asked for by one administrator and confirmed by another, neither of them its
 * owner, and the owner is told. A one-time code comes in two halves, so that neither administrator can sign in as the owner.
 */
@Service
@Transactional(readOnly = true)
public class Proposals {

    static final Duration WAITS = Duration.ofDays(3);
    static final Duration CODE_LASTS = Duration.ofDays(7);
    private static final int HALF = 6;

    private final ProposalRows proposals;
    private final AccountRows accounts;
    private final Grants grants;
    private final Administration administration;
    private final Passwords passwords;
    private final Notices notices;
    private final Entries entries;
    private final Clock clock;

    Proposals(
            ProposalRows proposals,
            AccountRows accounts,
            Grants grants,
            Administration administration,
            Passwords passwords,
            Notices notices,
            Entries entries,
            Clock clock) {
        this.proposals = proposals;
        this.accounts = accounts;
        this.grants = grants;
        this.administration = administration;
        this.passwords = passwords;
        this.notices = notices;
        this.entries = entries;
        this.clock = clock;
    }

    /** What waits and {@code by} may decide or asked for. */
    public List<Proposal> waiting(Actor by) {
        administration.checkAdministrator(by);
        return proposals.waiting(clock.instant()).stream()
                .filter(proposal -> mayDecide(by, proposal))
                .toList();
    }

    /** @throws AccessRefusal if it is for oneself, or over a unit where {@code by} does not manage accounts */
    @Transactional
    public long grant(Actor by, NewGrant grant, String reason) {
        var account = checked(by, grant.account(), reason);
        administration.checkOver(by, grant.unit());
        grants.check(grant);
        if (grant.post() != null && account.person() == null) {
            throw AccessRefusal.postNeedsPerson();
        }
        var entry = entries.begin(by, Set.of(), "access.grant-proposed", account.login() + " " + grant.role());
        return insert(by, entry, Proposal.Kind.GRANT, account.id(), grant, null, reason);
    }

    /** The first half of a one-time code; whoever confirms gets the other. */
    @Transactional
    public String password(Actor by, AccountId id, String reason) {
        var account = checked(by, id, reason);
        var half = passwords.code(HALF);
        var entry = entries.begin(by, Set.of(), "access.password-proposed", account.login());
        insert(by, entry, Proposal.Kind.PASSWORD, id, null, half, reason);
        return half;
    }

    @Transactional
    public long enable(Actor by, AccountId id, String reason) {
        var account = checked(by, id, reason);
        var entry = entries.begin(by, Set.of(), "access.enabling-proposed", account.login());
        return insert(by, entry, Proposal.Kind.ENABLE, id, null, null, reason);
    }

    /**
     * @return the second half of a one-time code where that was asked for
     * @throws AccessRefusal if {@code by} asked for it or owns the account, or it was decided or has waited too long
     */
    @Transactional
    public Optional<String> confirm(Actor by, long id) {
        var proposal = open(by, id);
        if (proposal.proposedBy().value() == by.account()) {
            throw AccessRefusal.anotherMustConfirm();
        }
        var half = proposals.firstHalf(id);
        var entry = decide(by, proposal, true);
        switch (proposal.kind()) {
            case GRANT -> {
                var grant = new NewGrant(
                        proposal.account(),
                        requireNonNull(proposal.role()),
                        proposal.unit(),
                        requireNonNull(proposal.from()),
                        requireNonNull(proposal.until()),
                        proposal.post());
                grants.check(grant);
                grants.insert(entry, grant, proposal.proposedBy().value(), by.account());
                notices.tell(
                        proposal.account(),
                        "access.notice.granted",
                        grant.role(),
                        proposal.proposedByLogin(),
                        by.login());
                return Optional.empty();
            }
            case ENABLE -> {
                accounts.disable(proposal.account(), null);
                notices.tell(proposal.account(), "access.notice.enabled", proposal.proposedByLogin(), by.login());
                return Optional.empty();
            }
            case PASSWORD -> {
                var second = passwords.code(HALF);
                var now = clock.instant();
                accounts.putCredential(
                        proposal.account(),
                        new AccountRows.Credential(
                                passwords.hash(half.orElseThrow() + "-" + second), true, now.plus(CODE_LASTS)),
                        now);
                accounts.endSessions(proposal.account());
                notices.tell(
                        proposal.account(), "access.notice.password-reset", proposal.proposedByLogin(), by.login());
                return Optional.of(second);
            }
        }
        throw new IllegalStateException(proposal.kind().name());
    }

    /** By whoever might confirm it, or to take back what one asked for. */
    @Transactional
    public void decline(Actor by, long id) {
        decide(by, open(by, id), false);
    }

    private Account checked(Actor by, AccountId id, String reason) {
        var account = administration.account(by, id);
        if (by.account() == id.value()) {
            throw AccessRefusal.notForOneself();
        }
        AccessRefusal.checkReason(reason);
        return account;
    }

    private long insert(
            Actor by,
            Entry entry,
            Proposal.Kind kind,
            AccountId account,
            @Nullable NewGrant grant,
            @Nullable String half,
            String reason) {
        var now = clock.instant();
        return proposals.insert(entry, kind, account, grant, half, reason.strip(), by.account(), now, now.plus(WAITS));
    }

    private Proposal open(Actor by, long id) {
        var proposal =
                proposals.find(id).filter(found -> mayDecide(by, found)).orElseThrow(AccessRefusal::proposalNotFound);
        if (proposal.decided()) {
            throw AccessRefusal.alreadyDecided();
        }
        if (!clock.instant().isBefore(proposal.expiresAt())) {
            throw AccessRefusal.proposalExpired();
        }
        if (proposal.account().value() == by.account()) {
            throw AccessRefusal.notForOneself();
        }
        return proposal;
    }

    private Entry decide(Actor by, Proposal proposal, boolean confirmed) {
        var entry = entries.begin(
                by,
                Set.of(),
                confirmed ? "access.proposal-confirmed" : "access.proposal-declined",
                proposal.kind() + " " + proposal.login());
        if (!proposals.decide(proposal.id(), confirmed, by.account(), clock.instant())) {
            throw AccessRefusal.alreadyDecided();
        }
        return entry;
    }

    private boolean mayDecide(Actor by, Proposal proposal) {
        var account = administration.find(proposal.account());
        if (account.isEmpty() || !administration.looksAfter(by, account.get())) {
            return false;
        }
        return proposal.kind() != Proposal.Kind.GRANT || administration.isOver(by, proposal.unit());
    }
}

package vn.giaoban.access;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Roles over subtrees between days. Giving needs two administrators ({@link Proposals}); ending needs one. */
@Service
@Transactional(readOnly = true)
public class Grants {

    private final GrantRows grants;
    private final Tree tree;
    private final Actors actors;
    private final Administration administration;
    private final Notices notices;
    private final Entries entries;

    Grants(
            GrantRows grants,
            Tree tree,
            Actors actors,
            Administration administration,
            Notices notices,
            Entries entries) {
        this.grants = grants;
        this.tree = tree;
        this.actors = actors;
        this.administration = administration;
        this.notices = notices;
        this.entries = entries;
    }

    /** The account's grants that are not withdrawn: past, present and to come. */
    public List<Grant> of(Actor by, AccountId account) {
        if (by.account() != account.value()) {
            administration.account(by, account);
        }
        return grants.of(account);
    }

    /** Who holds which right over a unit today, by a grant on it or on anything above it. */
    public List<Grant> over(Actor by, UnitId unit) {
        administration.checkOver(by, unit);
        var now = actors.now();
        return grants.over(tree.above(unit, now)).stream()
                .filter(grant -> grant.holdsOn(now.day()))
                .toList();
    }

    /** The codes of the ready-made roles of today, from the widest. */
    public List<String> roles() {
        return grants.roles(actors.now().day());
    }

    /** By the system alone: the set-up and the demonstration. */
    @Transactional
    public void give(Actor system, NewGrant grant) {
        Accounts.checkSystem(system);
        check(grant);
        var entry = entries.begin(system, Set.of(), "access.granted", grant.account() + " " + grant.role());
        grants.insert(entry, grant, 0, 0);
    }

    /** The grant ends before this day; at once and by one administrator. */
    @Transactional
    public void end(Actor by, long id, LocalDate until, String reason) {
        var grant = grants.find(id)
                .filter(found -> administration
                        .find(found.account())
                        .filter(account -> administration.looksAfter(by, account))
                        .isPresent())
                .orElseThrow(AccessRefusal::grantNotFound);
        AccessRefusal.checkReason(reason);
        var entry =
                entries.begin(by, Set.of(), "access.grant-ended", grant.login() + " " + grant.role() + ": " + reason);
        if (!grants.supersede(entry, id)) {
            throw AccessRefusal.grantNotFound();
        }
        if (until.isAfter(grant.from()) && until.isBefore(grant.until())) {
            grants.insertEnded(entry, id, until);
        }
        notices.tell(grant.account(), "access.notice.grant-ended", grant.role(), by.login());
    }

    /** Whoever manages accounts sees no member, and whoever sees members manages no accounts, on any day. */
    void check(NewGrant grant) {
        if (!grant.until().isAfter(grant.from())) {
            throw AccessRefusal.untilBeforeFrom(grant.from(), grant.until());
        }
        if (grant.post() != null && grant.unit() == null) {
            throw AccessRefusal.missing("unit");
        }
        var verbs = grants.verbs(grant.role(), grant.from());
        if (verbs.isEmpty()) {
            throw AccessRefusal.unknownRole(grant.role());
        }
        var together = EnumSet.copyOf(verbs);
        for (var other : grants.of(grant.account())) {
            if (other.from().isBefore(grant.until()) && grant.from().isBefore(other.until())) {
                together.addAll(grants.verbs(other.role(), other.from()));
            }
        }
        if (together.contains(Verb.MANAGE_ACCOUNTS) && together.size() > 1) {
            throw AccessRefusal.administratorSeesNoMember();
        }
    }

    void insert(Entry entry, NewGrant grant, long givenBy, long confirmedBy) {
        grants.insert(entry, grant, givenBy, confirmedBy);
    }
}

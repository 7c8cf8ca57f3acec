package vn.giaoban.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Whether somebody looks after an account or gives rights over a unit. Not there and not yours are one answer. */
@Component
class Administration {

    private final AccountRows accounts;
    private final Tree tree;
    private final Actors actors;

    Administration(AccountRows accounts, Tree tree, Actors actors) {
        this.accounts = accounts;
        this.tree = tree;
        this.actors = actors;
    }

    /** The account, if {@code by} looks after it. */
    Account account(Actor by, AccountId id) {
        return accounts.find(id).filter(found -> looksAfter(by, found)).orElseThrow(AccessRefusal::accountNotFound);
    }

    Optional<Account> find(AccountId id) {
        return accounts.find(id);
    }

    boolean looksAfter(Actor by, Account account) {
        return isOver(by, account.home());
    }

    /** Refuses unless {@code by} may manage accounts over the unit; null stands for everything. */
    void checkOver(Actor by, @Nullable UnitId unit) {
        if (!isOver(by, unit)) {
            throw AccessRefusal.unitNotFound(unit == null ? "" : unit.toString());
        }
    }

    void checkAdministrator(Actor by) {
        if (by.account() != 0 && !by.mayAnywhere(Verb.MANAGE_ACCOUNTS)) {
            throw AccessRefusal.notAllowed();
        }
    }

    boolean isOver(Actor by, @Nullable UnitId unit) {
        if (by.account() == 0) {
            return true;
        }
        var tops = by.where(Verb.MANAGE_ACCOUNTS);
        var at = actors.now();
        return unit == null ? !tops.isEmpty() && tops.containsAll(tree.roots(at)) : tree.isUnder(unit, tops, at);
    }
}

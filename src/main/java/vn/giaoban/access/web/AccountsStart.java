package vn.giaoban.access.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.giaoban.access.Account;
import vn.giaoban.access.Accounts;
import vn.giaoban.access.Proposals;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.StartPiece;

/** Where an administrator begins: accounts, and nothing else. */
@Component
class AccountsStart implements StartPiece {

    private final Accounts accounts;
    private final Proposals proposals;

    AccountsStart(Accounts accounts, Proposals proposals) {
        this.accounts = accounts;
        this.proposals = proposals;
    }

    @Override
    public int position() {
        return 90;
    }

    @Override
    public Optional<AccountsStartPage> of(Actor by, AsOf at) {
        if (!by.mayAnywhere(Verb.MANAGE_ACCOUNTS)) {
            return Optional.empty();
        }
        var all = accounts.all(by);
        var waiting = proposals.waiting(by);
        var others = waiting.stream()
                .filter(proposal -> proposal.account().value() != by.account()
                        && proposal.proposedBy().value() != by.account())
                .count();
        return Optional.of(new AccountsStartPage(
                all.stream().filter(account -> !account.disabled()).count(),
                all.stream().filter(Account::disabled).count(),
                all.stream()
                        .filter(account -> !account.disabled() && !account.hasPassword())
                        .count(),
                others,
                waiting.size() - others));
    }
}

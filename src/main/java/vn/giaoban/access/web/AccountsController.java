package vn.giaoban.access.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.access.AccessRefusal;
import vn.giaoban.access.AccountId;
import vn.giaoban.access.Accounts;
import vn.giaoban.access.Grants;
import vn.giaoban.access.Proposal;
import vn.giaoban.access.Proposals;
import vn.giaoban.shared.Actor;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/** Accounts and their roles, for administrators. */
@RestController
@RequestMapping("/accounts")
class AccountsController {

    private final Accounts accounts;
    private final Grants grants;
    private final Proposals proposals;
    private final Names names;

    AccountsController(Accounts accounts, Grants grants, Proposals proposals, Names names) {
        this.accounts = accounts;
        this.grants = grants;
        this.proposals = proposals;
        this.names = names;
    }

    @GetMapping
    AccountsPage list(Actor by) {
        return new AccountsPage(
                accounts.all(by),
                proposals.waiting(by).stream()
                        .map(proposal -> waiting(by, proposal))
                        .toList());
    }

    @GetMapping("/new")
    NewAccountPage form(Actor by) {
        accounts.checkAdministrator(by);
        return new NewAccountPage(AccountForm.EMPTY, FormErrors.NONE);
    }

    @PostMapping("/new")
    ResponseEntity<Page> create(Actor by, AccountForm form, BindingResult binding) {
        return Attempt.of(binding, () -> accounts.create(by, form.toNewAccount(names.typed(form.home()))))
                .then(id -> Answers.saying("access.accounts.made", String.valueOf(form.login()))
                        .seeOther("/accounts/{id}", id))
                .orAgain(errors -> new NewAccountPage(form, errors));
    }

    @GetMapping("/{id}")
    AccountPage show(Actor by, @PathVariable AccountId id) {
        return page(by, id, null, FormErrors.NONE);
    }

    @PostMapping("/{id}/password")
    ResponseEntity<Page> askForPassword(Actor by, @PathVariable AccountId id, Reason reason, BindingResult binding) {
        return Attempt.of(binding, () -> proposals.password(by, id, reason.text()))
                .then(half -> ResponseEntity.ok(new CodePage(
                        "access.password.first", half, accounts.account(by, id).name())))
                .orAgain(errors -> page(by, id, new AccountPage.Tried("password", reason.text()), errors));
    }

    @PostMapping("/{id}/disable")
    ResponseEntity<Page> disable(Actor by, @PathVariable AccountId id, Reason reason, BindingResult binding) {
        return Attempt.of(binding, () -> accounts.disable(by, id, reason.text()))
                .then(done -> Answers.saying(
                                "access.disabled", accounts.account(by, id).login())
                        .seeOther("/accounts/{id}", id))
                .orAgain(errors -> page(by, id, new AccountPage.Tried("state", reason.text()), errors));
    }

    @PostMapping("/{id}/enable")
    ResponseEntity<Page> enable(Actor by, @PathVariable AccountId id, Reason reason, BindingResult binding) {
        return Attempt.of(binding, () -> proposals.enable(by, id, reason.text()))
                .then(done -> Answers.saying("access.grants.proposed").seeOther("/accounts/{id}", id))
                .orAgain(errors -> page(by, id, new AccountPage.Tried("state", reason.text()), errors));
    }

    @GetMapping("/{id}/roles/new")
    GrantPage grantForm(Actor by, @PathVariable AccountId id) {
        return grantPage(by, id, new GrantForm(null, null, null, null, null, null), FormErrors.NONE);
    }

    @PostMapping("/{id}/roles/new")
    ResponseEntity<Page> grant(Actor by, @PathVariable AccountId id, GrantForm form, BindingResult binding) {
        return Attempt.of(
                        binding,
                        () -> proposals.grant(
                                by,
                                form.toNewGrant(id, names.typed(form.unit()), names.today()),
                                Objects.requireNonNullElse(form.reason(), "")))
                .then(done -> Answers.saying("access.grants.proposed").seeOther("/accounts/{id}", id))
                .orAgain(errors -> grantPage(by, id, form, errors));
    }

    @GetMapping("/{id}/roles/{grant}/end")
    EndGrantPage endForm(Actor by, @PathVariable AccountId id, @PathVariable long grant) {
        return endPage(by, id, grant, FormErrors.NONE);
    }

    @PostMapping("/{id}/roles/{grant}/end")
    ResponseEntity<Page> end(
            Actor by, @PathVariable AccountId id, @PathVariable long grant, Reason reason, BindingResult binding) {
        return Attempt.of(binding, () -> grants.end(by, grant, names.today(), reason.text()))
                .then(done -> Answers.saying("access.grants.ended").seeOther("/accounts/{id}", id))
                .orAgain(errors -> endPage(by, id, grant, errors.beside("reason", reason.text())));
    }

    @PostMapping("/proposals/{id}/confirm")
    ResponseEntity<Page> confirm(Actor by, @PathVariable long id) {
        var owner = proposals.waiting(by).stream()
                .filter(proposal -> proposal.id() == id)
                .map(Proposal::name)
                .findFirst()
                .orElse("");
        return proposals
                .confirm(by, id)
                .map(half -> ResponseEntity.ok((Page) new CodePage("access.password.second", half, owner)))
                .orElseGet(() -> Answers.saying("access.proposals.confirmed").seeOther("/accounts"));
    }

    @PostMapping("/proposals/{id}/decline")
    ResponseEntity<Page> decline(Actor by, @PathVariable long id) {
        proposals.decline(by, id);
        return Answers.saying("access.proposals.declined").seeOther("/accounts");
    }

    @GetMapping("/rights")
    RightsPage rights(Actor by, @RequestParam(defaultValue = "") String unit) {
        accounts.checkAdministrator(by);
        var typed = names.typed(unit);
        return typed == null
                ? new RightsPage("", "", List.of(), FormErrors.NONE)
                : new RightsPage(unit, names.unit(typed), names.grants(grants.over(by, typed)), FormErrors.NONE);
    }

    private AccountsPage.Waiting waiting(Actor by, Proposal proposal) {
        var role = proposal.role();
        var post = names.post(proposal.post());
        var what = role == null
                ? ""
                : names.role(role) + ", " + names.unit(proposal.unit()) + (post.isEmpty() ? "" : " (" + post + ")");
        var decidable = proposal.account().value() != by.account();
        return new AccountsPage.Waiting(
                proposal, what, decidable, decidable && proposal.proposedBy().value() != by.account());
    }

    private AccountPage page(Actor by, AccountId id, AccountPage.@Nullable Tried tried, FormErrors errors) {
        var account = accounts.account(by, id);
        return new AccountPage(
                account,
                names.unit(account.home()),
                names.grants(grants.of(by, id)),
                id.value() == by.account(),
                tried,
                errors);
    }

    private GrantPage grantPage(Actor by, AccountId id, GrantForm form, FormErrors errors) {
        var roles = grants.roles().stream()
                .map(role -> new Option(role, names.role(role)))
                .toList();
        var account = accounts.account(by, id);
        var posts = account.person() == null ? List.<Option>of() : names.posts();
        return new GrantPage(account, roles, posts, form, errors);
    }

    private EndGrantPage endPage(Actor by, AccountId id, long grant, FormErrors errors) {
        var line = names.grants(grants.of(by, id)).stream()
                .filter(one -> one.grant().id() == grant)
                .findFirst()
                .orElseThrow(AccessRefusal::grantNotFound);
        return new EndGrantPage(accounts.account(by, id), line, errors);
    }
}

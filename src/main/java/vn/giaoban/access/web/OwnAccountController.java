package vn.giaoban.access.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.access.AccountId;
import vn.giaoban.access.Accounts;
import vn.giaoban.access.Grants;
import vn.giaoban.access.Notices;
import vn.giaoban.access.SignedIn;
import vn.giaoban.access.Tokens;
import vn.giaoban.access.web.OwnAccountPage.TokenForm;
import vn.giaoban.shared.Actor;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** One's own account: notices, password, tokens, sessions. */
@RestController
@RequestMapping("/account")
class OwnAccountController {

    private final Accounts accounts;
    private final Grants grants;
    private final Tokens tokens;
    private final Notices notices;
    private final Names names;
    private final Clock clock;

    OwnAccountController(Accounts accounts, Grants grants, Tokens tokens, Notices notices, Names names, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.tokens = tokens;
        this.notices = notices;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping
    OwnAccountPage show(Actor by) {
        return page(by, TokenForm.EMPTY, FormErrors.NONE);
    }

    @PostMapping("/seen")
    ResponseEntity<Page> seen(Actor by) {
        notices.seen(by);
        return Answers.seeOther("/account");
    }

    @GetMapping("/password")
    PasswordPage passwordForm(Actor by) {
        return new PasswordPage(FormErrors.NONE);
    }

    @PostMapping("/password")
    ResponseEntity<Page> password(
            Actor by,
            PasswordForm form,
            BindingResult binding,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!form.same()) {
            return Answers.again(new PasswordPage(FormErrors.NONE.and("again", "access.passwords-differ")));
        }
        return Attempt.of(binding, () -> accounts.choosePassword(by, form.oldText(), form.chosenText()))
                .then(signedIn -> {
                    beginAnew(signedIn, request, response);
                    return Answers.saying("access.account.password-changed").seeOther("/account");
                })
                .orAgain(PasswordPage::new);
    }

    @PostMapping("/tokens")
    ResponseEntity<Page> createToken(Actor by, TokenForm form, BindingResult binding) {
        return Attempt.of(binding, () -> tokens.create(by, requireNonNullElse(form.name(), ""), form.asDays()))
                .then(token -> ResponseEntity.ok(new TokenPage(token)))
                .orAgain(errors -> page(by, form, errors));
    }

    @PostMapping("/tokens/{token}/revoke")
    ResponseEntity<Page> revokeToken(Actor by, @PathVariable long token) {
        tokens.revoke(by, token);
        return Answers.saying("access.account.token-revoked").seeOther("/account");
    }

    @PostMapping("/sessions/end")
    ResponseEntity<Page> endSessions(Actor by) {
        accounts.endSessions(by);
        return Answers.seeOther("/login?logout");
    }

    private OwnAccountPage page(Actor by, TokenForm form, FormErrors errors) {
        var now = clock.instant();
        return new OwnAccountPage(
                accounts.own(by),
                notices.own(by).stream()
                        .map(notice -> new OwnAccountPage.Line(notice.at(), names.notice(notice), notice.seen()))
                        .toList(),
                names.grants(grants.of(by, new AccountId(by.account()))),
                tokens.own(by).stream()
                        .map(token -> new OwnAccountPage.TokenLine(token, token.goodAt(now)))
                        .toList(),
                form,
                errors);
    }

    /** This session goes on under a new name; all others have ended. */
    private static void beginAnew(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }
}

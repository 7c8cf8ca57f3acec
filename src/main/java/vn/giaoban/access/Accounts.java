package vn.giaoban.access;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Vietnamese;

/** Who may sign in. What they may do then is {@link Grants}. */
@Service
@Transactional(readOnly = true)
public class Accounts {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    private final AccountRows accounts;
    private final TokenRows tokens;
    private final Administration administration;
    private final Passwords passwords;
    private final Notices notices;
    private final Entries entries;
    private final Clock clock;

    Accounts(
            AccountRows accounts,
            TokenRows tokens,
            Administration administration,
            Passwords passwords,
            Notices notices,
            Entries entries,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.administration = administration;
        this.passwords = passwords;
        this.notices = notices;
        this.entries = entries;
        this.clock = clock;
    }

    /** For pages that show nothing of a particular account. */
    public void checkAdministrator(Actor by) {
        administration.checkAdministrator(by);
    }

    /** The accounts that {@code by} looks after. */
    public List<Account> all(Actor by) {
        administration.checkAdministrator(by);
        return accounts.all().stream()
                .filter(account -> administration.looksAfter(by, account))
                .toList();
    }

    public Account account(Actor by, AccountId id) {
        return administration.account(by, id);
    }

    public Account own(Actor by) {
        return accounts.find(new AccountId(by.account())).orElseThrow(AccessRefusal::accountNotFound);
    }

    /** For the system's own use: the set-up, the demonstration, jobs that run in somebody's name. */
    public Optional<Account> find(String login) {
        return accounts.find(login);
    }

    public boolean any() {
        return accounts.any();
    }

    /**
     * An account that cannot sign in yet: its first password needs two administrators ({@link Proposals#password}).
     *
     * @throws AccessRefusal if the login is malformed or taken, or {@code by} does not manage accounts over its home
     */
    @Transactional
    public AccountId create(Actor by, NewAccount account) {
        administration.checkAdministrator(by);
        administration.checkOver(by, account.home());
        var login = account.login().strip().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(login).matches()) {
            throw AccessRefusal.malformedLogin(account.login());
        }
        var named = new NewAccount(login, name(account.name()), account.locale(), account.home(), account.person());
        var entry = entries.begin(by, Set.of(), "access.account-made", login);
        return accounts.insert(entry, named).orElseThrow(() -> AccessRefusal.loginTaken(login));
    }

    /** An account with a password, by the system alone: the set-up and the demonstration. */
    @Transactional
    public AccountId create(Actor system, NewAccount account, String password) {
        checkSystem(system);
        passwords.checkLength(password);
        var id = create(system, account);
        accounts.putCredential(id, new AccountRows.Credential(passwords.hash(password), false, null), clock.instant());
        return id;
    }

    @Transactional
    public void rename(Actor by, AccountId id, String name, String locale) {
        var account = by.account() == id.value() ? own(by) : administration.account(by, id);
        entries.begin(by, Set.of(), "access.account-renamed", account.login());
        accounts.rename(id, name(name), "en".equals(locale) ? "en" : "vi");
    }

    /** At once and by one person: what takes power away does not wait. */
    @Transactional
    public void disable(Actor by, AccountId id, String reason) {
        var account = administration.account(by, id);
        AccessRefusal.checkReason(reason);
        entries.begin(by, Set.of(), "access.account-disabled", account.login() + ": " + reason);
        accounts.disable(id, clock.instant());
        tokens.revokeAll(id, clock.instant());
        notices.tell(id, "access.notice.disabled", by.login());
    }

    /** The owner's own choice; ends every session and every token. The answer is for a session that begins anew. */
    @Transactional
    public SignedIn choosePassword(Actor by, String old, String chosen) {
        var account = own(by);
        var credential = accounts.credential(account.id()).orElseThrow(AccessRefusal::accountNotFound);
        if (!passwords.matches(old, credential.hash())) {
            throw AccessRefusal.wrongPassword();
        }
        passwords.check(account.login(), chosen);
        entries.begin(by, Set.of(), "access.password-chosen", account.login());
        accounts.putCredential(
                account.id(), new AccountRows.Credential(passwords.hash(chosen), false, null), clock.instant());
        accounts.endSessions(account.id());
        tokens.revokeAll(account.id(), clock.instant());
        notices.tell(account.id(), "access.notice.password-chosen");
        return SignedIn.of(own(by), false);
    }

    @Transactional
    public void endSessions(Actor by) {
        entries.begin(by, Set.of(), "access.sessions-ended", by.login());
        accounts.endSessions(new AccountId(by.account()));
    }

    static void checkSystem(Actor by) {
        if (by.account() != 0) {
            throw AccessRefusal.notAllowed();
        }
    }

    private static String name(String typed) {
        var name = Vietnamese.normal(typed);
        if (name.isEmpty() || name.length() > 120) {
            throw AccessRefusal.malformedName();
        }
        return name;
    }
}

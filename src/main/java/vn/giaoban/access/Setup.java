package vn.giaoban.access;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;

/**
 * The first register and the first accounts of an empty system: by a file, or by a page that asks for a code from the console. Once, and
 * never where an account exists.
 */
@Service
public class Setup {

    private final Accounts accounts;
    private final Grants grants;
    private final Joining joining;
    private final Actors actors;
    private final Passwords passwords;
    private final boolean demonstration;
    private final String code;
    private volatile boolean done;

    Setup(
            Accounts accounts,
            Grants grants,
            Joining joining,
            Actors actors,
            Passwords passwords,
            @Value("${giaoban.demo:true}") boolean demonstration) {
        this.accounts = accounts;
        this.grants = grants;
        this.joining = joining;
        this.actors = actors;
        this.passwords = passwords;
        this.demonstration = demonstration;
        this.code = passwords.code(4) + "-" + passwords.code(4) + "-" + passwords.code(4);
    }

    /** Whether somebody has to set the system up before anything else. The demonstration sets itself up. */
    public boolean needed() {
        if (done || demonstration) {
            return false;
        }
        done = accounts.any();
        return !done;
    }

    /** For the console alone: who reads it may set the system up. */
    String code() {
        return code;
    }

    /** @throws AccessRefusal or a refusal of the modules below; then nothing was made */
    @Transactional
    public void carryOut(SetupFile file) {
        if (accounts.any()) {
            throw AccessRefusal.setUpAlready();
        }
        file.check();
        var first = LocalDate.MAX;
        for (var register : file.allRegisters()) {
            var from = requireNonNull(register.from());
            joining.join(
                    actors.system(),
                    NewRegister.checked(register.code(), register.name(), register.kind(), from, register.parent()));
            first = from.isBefore(first) ? from : first;
        }
        for (var account : file.allAccounts()) {
            add(account, first);
        }
    }

    /** The page of the first visit. */
    @Transactional
    public void carryOut(String typedCode, SetupFile file) {
        var typed = typedCode.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(typed, code.getBytes(StandardCharsets.UTF_8))) {
            throw AccessRefusal.wrongSetupCode();
        }
        for (var account : file.allAccounts()) {
            passwords.check(requireNonNullElse(account.login(), ""), requireNonNullElse(account.password(), ""));
        }
        carryOut(file);
    }

    private void add(SetupFile.AccountLine line, LocalDate first) {
        var login = requireNonNull(line.login());
        var account = accounts.create(
                actors.system(),
                new NewAccount(
                        login,
                        requireNonNullElse(line.name(), login),
                        requireNonNullElse(line.locale(), "vi"),
                        unit(line.home())),
                requireNonNull(line.password()));
        for (var grant : line.allGrants()) {
            var from = grant.from() == null ? first : grant.from();
            grants.give(
                    actors.system(),
                    new NewGrant(
                            account,
                            requireNonNull(grant.role()),
                            unit(grant.unit()),
                            from,
                            requireNonNullElse(grant.until(), Days.FOREVER),
                            null));
        }
    }

    private @Nullable UnitId unit(@Nullable String unitCode) {
        return unitCode == null
                ? null
                : joining.named(unitCode).orElseThrow(() -> AccessRefusal.unitNotFound(unitCode));
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        done = false;
    }
}

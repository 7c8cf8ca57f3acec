package vn.giaoban.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.Days;

/**
 * What {@code --giaoban.setup=setup.json} says; {@code docs/import.md} has an example.
 *
 * @param registers in order: a parent before those under it
 * @param accounts two of them at least administrators
 */
public record SetupFile(
        @Nullable List<RegisterLine> registers, @Nullable List<AccountLine> accounts) {

    static final String ADMINISTRATOR = "administrator";

    /** One register and the unit at its top. */
    public record RegisterLine(
            @Nullable String code,
            @Nullable String name,
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable String parent) {}

    /**
     * One account. {@code role} and {@code unit} are short for a single line of {@code grants}.
     *
     * @param home code of the unit whose administrators look after the account
     */
    public record AccountLine(
            @Nullable String login,
            @Nullable String name,
            @Nullable String password,
            @Nullable String locale,
            @Nullable String home,
            @Nullable String role,
            @Nullable String unit,
            @Nullable List<GrantLine> grants) {

        List<GrantLine> allGrants() {
            var all = new ArrayList<GrantLine>(grants == null ? List.of() : grants);
            if (role != null) {
                all.add(0, new GrantLine(role, unit, null, null));
            }
            return all;
        }
    }

    /** A role over a unit, or over everything if there is none; from the register's first day and without end if nothing is said. */
    public record GrantLine(
            @Nullable String role,
            @Nullable String unit,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        LocalDate untilDay() {
            return until == null ? Days.FOREVER : until;
        }
    }

    List<RegisterLine> allRegisters() {
        return registers == null ? List.of() : registers;
    }

    List<AccountLine> allAccounts() {
        return accounts == null ? List.of() : accounts;
    }

    /** Refuses a file that leaves out something; what it says is judged by those who carry it out. */
    void check() {
        if (allRegisters().isEmpty()) {
            throw AccessRefusal.malformedSetup("registers");
        }
        for (var register : allRegisters()) {
            need("registers.code", register.code());
            need("registers.name", register.name());
            need("registers.kind", register.kind());
            need("registers.from", register.from());
        }
        var administrators = 0;
        var logins = new HashSet<String>();
        for (var account : allAccounts()) {
            need("accounts.login", account.login());
            need("accounts.password", account.password());
            if (!logins.add(String.valueOf(account.login()))) {
                throw AccessRefusal.loginTaken(String.valueOf(account.login()));
            }
            for (var grant : account.allGrants()) {
                need("accounts.grants.role", grant.role());
            }
            if (account.allGrants().stream().anyMatch(grant -> ADMINISTRATOR.equals(grant.role()))) {
                administrators++;
            }
        }
        if (administrators < 2) {
            throw AccessRefusal.malformedSetup("administrators");
        }
    }

    private static void need(String field, @Nullable Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw AccessRefusal.malformedSetup(field);
        }
    }
}

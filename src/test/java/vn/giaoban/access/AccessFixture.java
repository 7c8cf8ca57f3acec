package vn.giaoban.access;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;

/** The Centre, two provinces with the same tree, and accounts in them. */
@Lazy
@Component
public class AccessFixture {

    public static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    public static final String PASSWORD = "Trăng sáng đầu núi";

    private final Joining joining;
    private final UnitEvents unitEvents;
    private final Organisation organisation;
    private final Registers registers;
    private final Accounts accounts;
    private final Grants grants;
    private final Actors actors;

    AccessFixture(
            Joining joining,
            UnitEvents unitEvents,
            Organisation organisation,
            Registers registers,
            Accounts accounts,
            Grants grants,
            Actors actors) {
        this.joining = joining;
        this.unitEvents = unitEvents;
        this.organisation = organisation;
        this.registers = registers;
        this.accounts = accounts;
        this.grants = grants;
        this.actors = actors;
    }

    /** Signs a request in as this account, without a form. */
    public static RequestPostProcessor as(Account account) {
        return SecurityMockMvcRequestPostProcessors.authentication(
                UsernamePasswordAuthenticationToken.authenticated(SignedIn.of(account, false), null, List.of()));
    }

    /** TW above P1 and P2; below each a base organisation -B with the cells -C1 and -C2. */
    public void twoProvinces() {
        Acting.as(actors.system(), this::makeProvinces);
    }

    private void makeProvinces() {
        joining.join(actors.system(), new NewRegister("TW", "Trung ương", "centre", FIRST, null));
        for (var province : List.of("P1", "P2")) {
            joining.join(
                    actors.system(),
                    new NewRegister(province, "Đảng bộ tỉnh " + province, "dang-bo-tinh", FIRST, null));
            var register = registers.named(province).id();
            unitEvents.apply(
                    actors.system(),
                    Plan.of(UnitEvent.open(
                            register,
                            FIRST,
                            NewUnit.of(province + "-B", "Đảng bộ xã " + province, "dang-bo-co-so", province),
                            NewUnit.of(province + "-C1", "Chi bộ 1 " + province, "chi-bo", province + "-B"),
                            NewUnit.of(province + "-C2", "Chi bộ 2 " + province, "chi-bo", province + "-B"))));
        }
    }

    public UnitId unit(String code) {
        return organisation.named(code).orElseThrow();
    }

    public void absorb(String unit, String into, LocalDate day) {
        var system = actors.system();
        Acting.as(system, () -> {
            unitEvents.apply(
                    system, Plan.of(UnitEvent.absorb(registers.named("P1").id(), day, unit, into)));
        });
    }

    /** An account with {@link #PASSWORD} and a role over a unit; over everything if the code is empty. */
    public Account account(String login, String role, String unit) {
        return account(login, role, unit, FIRST, Days.FOREVER);
    }

    public Account account(String login, String role, String unit, LocalDate from, LocalDate until) {
        var id = accounts.create(actors.system(), new NewAccount(login, login), PASSWORD);
        grants.give(actors.system(), new NewGrant(id, role, unit.isEmpty() ? null : unit(unit), from, until, null));
        return accounts.find(login).orElseThrow();
    }

    public Actor actor(Account account) {
        return actors.of(account.id());
    }
}

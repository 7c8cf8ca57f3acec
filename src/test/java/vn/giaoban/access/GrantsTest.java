package vn.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.giaoban.access.AccessFixture.FIRST;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestClock;
import vn.giaoban.organisation.NewHolding;
import vn.giaoban.organisation.Posts;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.Verb;

@CommittingTest(freshForEachMethod = true)
class GrantsTest {

    /** The day at which the tests' clock stands. */
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @Autowired
    AccessFixture fixture;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Proposals proposals;

    @Autowired
    Notices notices;

    @Autowired
    Posts posts;

    @Autowired
    Registers registers;

    @Autowired
    Actors actors;

    @Autowired
    TestClock clock;

    @BeforeEach
    void provinces() {
        fixture.twoProvinces();
    }

    @Test
    void roleHoldsOverTheSubtreeAndOpensItsRegisterAlone() {
        var officer = fixture.actor(fixture.account("officer", "base-officer", "P1-B"));

        assertThat(officer.where(Verb.CONFIRM)).containsExactly(fixture.unit("P1-B"));
        assertThat(officer.where(Verb.CHANGE_STRUCTURE)).isEmpty();
        assertThat(officer.registers()).containsExactly(registers.named("P1").id());
    }

    @Test
    void grantOverEverythingReachesRegistersThatCameLater() {
        var reader = fixture.account("reader", "figures-reader", "");
        assertThat(fixture.actor(reader).where(Verb.SEE_FIGURES)).containsExactly(fixture.unit("TW"));
        assertThat(fixture.actor(reader).registers()).hasSize(3);
    }

    @Test
    void grantHoldsFromItsFirstDayAndNotOnItsEnd() {
        var before = fixture.account("before", "figures-reader", "P1", TODAY.plusDays(1), Days.FOREVER);
        var first = fixture.account("first", "figures-reader", "P1", TODAY, TODAY.plusDays(1));
        var over = fixture.account("over", "figures-reader", "P1", FIRST, TODAY);

        assertThat(fixture.actor(before).grants()).isEmpty();
        assertThat(fixture.actor(first).grants()).hasSize(1);
        assertThat(fixture.actor(over).grants()).isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(fixture.actor(before).grants()).hasSize(1);
        assertThat(fixture.actor(first).grants()).isEmpty();
    }

    @Test
    void grantOnAClosedUnitGoesOnForTheUnitItStandsFor() {
        var secretary = fixture.account("secretary", "cell-secretary", "P1-C1");
        fixture.absorb("P1-C1", "P1-C2", TODAY);

        // itself too, for the trees of the days on which it was open
        assertThat(fixture.actor(secretary).where(Verb.RECORD))
                .containsExactlyInAnyOrder(fixture.unit("P1-C1"), fixture.unit("P1-C2"));
    }

    @Test
    void administratorSeesNoMemberAndNoRegister() {
        var administrator = fixture.actor(fixture.account("quantri", "administrator", "P1"));

        assertThat(administrator.registers()).isEmpty();
        assertThat(administrator.grants()).extracting(Actor.Grant::verb).containsExactly(Verb.MANAGE_ACCOUNTS);
        assertThatThrownBy(() -> fixtureGive("quantri", "base-officer"))
                .hasMessageContaining("administrator-sees-no-member");
        fixture.account("canbo", "base-officer", "P1-B");
        assertThatThrownBy(() -> fixtureGive("canbo", "administrator"))
                .hasMessageContaining("administrator-sees-no-member");
    }

    @Test
    void grantNeedsASecondAdministratorAndTellsItsOwner() {
        var first = fixture.actor(fixture.account("quantri", "administrator", ""));
        var second = fixture.actor(fixture.account("quantri2", "administrator", ""));
        var reader = accounts.create(first, new NewAccount("reader", "Người đọc"));

        var proposal =
                proposals.grant(first, new NewGrant(reader, "figures-reader", fixture.unit("P1"), FIRST), "CV 12");
        assertThat(actors.of(reader).grants()).isEmpty();
        assertThatThrownBy(() -> proposals.confirm(first, proposal)).hasMessageContaining("another-must-confirm");

        proposals.confirm(second, proposal);
        assertThat(actors.of(reader).where(Verb.SEE_FIGURES)).containsExactly(fixture.unit("P1"));
        assertThat(notices.unseen(actors.of(reader)))
                .extracting(Notice::code, Notice::arguments)
                .containsExactly(tuple("access.notice.granted", List.of("figures-reader", "quantri", "quantri2")));
        assertThatThrownBy(() -> proposals.confirm(second, proposal)).hasMessageContaining("already-decided");
    }

    @Test
    void nobodyGivesToOneself() {
        var account = fixture.account("quantri", "administrator", "");
        var first = fixture.actor(account);
        var second = fixture.actor(fixture.account("quantri2", "administrator", ""));

        assertThatThrownBy(() -> proposals.grant(first, new NewGrant(account.id(), "administrator", null, FIRST), "vì"))
                .hasMessageContaining("not-for-oneself");
        var forFirst = proposals.grant(second, new NewGrant(account.id(), "administrator", null, TODAY), "vì");
        assertThatThrownBy(() -> proposals.confirm(first, forFirst)).hasMessageContaining("not-for-oneself");
    }

    @Test
    void administratorOfOneProvinceMeetsNothingOfTheOther() {
        var system = actors.system();
        var stranger = accounts.create(system, new NewAccount("stranger", "Lạ", "vi", fixture.unit("P2")));
        var own = accounts.create(system, new NewAccount("own", "Quen", "vi", fixture.unit("P1-B")));
        var administrator = fixture.actor(fixture.account("quantri", "administrator", "P1"));

        assertThat(accounts.all(administrator)).extracting(Account::login).containsExactly("own");
        assertThatThrownBy(() -> accounts.account(administrator, stranger)).hasMessageContaining("account-not-found");
        assertThatThrownBy(() -> proposals.grant(
                        administrator, new NewGrant(own, "figures-reader", fixture.unit("P2"), FIRST), "vì"))
                .hasMessageContaining("unit-not-found");
        assertThatThrownBy(() -> grants.over(administrator, fixture.unit("P2"))).hasMessageContaining("unit-not-found");
    }

    @Test
    void proposalThatWaitedTooLongIsOver() {
        var first = fixture.actor(fixture.account("quantri", "administrator", ""));
        var second = fixture.actor(fixture.account("quantri2", "administrator", ""));
        var reader = accounts.create(first, new NewAccount("reader", "Người đọc"));
        var proposal = proposals.grant(first, new NewGrant(reader, "figures-reader", null, FIRST), "vì");

        clock.advance(Proposals.WAITS);
        assertThat(proposals.waiting(second)).isEmpty();
        assertThatThrownBy(() -> proposals.confirm(second, proposal)).hasMessageContaining("proposal-expired");
    }

    @Test
    void rightOfAPostBeginsAndEndsWithIt() {
        var register = registers.named("P1").id();
        var id = accounts.create(
                actors.system(), new NewAccount("bithu", "Bí thư", "vi", null, new Person(register, 7)), "mật khẩu");
        grants.give(
                actors.system(),
                new NewGrant(id, "cell-secretary", fixture.unit("P1-C1"), FIRST, Days.FOREVER, "bi-thu"));
        assertThat(actors.of(id).grants()).isEmpty();

        Acting.as(
                actors.system(),
                () -> posts.appoint(
                        actors.system(),
                        register,
                        List.of(new NewHolding(
                                "bi-thu", fixture.unit("P1-C1"), null, 7L, null, FIRST, TODAY.plusDays(10), null))));
        assertThat(actors.of(id).where(Verb.RECORD)).containsExactly(fixture.unit("P1-C1"));
        assertThat(actors.of(id).registers()).containsExactly(register);

        clock.advance(Duration.ofDays(10));
        assertThat(actors.of(id).grants()).isEmpty();
    }

    @Test
    void endedGrantIsKeptAndHoldsNoLonger() {
        var administrator = fixture.actor(fixture.account("quantri", "administrator", ""));
        var reader = fixture.account("reader", "figures-reader", "P1");
        var grant = grants.of(administrator, reader.id()).get(0);

        grants.end(administrator, grant.id(), TODAY, "chuyển công tác");

        assertThat(fixture.actor(reader).grants()).isEmpty();
        assertThat(grants.of(administrator, reader.id()))
                .extracting(Grant::from, Grant::until)
                .containsExactly(tuple(FIRST, TODAY));
    }

    private void fixtureGive(String login, String role) {
        grants.give(
                actors.system(),
                new NewGrant(accounts.find(login).orElseThrow().id(), role, fixture.unit("P1"), FIRST));
    }
}

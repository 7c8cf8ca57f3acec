package vn.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.giaoban.CommittingTest;
import vn.giaoban.shared.RegisterId;

/** Accounts and their roles, on the administrators' pages. */
@CommittingTest(freshForEachMethod = true)
class AccountPagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccessFixture fixture;

    @Autowired
    Accounts accounts;

    @BeforeEach
    void accountsInTwoProvinces() {
        fixture.twoProvinces();
        fixture.account("canbo", "provincial-organisation-officer", "P1");
    }

    @Test
    void pagesOfAccountsAreForAdministratorsAndHoldTogether() {
        var administrator = fixture.account("quantri", "administrator", "");
        var reader = fixture.account("reader", "figures-reader", "P1");
        var officer = accounts.find("canbo").orElseThrow();
        for (var path : new String[] {
            "/accounts",
            "/accounts/new",
            "/accounts/rights?unit=P1-C1",
            "/accounts/" + reader.id(),
            "/accounts/" + reader.id() + "/roles/new",
            "/account",
            "/account/password"
        }) {
            assertThat(browser.get().uri(path).with(AccessFixture.as(administrator)))
                    .as(path)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("⟦");
        }
        assertThat(browser.get().uri("/accounts/rights?unit=P1-C1").with(AccessFixture.as(administrator)))
                .bodyText()
                .contains("reader", "canbo", "Người đọc số liệu");
        assertThat(browser.get().uri("/accounts").with(AccessFixture.as(officer)))
                .hasStatus(403);
        assertThat(browser.get().uri("/accounts/{id}", reader.id()).with(AccessFixture.as(officer)))
                .hasStatus(404);
    }

    @Test
    void rolesAreAskedForConfirmedAndEndedOnPages() {
        var first = fixture.account("quantri", "administrator", "");
        var second = fixture.account("quantri2", "administrator", "");
        var reader = accounts.create(fixture.actor(first), new NewAccount("reader", "Người đọc"));
        assertThat(browser.post()
                        .uri("/accounts/{id}/roles/new", reader)
                        .param("role", "figures-reader")
                        .param("unit", "P1")
                        .param("from", "1/6/2026")
                        .param("until", "30/6/2027")
                        .param("reason", "CV 12")
                        .with(AccessFixture.as(first))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(browser.post()
                        .uri("/accounts/proposals/1/confirm")
                        .with(AccessFixture.as(first))
                        .with(csrf()))
                .hasStatus(422);
        assertThat(browser.post()
                        .uri("/accounts/proposals/1/confirm")
                        .with(AccessFixture.as(second))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(browser.get().uri("/accounts/{id}", reader).with(AccessFixture.as(second)))
                .bodyText()
                .contains("từ 01/06/2026 đến hết 30/06/2027");
        assertThat(browser.get().uri("/accounts/{id}/roles/3/end", reader).with(AccessFixture.as(first)))
                .hasStatus(404);
    }

    @Test
    void rightOfAPostIsAskedForOnPagesByOneWhoSeesNoMember() {
        var first = fixture.account("quantri", "administrator", "");
        var second = fixture.account("quantri2", "administrator", "");
        var unlinked = accounts.create(fixture.actor(first), new NewAccount("reader", "Người đọc"));
        assertThat(posted("/accounts/new", first, "login", "bithu", "name", "Bí thư", "person", "chín"))
                .hasStatus(422)
                .bodyText()
                .contains("2-4711");
        assertThat(posted("/accounts/new", first, "login", "bithu", "name", "Bí thư", "person", "2-7"))
                .hasStatus(303);
        var linked = accounts.find("bithu").orElseThrow();
        assertThat(linked.person()).isEqualTo(new Person(RegisterId.of(2), 7));
        assertThat(browser.get().uri("/accounts/{id}", linked.id()).with(AccessFixture.as(first)))
                .bodyText()
                .contains("đã nối")
                .doesNotContain("2-7<");

        var roles = "/accounts/" + unlinked + "/roles/new";
        assertThat(posted(roles, first, "role", "cell-secretary", "unit", "P1-C1", "post", "bi-thu", "reason", "CV 1"))
                .hasStatus(422);
        var linkedRoles = "/accounts/" + linked.id() + "/roles/new";
        assertThat(posted(
                        linkedRoles,
                        first,
                        "role",
                        "cell-secretary",
                        "unit",
                        "P1-C1",
                        "post",
                        "bi-thu",
                        "reason",
                        "CV 1"))
                .hasStatus(303);
        assertThat(browser.get().uri("/accounts").with(AccessFixture.as(second)))
                .bodyText()
                .contains("(Bí thư)");
        assertThat(posted("/accounts/proposals/1/confirm", second)).hasStatus(303);
        assertThat(fixture.actor(linked).grants()).isEmpty(); // holds no post yet
        assertThat(browser.get().uri("/accounts/{id}", linked.id()).with(AccessFixture.as(second)))
                .bodyText()
                .contains("<td>Bí thư</td>");
    }

    private MvcTestResult posted(String path, Account by, String... pairs) {
        var post = browser.post().uri(path);
        for (var n = 0; n < pairs.length; n += 2) {
            post.param(pairs[n], pairs[n + 1]);
        }
        return post.with(AccessFixture.as(by)).with(csrf()).exchange();
    }
}

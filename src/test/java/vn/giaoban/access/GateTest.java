package vn.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.giaoban.access.AccessFixture.PASSWORD;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.client.RestClient;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestClock;
import vn.giaoban.shared.Acting;
import vn.giaoban.ui.ContentSecurity;

@CommittingTest(freshForEachMethod = true)
class GateTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccessFixture fixture;

    @Autowired
    Accounts accounts;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void accountsInTwoProvinces() {
        fixture.twoProvinces();
        fixture.account("canbo", "provincial-organisation-officer", "P1");
    }

    @Test
    void strangerIsLedToTheFormAndAScriptIsToldSo() {
        assertThat(browser.get().uri("/account"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .endsWith("/login");
        assertThat(browser.get().uri("/api/v1/registers"))
                .hasStatus(401)
                .hasContentType("application/problem+json;charset=UTF-8")
                .headers()
                .hasValue("WWW-Authenticate", "Basic realm=\"giaoban\", charset=\"UTF-8\"");
        assertThat(browser.get().uri("/v3/api-docs")).hasStatus(401);
        assertThat(browser.get().uri("/account").header("HX-Request", "true"))
                .hasStatus(401)
                .headers()
                .hasValue("HX-Redirect", "/login?expired");
    }

    @Test
    void signInOpensASessionUnderANewId() {
        var session = new MockHttpSession();
        var before = session.getId();
        assertThat(signIn("canbo", PASSWORD, session)).hasStatus3xxRedirection().hasRedirectedUrl("/");
        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(browser.get().uri("/account").session(session))
                .hasStatusOk()
                .bodyText()
                .contains("canbo");

        assertThat(browser.post().uri("/logout").session(session).with(csrf())).hasRedirectedUrl("/login?logout");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void everyWrongSignInLooksTheSame() {
        fixture.account("khoa", "figures-reader", "P1");
        var administrator = fixture.actor(fixture.account("quantri", "administrator", ""));
        accounts.disable(administrator, accounts.find("khoa").orElseThrow().id(), "nghỉ");

        for (var login : new String[] {"canbo", "khongco", "khoa"}) {
            var password = login.equals("khoa") ? PASSWORD : "sai mật khẩu";
            assertThat(signIn(login, password, new MockHttpSession())).hasRedirectedUrl("/login?error");
        }
    }

    @Test
    void guessingIsSlowedDownAndForgivenAfterAWhile() {
        for (var login : new String[] {"canbo", "khongco"}) {
            for (int i = 0; i < Throttle.LOGIN_FROM_ADDRESS - 1; i++) {
                assertThat(signIn(login, "đoán " + i, new MockHttpSession())).hasRedirectedUrl("/login?error");
            }
            signIn(login, "đoán nữa", new MockHttpSession());
            assertThat(signIn(login, PASSWORD, new MockHttpSession())).hasRedirectedUrl("/login?locked");
        }
        assertThat(basic("canbo", PASSWORD)).hasStatus(401);

        clock.advance(Throttle.WINDOW.plus(Duration.ofSeconds(1)));
        assertThat(signIn("canbo", PASSWORD, new MockHttpSession())).hasRedirectedUrl("/");
    }

    @Test
    void formWithoutItsKeyIsRefused() {
        var account = accounts.find("canbo").orElseThrow();
        assertThat(browser.post().uri("/account/seen").with(AccessFixture.as(account)))
                .hasStatus(403);
        assertThat(browser.post()
                        .uri("/account/seen")
                        .with(AccessFixture.as(account))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(browser.post().uri("/login").param("username", "canbo").param("password", PASSWORD))
                .hasStatus(403);
    }

    @Test
    void everyAnswerCarriesTheHeaders() {
        var account = accounts.find("canbo").orElseThrow();
        for (var path : new String[] {"/login", "/account", "/api/v1/registers", "/không-có"}) {
            var headers = assertThat(browser.get().uri(path).with(AccessFixture.as(account)))
                    .headers();
            headers.hasValue("Content-Security-Policy", ContentSecurity.POLICY)
                    .hasValue("X-Content-Type-Options", "nosniff")
                    .hasValue("X-Frame-Options", "DENY")
                    .hasValue("Referrer-Policy", "same-origin")
                    .hasValue("Cross-Origin-Opener-Policy", "same-origin")
                    .hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        }
    }

    @Test
    void sessionsCookieIsForThisSiteAndNoScript() {
        var answer = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/login")
                .retrieve()
                .toBodilessEntity();
        assertThat(answer.getHeaders().getValuesAsList("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID", "HttpOnly", "SameSite=Lax"));
    }

    @Test
    void scriptOnThisHostSignsInByPassword() {
        assertThat(basic("canbo", PASSWORD))
                .hasStatusOk()
                .bodyText()
                .contains("\"P1\"")
                .doesNotContain("\"P2\"");
        assertThat(basic("canbo", "sai")).hasStatus(401);
        assertThat(browser.get()
                        .uri("/api/v1/registers")
                        .header("Authorization", credentials("canbo", PASSWORD))
                        .with(request -> {
                            request.setRemoteAddr("10.1.2.3");
                            return request;
                        }))
                .hasStatus(401);
        assertThat(browser.get()
                        .uri("/api/v1/registers")
                        .header("Authorization", credentials("canbo", PASSWORD))
                        .header("X-Forwarded-For", "10.1.2.3"))
                .hasStatus(401);
    }

    @Test
    void tokenSignsInUntilItEnds() {
        var by = fixture.actor(accounts.find("canbo").orElseThrow());
        var token = tokens.create(by, "báo cáo", 30);
        assertThat(bearer(token)).hasStatusOk();
        assertThat(bearer("gb_khác")).hasStatus(401);

        clock.advance(Duration.ofDays(30));
        assertThat(bearer(token)).hasStatus(401);

        var second = tokens.create(by, "báo cáo", 30);
        tokens.revoke(by, tokens.own(by).get(0).id());
        assertThat(bearer(second)).hasStatus(401);
    }

    @Test
    void sessionDoesNotOpenTheApiForForms() {
        var session = new MockHttpSession();
        signIn("canbo", PASSWORD, session);
        assertThat(browser.get().uri("/api/v1/registers").session(session)).hasStatus(401);
        assertThat(browser.get().uri("/v3/api-docs").session(session))
                .hasStatusOk()
                .bodyText()
                .contains("/api/v1/registers");
    }

    @Test
    void newPasswordEndsOtherSessionsAndTokens() {
        var one = new MockHttpSession();
        var other = new MockHttpSession();
        signIn("canbo", PASSWORD, one);
        signIn("canbo", PASSWORD, other);
        var token = tokens.create(fixture.actor(accounts.find("canbo").orElseThrow()), "báo cáo", 30);

        assertThat(choose(one, PASSWORD, "ngắn", "ngắn"))
                .hasStatus(422)
                .bodyText()
                .contains("10 ký tự");
        assertThat(choose(one, PASSWORD, "Đường dài mới biết", "Đường dài")).hasStatus(422);
        assertThat(choose(one, "sai", "Đường dài mới biết", "Đường dài mới biết"))
                .hasStatus(422);
        assertThat(choose(one, PASSWORD, "Đường dài mới biết", "Đường dài mới biết"))
                .hasStatus(303);

        assertThat(browser.get().uri("/account").session(one)).hasStatusOk();
        assertThat(browser.get().uri("/account").session(other)).hasStatus3xxRedirection();
        assertThat(bearer(token)).hasStatus(401);
        assertThat(signIn("canbo", PASSWORD, new MockHttpSession())).hasRedirectedUrl("/login?error");
        assertThat(signIn("canbo", "Đường dài mới biết", new MockHttpSession())).hasRedirectedUrl("/");
    }

    @Test
    void oneTimeCodeOfTwoHalvesOpensTheChoiceOfAPasswordAndNothingElse() {
        var first = fixture.account("quantri", "administrator", "");
        var second = fixture.account("quantri2", "administrator", "");
        var id = accounts.create(fixture.actor(first), new NewAccount("moi", "Người mới"));

        var half = code(browser.post()
                .uri("/accounts/{id}/password", id)
                .param("reason", "cán bộ mới")
                .with(AccessFixture.as(first))
                .with(csrf())
                .exchange());
        assertThat(browser.get().uri("/accounts").with(AccessFixture.as(second)))
                .bodyText()
                .contains("cán bộ mới");
        var rest = code(browser.post()
                .uri("/accounts/proposals/1/confirm")
                .with(AccessFixture.as(second))
                .with(csrf())
                .exchange());

        var session = new MockHttpSession();
        assertThat(signIn("moi", half + "-" + rest, session)).hasRedirectedUrl("/");
        assertThat(browser.get().uri("/account").session(session)).hasRedirectedUrl("/account/password");
        assertThat(basic("moi", half + "-" + rest)).hasStatus(401);
        assertThat(choose(session, half + "-" + rest, "Đường dài mới biết", "Đường dài mới biết"))
                .hasStatus(303);
        assertThat(browser.get().uri("/account").session(session))
                .hasStatusOk()
                .bodyText()
                .contains("quantri2");
        assertThat(browser.get().uri("/").session(session))
                .hasStatusOk()
                .bodyText()
                .contains("đã được đặt lại");
    }

    @Test
    void registerIsMadeByWhoeverKeepsTheOneAbove() {
        fixture.account("trunguong", "centre-officer", "TW");
        var asked = """
                {"code":"P3","name":"Đảng bộ tỉnh P3","kind":"dang-bo-tinh","from":"2026-01-01"}""";
        assertThat(post("canbo", asked)).hasStatus(403);
        assertThat(post("trunguong", asked)).hasStatus(201).bodyText().contains("\"code\":\"P3\"");
        assertThat(post("trunguong", asked)).hasStatus(409);
        assertThat(post("trunguong", asked.replace("P3", "p4!"))).hasStatus(422);
        assertThat(post("trunguong", "{\"code\":\"P5\"}")).hasStatus(422);
        assertThat(post("trunguong", "{")).hasStatus(400);

        var officer = fixture.actor(accounts.find("trunguong").orElseThrow());
        assertThat(officer.registers()).hasSize(4);
        assertThat(Acting.as(officer, () -> fixture.unit("P3"))).isNotNull();
    }

    private MvcTestResult signIn(String login, String password, MockHttpSession session) {
        return browser.post()
                .uri("/login")
                .session(session)
                .param("username", login)
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult choose(MockHttpSession session, String old, String chosen, String again) {
        return browser.post()
                .uri("/account/password")
                .session(session)
                .param("old", old)
                .param("chosen", chosen)
                .param("again", again)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult basic(String login, String password) {
        return browser.get()
                .uri("/api/v1/registers")
                .header("Authorization", credentials(login, password))
                .exchange();
    }

    private MvcTestResult bearer(String token) {
        return browser.get()
                .uri("/api/v1/registers")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private MvcTestResult post(String login, String json) {
        return browser.post()
                .uri("/api/v1/registers")
                .header("Authorization", credentials(login, PASSWORD))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private static String credentials(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String code(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        var body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return body.substring(body.indexOf("<code>") + 6, body.indexOf("</code>"));
    }
}

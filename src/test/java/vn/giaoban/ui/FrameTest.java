package vn.giaoban.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The frame around every page, without a database and without sign-in. */
@SpringBootTest(
        classes = Gallery.class,
        properties = {Gallery.WITHOUT_DATABASE, Gallery.WITHOUT_HEALTH, "giaoban.demo=true"})
@AutoConfigureMockMvc
class FrameTest {

    @Autowired
    MockMvcTester browser;

    @Test
    void everyPageSaysThatTheDataAreMadeUp() {
        assertThat(browser.get().uri("/login"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.TEXT_HTML)
                .bodyText()
                .contains("DỮ LIỆU TRÌNH DIỄN", "<html lang=\"vi\"", "Mật khẩu")
                .doesNotContain("⟦");
    }

    @Test
    void anotherDayIsSaidAndRemembered() {
        assertThat(browser.get().uri("/?on=19/3/2024")).hasStatusOk().cookies().hasValue("on", "2024-03-19");
        assertThat(browser.get().uri("/?on=19/3/2024"))
                .bodyText()
                .contains("Đang xem tình hình của ngày 19/03/2024, không phải hôm nay (01/07/2026)");
        assertThat(browser.get().uri("/?on=today")).cookies().hasValue("on", "today");
        assertThat(browser.get().uri("/gallery/day").cookie(new Cookie("on", "2023-01-31")))
                .bodyText()
                .contains("2023-01-31");
    }

    @Test
    void whatIsNoDayIsRefusedInWords() {
        assertThat(browser.get().uri("/?on=31/2/2024"))
                .hasStatus(422)
                .bodyText()
                .contains("“31/2/2024” không phải là ngày");
    }

    @Test
    void englishAndLargeTypeAreRemembered() {
        var english =
                browser.get().uri("/preferences?lang=en&size=3&back=/login").exchange();
        assertThat(english).hasStatus(303).hasRedirectedUrl("/login");
        assertThat(browser.get().uri("/login").cookie(english.getResponse().getCookies()))
                .bodyText()
                .contains("<html lang=\"en\" class=\"size-3\"", "Password");
    }

    @Test
    void nobodyIsLedToAnotherHost() {
        for (var evil : new String[] {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:1"}) {
            assertThat(browser.get().uri("/preferences?size=1&back={back}", evil))
                    .hasRedirectedUrl("/");
        }
    }

    @Test
    void refusedIsSaidToPeopleAndToPrograms() {
        assertThat(browser.get().uri("/gallery/refused"))
                .hasStatus(404)
                .bodyText()
                .contains("không phải là ngày", "&lt;b&gt;");
        assertThat(browser.get().uri("/api/refused"))
                .hasStatus(422)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.errors[1].code")
                .isEqualTo("ui.not-a-day");
    }

    @Test
    void whatIsNotThereIsThePageThatSaysSo() {
        assertThat(browser.get().uri("/nowhere")).hasStatus(404).bodyText().contains("Không có trang này");
        assertThat(browser.get().uri("/gallery/number/abc")).hasStatus(404);
        assertThat(browser.get().uri("/gallery/day?known=x")).hasStatus(422);
        assertThat(browser.get().uri("/api/number?number=x"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("Thiếu hoặc không đọc được “number”.");
        assertThat(browser.post().uri("/gallery/day")).hasStatus(405).bodyText().contains("<h1>");
        assertThat(browser.get().uri("/api/nowhere")).hasStatus(404).hasContentType("application/problem+json");
        assertThat(browser.get().uri("/gallery/day").param("x", "a\0b")).hasStatus(422);
    }

    @Test
    void faultShowsAReferenceAndNothingElse() {
        assertThat(browser.get().uri("/gallery/fault"))
                .hasStatus(500)
                .bodyText()
                .containsPattern("báo mã số [0-9A-F]{8}")
                .doesNotContain("secret");
        assertThat(browser.get().uri("/gallery/broken-page"))
                .hasStatus(500)
                .bodyText()
                .doesNotContain("secret");
    }

    @Test
    void pageIsNeverWrittenAsJson() {
        assertThat(browser.get().uri("/gallery/day").accept(MediaType.APPLICATION_JSON))
                .hasStatus(406);
        assertThat(browser.get().uri("/gallery/day").accept(MediaType.ALL))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
    }

    @Test
    void formComesBackAsItWasTyped() {
        assertThat(browser.post()
                        .uri("/gallery/form")
                        .param("name", "")
                        .param("from", "31/2/2024")
                        .param("level", "b"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"31/2/2024\"", "Hãy viết ngày như 19/3/2024", "aria-invalid=\"true\"")
                .contains("<option value=\"b\" selected>");
    }

    @Test
    void emptyFieldIsAskedForInTheReadersLanguage() {
        assertThat(browser.post().uri("/gallery/form").param("name", "new"))
                .hasStatus(422)
                .bodyText()
                .contains("Hãy điền ô này.");
        assertThat(browser.post().uri("/gallery/form").param("name", "new").cookie(new Cookie("lang", "en")))
                .hasStatus(422)
                .bodyText()
                .contains("Fill this in.");
    }

    @Test
    void refusedFormComesBackToo() {
        assertThat(browser.post().uri("/gallery/form").param("name", "taken").param("from", "1/2/2024"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"taken\"", "value=\"01/02/2024\"", "“taken” không phải là ngày");
    }

    @Test
    void whatWasDoneIsSaidOnce() {
        var sent = browser.post()
                .uri("/gallery/form")
                .param("name", "new")
                .param("from", "1/2/2024")
                .exchange();
        assertThat(sent).hasStatus(303);
        var session = sent.getRequest().getSession();
        var next = browser.get()
                .uri(Objects.requireNonNull(sent.getResponse().getRedirectedUrl()))
                .session((MockHttpSession) Objects.requireNonNull(session));
        assertThat(next.exchange()).bodyText().contains("Đã ghi new.");
    }

    @Test
    void filesAreKeptForAYearUnderTheirHash() {
        var page = browser.get().uri("/login").exchange();
        var body = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        for (var name : new String[] {"tabler.min", "app", "htmx.min"}) {
            var address = Pattern.compile("/assets/" + name + "-[0-9a-f]{32}\\.(css|js)")
                    .matcher(body);
            assertThat(address.find()).as(name).isTrue();
            assertThat(browser.get().uri(address.group()))
                    .hasStatusOk()
                    .headers()
                    .hasValue("Cache-Control", "max-age=31536000, public, immutable");
        }
    }
}

package vn.giaoban;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/**
 * A journey in a real browser. Each test has a window of its own; what it asked of other hosts and what it complained of is kept and must
 * be nothing.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class BrowserTest {

    private static final String AXE = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final int DESK = 1280;
    private static final int PHONE = 390;

    @LocalServerPort
    private int port;

    private final List<String> foreign = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    protected BrowserContext window;
    protected Page page;

    @BeforeEach
    void openWindow() {
        window = Chromium.running()
                .newContext(new NewContextOptions().setLocale("vi-VN").setViewportSize(DESK, 900));
        window.onRequest(request -> {
            var host = URI.create(request.url().split("[?#]", 2)[0]).getHost();
            if (host != null && !host.equals("localhost")) {
                foreign.add(request.url());
            }
        });
        window.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
                complaints.add(message.text());
            }
        });
        window.onWebError(error -> complaints.add(error.error()));
        page = window.newPage();
    }

    @AfterEach
    void closeWindow() {
        if (window != null) {
            window.close();
        }
        assertThat(foreign).as("requests to other hosts").isEmpty();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    protected void goTo(String path) {
        answerTo(path);
    }

    protected Response answerTo(String path) {
        return java.util.Objects.requireNonNull(page.navigate("http://localhost:" + port + path));
    }

    /** Signs in with the demonstration's password. */
    protected void signIn(String login) {
        signIn(login, "giaoban");
    }

    protected void signIn(String login, String password) {
        goTo("/login");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.locator("main button").first().click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    protected Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    protected Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    /** Pictures of the page on a desk and on a phone: {@code target/screenshots/<name>-1280.png} and {@code -390.png}. */
    protected void screenshot(String name) {
        for (var width : List.of(PHONE, DESK)) {
            page.setViewportSize(width, 900);
            page.screenshot(new ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots", name + "-" + width + ".png")));
        }
    }

    /** At both widths: axe finds nothing serious or critical, nothing runs out at the side, no word is missing. */
    protected void assertGoodPage() {
        for (var width : List.of(PHONE, DESK)) {
            page.setViewportSize(width, 900);
            assertNoSeriousAxeFaults();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s is wider than %s pixels", page.url(), width)
                    .isLessThanOrEqualTo(width);
        }
        assertThat(page.content()).doesNotContain("⟦");
    }

    @SuppressWarnings("unchecked")
    protected void assertNoSeriousAxeFaults() {
        page.evaluate(axe());
        var faults = (List<Map<String, Object>>) page.evaluate("""
                async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                    .filter(v => ['serious', 'critical'].includes(v.impact))
                    .map(v => ({rule: v.id, help: v.help, where: v.nodes.slice(0, 5).map(n => n.html.slice(0, 200) + ' ' + n.failureSummary).join(' | ')}))
                """);
        assertThat(faults).as("accessibility of " + page.url()).isEmpty();
    }

    private static String axe() {
        try {
            return new ClassPathResource(AXE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

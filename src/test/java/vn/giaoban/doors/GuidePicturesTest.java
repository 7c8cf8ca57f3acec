package vn.giaoban.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.BrowserTest;
import vn.giaoban.CommittingTest;
import vn.giaoban.access.AccessFixture;

/**
 * The pages whose pictures are in the guide still come up. The pictures themselves are taken of a running demonstration:
 * {@code -Dguide.from=http://localhost:8080}, and stand in docs/guide/pictures afterwards.
 */
@CommittingTest
class GuidePicturesTest extends BrowserTest {

    private static final int HEIGHT = 900;

    /** Pages that say little in their first lines. */
    private static final Map<String, Integer> HIGHER = Map.of("report", 1500, "trang-dau-tinh", 1600);

    /**
     * @param login of the demonstration
     * @param path {@code UNIT} and {@code CELL} stand for the keys of the province and of a cell, {@code MEMBER} for the first in the cell's list
     */
    record Picture(String name, String login, String path) {}

    static final List<Picture> PICTURES = List.of(
            new Picture("dang-nhap", "", "/login"),
            new Picture("trang-dau", "bithu.chibo", "/"),
            new Picture("trang-dau-tinh", "tochuc.tinh", "/"),
            new Picture("cay-to-chuc", "tochuc.tinh", "/units"),
            new Picture("don-vi", "tochuc.tinh", "/units/UNIT"),
            new Picture("danh-sach", "bithu.chibo", "/members?unit=CELL"),
            new Picture("ho-so", "bithu.chibo", "MEMBER"),
            new Picture("so-lieu", "tochuc.tinh", "/figures/UNIT"),
            new Picture("nhap", "tochuc.tinh", "/imports/new"),
            new Picture("report", "tochuc.tinh", "/reports/UNIT"),
            new Picture("tai-khoan", "bithu.chibo", "/account"),
            new Picture("cac-tai-khoan", "quantri", "/accounts"));

    @Autowired
    Ground ground;

    @Autowired
    Strangers strangers;

    @Test
    void everyPageOfTheGuideComesUp() {
        var from = System.getProperty("guide.from", "");
        if (from.isEmpty()) {
            var world = RandomWorld.of(new Random(9), ground);
            var cell = world.pick(world.cells("P"));
            strangers.of("tochuc.tinh", "provincial-organisation-officer", "P");
            strangers.of("bithu.chibo", "cell-secretary", cell);
            strangers.everything("quantri", "administrator");
        }
        var signedIn = "";
        for (var picture : PICTURES) {
            if (!picture.login().equals(signedIn)) {
                window.clearCookies();
                if (from.isEmpty() && !picture.login().isEmpty()) {
                    signIn(picture.login(), AccessFixture.PASSWORD);
                } else if (!from.isEmpty()) {
                    signInAt(from, picture.login());
                }
                signedIn = picture.login();
            }
            open(from, picture);
            assertThat(page.locator("h1").count()).as(picture.name()).isEqualTo(1);
            assertThat(page.locator(".page-head, .login, main").first().isVisible())
                    .isTrue();
            if (!from.isEmpty()) {
                var file = GuideTest.GUIDE.resolve("pictures").resolve(picture.name() + ".png");
                page.setViewportSize(1000, HIGHER.getOrDefault(picture.name(), HEIGHT));
                page.screenshot(new ScreenshotOptions().setPath(file));
                Palette.reduce(file);
            }
        }
    }

    private void open(String from, Picture picture) {
        var path = picture.path();
        if (path.contains("UNIT") || path.contains("CELL")) {
            visit(from, "/figures");
            var unit = page.url().replaceAll(".*/figures/(\\d+).*", "$1");
            path = path.replace("UNIT", unit).replace("CELL", unit);
        }
        if (path.equals("MEMBER")) {
            page.locator("main table a[href^='/members/']").first().click();
            page.waitForURL(url -> url.matches(".*/members/\\d+-\\d+.*"));
            return;
        }
        visit(from, path);
    }

    private void visit(String from, String path) {
        var answer = from.isEmpty() ? answerTo(path) : page.navigate(from + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
    }

    private void signInAt(String from, String login) {
        if (login.isEmpty()) {
            return;
        }
        page.navigate(from + "/login");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill("giaoban");
        page.locator("main button").first().click();
        page.waitForURL(url -> !url.contains("/login"));
    }
}

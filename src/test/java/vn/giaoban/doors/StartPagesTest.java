package vn.giaoban.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.BrowserTest;
import vn.giaoban.CommittingTest;
import vn.giaoban.access.AccessFixture;

/** Everyone begins with what is theirs to do, and with nothing else. */
@CommittingTest(freshForEachMethod = true)
class StartPagesTest extends BrowserTest {

    private static final int PHONE = 390;

    @Autowired
    Ground ground;

    @Autowired
    Strangers strangers;

    private RandomWorld world;
    private String cell = "";

    @BeforeEach
    void province() {
        world = RandomWorld.of(new Random(5), ground);
        var someone =
                java.util.Objects.requireNonNull(world.any(one -> one.last().startsWith("P") && one.cell() != null));
        cell = world.forest.today(someone.last());
    }

    @Test
    void secretaryMeetsTheCellAndNeitherTreeNorDayNorCodes() {
        strangers.of("bi.thu", "cell-secretary", cell);
        start("bi.thu");
        assertThat(page.locator(".cell-start h2").innerText()).isEqualTo(name(cell));
        assertThat(hrefs(page.locator(".cell-start .tile")))
                .containsExactly(
                        "/members?unit=" + ground.unit(cell),
                        "/changes/choose?cell=" + ground.unit(cell),
                        "/members/print?unit=" + ground.unit(cell));
        assertThat(hrefs(page.locator(".menu a"))).containsExactly("/", "/members", "/changes", "/account");
        assertThat(page.locator("input[name=on]").count()).isZero();
        assertThat(hrefs(page.locator("main a"))).noneMatch(href -> href.matches("/(units|figures|reports).*"));
        assertThat(page.locator("main").innerText()).doesNotContain("Mã");
    }

    @Test
    void secretarysPageIsWholeOnAPhoneInTheLargestType() {
        strangers.of("bi.thu", "cell-secretary", cell);
        start("bi.thu");
        goTo("/preferences?size=3&back=/");
        page.setViewportSize(PHONE, 844);
        assertGoodPage();
        page.setViewportSize(PHONE, 844);
        for (var tile : page.locator(".cell-start .tile").all()) {
            var box = java.util.Objects.requireNonNull(tile.boundingBox());
            assertThat(box.x + box.width).isLessThanOrEqualTo(PHONE);
            assertThat(box.height).isGreaterThanOrEqualTo(44);
        }
    }

    @Test
    void secretaryReportsInThreePresses() {
        strangers.of("bi.thu", "cell-secretary", cell);
        start("bi.thu");
        page.locator("a.tile[href^='/changes/choose']").click();
        page.waitForURL(url -> url.contains("/changes/choose"));
        assertGoodPage();
        page.locator(".found a").first().click();
        page.waitForURL(url -> url.contains("/changes/new?member="));
        page.locator("a.tile[href*='kind=DIED']").click();
        page.waitForURL(url -> url.contains("kind=DIED"));
        assertThat(page.locator("input[name=day]").inputValue()).isEmpty();
    }

    @Test
    void officerMeetsTheOrganisationsBelowInOfficialOrder() {
        strangers.of("can.bo", "provincial-organisation-officer", "P");
        start("can.bo");
        var lines = hrefs(page.locator(".table-box").first().locator("tbody th a"));
        assertThat(lines.get(0)).isEqualTo("/reports/" + ground.unit("P"));
        assertThat(lines).hasSizeGreaterThan(1);
        goTo("/units/" + ground.unit("P"));
        var official = hrefs(page.locator("main table").first().locator("tbody th a")).stream()
                .map(href -> href.replace("/units/", "/reports/"))
                .toList();
        assertThat(official).containsSubsequence(lines.subList(1, lines.size()));
        goTo("/");
        assertThat(page.locator("a[href*='/freezes?from=']").count()).isEqualTo(5);
        assertGoodPage();
    }

    @Test
    void officeMeetsTheReportAndWhetherItIsSettled() {
        strangers.of("van.phong", "committee-office", "P");
        start("van.phong");
        var state = page.locator(".table-box").last();
        assertThat(state.locator("tbody tr").count()).isEqualTo(5);
        assertThat(hrefs(state.locator("tbody th a")))
                .allMatch(href -> href.startsWith("/reports/" + ground.unit("P") + "?period="));
        assertThat(page.locator("a[href*='/freezes?from=']").count()).isZero();
        assertThat(hrefs(page.locator("main a"))).noneMatch(href -> href.startsWith("/members"));
        assertThat(page.locator(".tasks").count()).isZero();
        assertGoodPage();
    }

    @Test
    void administratorMeetsAccountsOnly() {
        strangers.everything("quan.tri", "administrator");
        start("quan.tri");
        assertThat(hrefs(page.locator("main a"))).isNotEmpty().allMatch(href -> href.startsWith("/accounts"));
        assertThat(page.locator("main table").count()).isZero();
        assertGoodPage();
    }

    private void start(String login) {
        signIn(login, AccessFixture.PASSWORD);
        goTo("/");
        assertThat(page.locator("h1").count()).isEqualTo(1);
    }

    private String name(String code) {
        return ground.superuser()
                .sql("select name from organisation_api.unit_name('9999-01-01') where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private static List<String> hrefs(Locator links) {
        return links.all().stream()
                .map(link -> String.valueOf(link.getAttribute("href")))
                .toList();
    }
}

package vn.giaoban.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import vn.giaoban.BrowserTest;

/** The frame and all pieces in a browser: by keyboard, by phone, in large type, on paper. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = Gallery.class,
        properties = {Gallery.WITHOUT_DATABASE, Gallery.WITHOUT_HEALTH, "giaoban.demo=true"})
class FrameBrowserTest extends BrowserTest {

    @Test
    void piecesAreGoodToReadAndToUse() {
        for (var name : new String[] {"form", "tables", "charts"}) {
            goTo("/gallery/" + name);
            assertGoodPage();
            screenshot("gallery-" + name);
        }
        goTo("/login");
        assertGoodPage();
        screenshot("login");
        goTo("/");
        assertGoodPage();
        screenshot("start");
        goTo("/search?q=ba be");
        assertThat(link("Huyện ủy Ba Bể")).isVisible();
        assertGoodPage();
        goTo("/nowhere");
        assertGoodPage();
        screenshot("not-there");
    }

    @Test
    void formIsFilledByKeyboardAlone() {
        goTo("/gallery/form");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator("#name")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#errors")).isFocused();
        assertGoodPage();
        screenshot("gallery-form-refused");
        page.locator("#name").fill("Nông Thị Hoa");
        page.keyboard().press("Tab");
        page.keyboard().type("3/2/2024");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã ghi");
    }

    @Test
    void sizeAndLanguageHoldForEveryPage() {
        goTo("/gallery/tables");
        link("Cỡ chữ rất to").click();
        assertThat(page.locator("html")).hasClass("size-3");
        assertGoodPage();
        screenshot("gallery-tables-large");
        link("English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        goTo("/gallery/form");
        assertThat(page.locator("html")).hasClass("size-3");
        assertThat(button("Save")).isVisible();
    }

    @Test
    void dayIsChosenOnceForAllPages() {
        goTo("/gallery/day");
        page.locator("#on").fill("19/3/2024");
        page.keyboard().press("Enter");
        assertThat(page.locator("main p")).hasText("2024-03-19");
        goTo("/gallery/day");
        assertThat(page.locator("main p")).hasText("2024-03-19");
        link("Xem theo hôm nay").click();
        assertThat(page.locator("main p")).hasText("2026-07-01");
    }

    @Test
    void pieceThatFailsBecomesThePageThatSaysSo() {
        goTo("/gallery/form");
        page.locator("#swap").click();
        assertThat(page.locator("h1")).hasText("Hệ thống gặp lỗi");
    }

    @Test
    void workOnItsWayMovesAndEnds() {
        goTo("/gallery/work");
        assertGoodPage();
        assertThat(page.getByText("Đã xong 1 trên 3")).isVisible();
        assertThat(page.locator("#over")).isVisible();
    }

    @Test
    void paperHasNoButtonsAndSaysThatTheDataAreMadeUp() {
        goTo("/gallery/charts");
        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".made-up")).isVisible();
        assertThat(page.locator(".top")).isHidden();
        assertThat(page.locator(".only-print")).isVisible();
        screenshot("gallery-charts-print");
    }

    @Test
    void everySheetOfPaperSaysThatTheDataAreMadeUp() throws IOException {
        goTo("/gallery/charts");
        page.evaluate("document.querySelector('main').append(...Array.from({length: 120}, (x, n) => {"
                + " const p = document.createElement('p'); p.textContent = 'Dòng ' + n; return p; }))");
        try (var paper = Loader.loadPDF(page.pdf())) {
            for (var sheet = 1; sheet <= paper.getNumberOfPages(); sheet++) {
                var reader = new PDFTextStripper();
                reader.setStartPage(sheet);
                reader.setEndPage(sheet);
                org.assertj.core.api.Assertions.assertThat(reader.getText(paper))
                        .contains("DỮ LIỆU TRÌNH DIỄN");
            }
            org.assertj.core.api.Assertions.assertThat(paper.getNumberOfPages()).isGreaterThan(2);
        }
    }
}

package vn.giaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.giaoban.CommittingTest;
import vn.giaoban.access.AccessFixture;

@CommittingTest(freshForEachMethod = true)
class AuditPagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccessFixture fixture;

    @Autowired
    Audit audit;

    @BeforeEach
    void provinces() {
        fixture.twoProvinces();
        audit.seal();
    }

    @Test
    void keeperOfARegisterSeesItsEntriesAndNotTheOther() {
        var officer = fixture.account("officer", "provincial-organisation-officer", "P1");
        assertThat(browser.get().uri("/audit").with(AccessFixture.as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("/audit/entries/2", "/audit/entries/3")
                .doesNotContain("⟦", "/audit/entries/4\"", "/audit/entries/1\"");
        assertThat(browser.get().uri("/audit/entries/3").with(AccessFixture.as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("organisation.unit_state")
                .doesNotContain("⟦");
        assertThat(browser.get().uri("/audit/entries/5").with(AccessFixture.as(officer)))
                .hasStatus(404);
        assertThat(browser.get().uri("/audit/entries/99").with(AccessFixture.as(officer)))
                .hasStatus(404);
    }

    @Test
    void chainIsVerifiedOnThePageWithAMarkFromPaper() {
        var inspection = fixture.account("ubkt", "inspection", "P1");
        var mark = audit.head().mark();
        assertThat(browser.post()
                        .uri("/audit/verify")
                        .param("mark", mark)
                        .with(AccessFixture.as(inspection))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("Chuỗi nguyên vẹn", "thuộc chuỗi này")
                .doesNotContain("⟦");
        assertThat(browser.get().uri("/audit/readers?year=2026").with(AccessFixture.as(inspection)))
                .hasStatusOk()
                .bodyText()
                .contains("năm 2026")
                .doesNotContain("⟦");
    }

    @Test
    void othersSeeNothingOfIt() {
        var base = fixture.account("base", "base-officer", "P1-B");
        for (var path : new String[] {"/audit", "/audit/readers", "/api/v1/audit/verify"}) {
            assertThat(browser.get().uri(path).with(AccessFixture.as(base)))
                    .as(path)
                    .hasStatus(403);
        }
        assertThat(browser.post()
                        .uri("/audit/verify")
                        .with(AccessFixture.as(base))
                        .with(csrf()))
                .hasStatus(403);
        assertThat(browser.get().uri("/audit/entries/3").with(AccessFixture.as(base)))
                .hasStatus(404);
    }
}

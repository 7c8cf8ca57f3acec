package vn.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaoban.organisation.TwoProvinces.P;
import static vn.giaoban.organisation.TwoProvinces.Q;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Terms;
import vn.giaoban.organisation.TwoProvinces;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Actor.Grant;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

@CommittingTest(freshForEachMethod = true)
class ReportPagesTest {

    @Autowired
    Visits visits;

    @Autowired
    Officers officers;

    @Autowired
    Entries entries;

    @Autowired
    TwoProvinces provinces;

    @Autowired
    Organisation organisation;

    @Autowired
    Checks checks;

    @Autowired
    Remarks remarks;

    @Autowired
    AdmissionPlans plans;

    @Autowired
    Terms terms;

    Actor officer = new Actor(0, "nobody", Set.of(), List.of());

    @BeforeEach
    void aSmallTree() {
        provinces.enter();
        var p = id("P");
        officer = new Actor(
                7,
                "officer",
                Set.of(P, Q),
                List.of(new Grant(Verb.SEE_FIGURES, p), new Grant(Verb.CONFIRM, p), new Grant(Verb.SEE_PERSONS, p)));
    }

    @Test
    void theReportShowsUnitsInOfficialOrderAndWhereItsNumbersOpen() {
        visits.get(officer, "/reports/{unit}?period=2024-Q1", id("P"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Đảng bộ huyện PX", "Tăng, giảm đảng viên", "/rows/cells?from=2024-01-01&amp;until=2024-04-01")
                .doesNotContain("Đảng bộ huyện QX", "⟦");
    }

    @Test
    void aUnitOfOthersHasNoReport() {
        visits.get(officer, "/reports/{unit}?period=2024-Q1", id("Q")).hasStatus(404);
        visits.get(officer, "/checks/{unit}", id("Q")).hasStatus(404);
    }

    @Test
    void aPeriodThatIsNoneIsRefusedInWords() {
        visits.get(officer, "/reports/{unit}?period=2024-99", id("P"))
                .hasStatus(422)
                .bodyText()
                .contains("không phải kỳ báo cáo");
    }

    @Test
    void theOfficersWordsAreKept() {
        visits.post(officer, "/reports/" + id("P") + "/remark?period=2024-Q1", "words=Kết quả khá <b>tốt</b>")
                .hasStatus(303);
        visits.get(officer, "/reports/{unit}?period=2024-Q1", id("P"))
                .bodyText()
                .contains("Kết quả khá &lt;b&gt;tốt");
    }

    @Test
    void aReportAsKnownThenShowsTheWordsOfThen() {
        write("Bản đầu");
        var then = entries.latest();
        write("Bản sửa");
        visits.get(officer, "/reports/{unit}?period=2024-Q1&known={then}", id("P"), then)
                .bodyText()
                .contains("Bản đầu")
                .doesNotContain("Bản sửa");
        visits.get(officer, "/reports/{unit}?period=2024-Q1", id("P"))
                .bodyText()
                .contains("Bản sửa");
    }

    @Test
    void wordsThatNoDatabaseKeepsAreRefused() {
        visits.post(officer, "/reports/" + id("P") + "/remark?period=2024-Q1", "words=a\u0000b")
                .hasStatus4xxClientError();
        assertThatThrownBy(() -> remarks.write(officer, id("P"), Period.of("2024-Q1"), "a\u0000b"))
                .hasMessageContaining("remark-unprintable");
    }

    @Test
    void aPeriodOfOnesOwnAndADayToRestateToAreTyped() {
        visits.get(
                        officer,
                        "/reports/{unit}?period=2024-Q1&first=1/2/2024&last=15/2/2024&structure=restated&restated=10/3/2024&entered=1/1/2030",
                        id("P"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Quy về tổ chức ngày 10/03/2024",
                        "period=2024-02-01..2024-02-15&amp;structure=2024-03-10&amp;known=2030-01-01T16:59:59.999999Z");
        visits.get(officer, "/reports/{unit}?structure=restated", id("P")).hasStatus(422);
    }

    @Test
    void theTermsOfTheUnitAreOfferedAsPeriods() {
        var latest = new vn.giaoban.shared.AsOf(LocalDate.of(2024, 3, 19), entries.latest());
        terms.begin(
                TwoProvinces.SYSTEM,
                new Terms.NewTerm(id("P"), "Nhiệm kỳ XII", LocalDate.of(2020, 10, 23), LocalDate.of(2025, 10, 23)),
                latest);
        visits.get(officer, "/reports/{unit}?on=2024-03-19", id("P"))
                .bodyText()
                .contains("value=\"2020-10-23..2025-10-22\"", "Nhiệm kỳ XII (từ 23/10/2020 đến hết 22/10/2025)");
    }

    @Test
    void plansAreTypedOnOnePageByWhoKeepsTheRegister() {
        var keeper = officers.named(7, "keeper", "P", Verb.SEE_FIGURES, Verb.KEEP_REGISTER);
        var page = "/admission-plans/" + id("P") + "?year=2024";
        visits.get(officer, page).hasStatus(404);
        visits.post(
                        keeper,
                        page,
                        "plan-" + id("P") + "=1.400",
                        "plan-" + id("PX") + "=nhiều",
                        "document=Kế hoạch 45-KH/TU")
                .hasStatus(422)
                .bodyText()
                .contains("“nhiều” không phải số", "value=\"1.400\"");
        visits.post(keeper, page, "plan-" + id("P") + "=1.400", "document= ")
                .hasStatus(422)
                .bodyText()
                .contains("Hãy ghi văn bản giao kế hoạch");
        visits.post(keeper, page, "plan-" + id("P") + "=1.400", "plan-" + id("QX") + "=7", "document=Kế hoạch 45-KH/TU")
                .hasStatus(303);
        visits.get(keeper, "/reports/{unit}?period=2024-Q1", id("P"))
                .hasStatusOk()
                .bodyText()
                .contains("Kết nạp so với kế hoạch năm 2024", "1.400", "✎ Kế hoạch 45-KH/TU");
        var units = List.of(id("P"), id("QX"));
        var known = entries.latest();
        assertThat(Acting.as(TwoProvinces.SYSTEM, () -> plans.of(units, 2024, known)))
                .containsOnlyKeys(id("P"));
    }

    @Test
    void whoSeesOneUnitIsLedToItsReport() {
        visits.get(officer, "/reports?on=2024-03-19").hasStatus(303).hasRedirectedUrl("/reports/" + id("P"));
    }

    private void write(String words) {
        visits.post(officer, "/reports/" + id("P") + "/remark?period=2024-Q1", "words=" + words)
                .hasStatus(303);
    }

    @Test
    void everyCheckRunsAndSaysHowToRepair() {
        assertThat(checks.all()).hasSizeGreaterThanOrEqualTo(15);
        visits.get(officer, "/checks/{unit}?on=2024-03-19", id("P"))
                .hasStatusOk()
                .bodyText()
                .contains("Chi bộ không có đảng viên nào", "chưa có bí thư", "Cách sửa")
                .doesNotContain("QA1");
    }

    private UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }
}

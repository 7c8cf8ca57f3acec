package vn.giaoban.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Verb;

/** The pages of figures answer, name their reading, and refuse in words. */
@CommittingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresPagesTest {

    private static final String HALF = "?from=2024-01-01&until=2024-07-01&structure=as-was";

    @Autowired
    Visits visits;

    @Autowired
    Figures figures;

    @Autowired
    Entries entries;

    @Autowired
    Registers registers;

    @Autowired
    UnitEvents events;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    boolean entered;

    @BeforeEach
    void theExample() {
        if (!entered) {
            new ExampleRegisters(entries, registers, events, sql, transactions).enter();
            entered = true;
        }
    }

    Actor officer() {
        var province = figures.named("P");
        return new Actor(
                9,
                "tinh",
                Set.of(ExampleRegisters.P),
                List.of(new Actor.Grant(Verb.SEE_FIGURES, province), new Actor.Grant(Verb.CONFIRM, province)));
    }

    MvcTestResult get(String unit, String after) {
        return visits.get(officer(), "/figures/" + figures.named(unit) + after).actual();
    }

    @Test
    void everyPartHasItsMovement() {
        assertThat(get("PX", "/breakdown" + HALF + "&by=sex&movement=true"))
                .hasStatusOk()
                .bodyText()
                .contains("Biến động của từng nhóm trong kỳ", "Chuyển nhóm")
                .doesNotContain("⟦");
    }

    @Test
    void whoKeepsTheRegisterTypesAPopulation() {
        var province = figures.named("P");
        var keeper = new Actor(
                10,
                "giu.so",
                Set.of(ExampleRegisters.P),
                List.of(new Actor.Grant(Verb.SEE_FIGURES, province), new Actor.Grant(Verb.KEEP_REGISTER, province)));
        var address = "/figures/" + figures.named("PX") + "/populations";
        visits.post(keeper, address, "day=01/04/2024", "value=mười nghìn")
                .hasStatus(422)
                .bodyText()
                .contains("Số dân chỉ gồm chữ số", "Hãy ghi nguồn")
                .doesNotContain("⟦");
        visits.post(keeper, address, "day=01/04/2024", "value=10.000", "source=Niên giám 2024")
                .hasStatus(303);
        assertThat(get("PX", "/populations" + HALF))
                .bodyText()
                .contains("✎", "10.000", "Niên giám 2024", "giu.so")
                .doesNotContain("Ghi số dân", "⟦");
    }

    @Test
    void theTableNamesItsReading() {
        assertThat(get("PX", HALF))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Đảng bộ huyện X",
                        "Theo tổ chức từng thời điểm",
                        "01/01/2024",
                        "30/06/2024",
                        "Đi theo tổ chức",
                        "16")
                .doesNotContain("⟦");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/children",
                "/breakdown",
                "/series",
                "/explain",
                "/freezes",
                "/populations",
                "/rows/members",
                "/rows/cells",
                "/rows/units-closed"
            })
    void everyPageAnswers(String page) {
        for (var unit : List.of("P", "PA", "PC1")) {
            assertThat(get(unit, page + HALF))
                    .as(unit + page)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("⟦");
            assertThat(get(unit, page + HALF.replace("as-was", "2024-12-31")))
                    .as(unit + page)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("⟦");
        }
    }

    @Test
    void tablesAreTakenAwayAsNumbersWithTheirReading() {
        assertThat(get("PX", "/export" + HALF + "&format=csv"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "từ 01/01/2024 đến hết 30/06/2024 – Theo tổ chức từng thời điểm",
                        "Đi theo tổ chức,with-units-out,16,");
        assertThat(get("PX", "/children/export" + HALF + "&format=csv"))
                .hasStatusOk()
                .bodyText()
                .contains("Đảng bộ B,PB,từ 31/12/2023 đến hết 30/06/2024,8,");
        assertThat(get("PX", "/export" + HALF).getResponse().getContentType()).contains("spreadsheetml");
    }

    @Test
    void rowsAreTakenAwayByWhoMayOpenThem() {
        assertThat(get("P", "/rows/cells/export" + HALF + "&format=csv"))
                .hasStatusOk()
                .bodyText()
                .contains("Chi bộ a2,PA2,");
        assertThat(get("P", "/rows/members" + HALF)).bodyText().doesNotContain("/rows/members/export");
        assertThat(get("P", "/rows/members/export" + HALF)).hasStatus(404);
    }

    @Test
    void theEndedUnitNamesWhoStandsForIt() {
        assertThat(get("PC1", HALF.replace("as-was", "as-is")))
                .hasStatusOk()
                .bodyText()
                .contains("Chi bộ a2", "area=former");
        assertThat(get("PC1", HALF.replace("as-was", "as-is") + "&area=former"))
                .hasStatusOk()
                .bodyText()
                .contains("11");
    }

    @Test
    void daysAreReadAsPeopleWriteThem() {
        assertThat(get("PX", "?from=1/1/2024&last=30.6.2024&structure=day&day=31-12-2024"))
                .hasStatusOk()
                .bodyText()
                .contains("Quy về tổ chức ngày 31/12/2024");
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        assertThat(get("P", "?from=x&last=31/2/2024")).hasStatus(422).bodyText().contains("không phải là ngày");
        assertThat(get("P", "?from=2023-01-01&until=2024-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("Chưa có số liệu trước ngày 01/01/2024");
        assertThat(get("Q", HALF)).hasStatus(404);
        assertThat(get("P", "/breakdown" + HALF + "&by=x")).hasStatus(422);
        assertThat(get("P", "/series" + HALF + "&indicator=x")).hasStatus(422);
    }

    @Test
    void aPeriodIsFrozenFromItsPage() {
        var unit = figures.named("PB");
        var result = visits.post(
                        officer(),
                        "/figures/" + unit + "/freezes",
                        "from=2024-01-01",
                        "until=2024-07-01",
                        "structure=as-was",
                        "note=báo cáo 6 tháng")
                .actual();

        assertThat(result).hasStatus(303);
        var address = String.valueOf(result.getResponse().getRedirectedUrl());
        assertThat(get("PB", address.substring(address.indexOf("/freezes"))))
                .hasStatusOk()
                .bodyText()
                .contains("báo cáo 6 tháng", "cho đúng các số này")
                .doesNotContain("⟦");
    }
}

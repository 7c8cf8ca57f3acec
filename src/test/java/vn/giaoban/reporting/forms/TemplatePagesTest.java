package vn.giaoban.reporting.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaoban.organisation.TwoProvinces.P;
import static vn.giaoban.organisation.TwoProvinces.Q;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.TwoProvinces;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Actor.Grant;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** From a supplied empty file to the filled one. */
@CommittingTest(freshForEachMethod = true)
class TemplatePagesTest {

    private static final byte[] FILE = Supplied.movement();

    @Autowired
    Visits visits;

    @Autowired
    Entries entries;

    @Autowired
    TwoProvinces provinces;

    @Autowired
    Organisation organisation;

    @Autowired
    SuppliedTemplates templates;

    Actor officer = new Actor(0, "nobody", Set.of(), List.of());

    @BeforeEach
    void aSmallTree() {
        provinces.enter();
        officer = new Actor(
                7,
                "officer",
                Set.of(P, Q),
                List.of(new Grant(Verb.SEE_FIGURES, id("P")), new Grant(Verb.CONFIRM, id("P"))));
    }

    private UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }

    private AsOf at() {
        return new AsOf(LocalDate.of(2024, 3, 19), entries.latest());
    }

    private long taken(byte[] content) {
        return Acting.as(officer, () -> templates.take(officer, id("P"), "bieu.xlsx", content, at()));
    }

    @Test
    void theSameFileIsMatchedOnce() {
        var first = taken(FILE);
        assertThat(taken(FILE)).isEqualTo(first);
        assertThat(Acting.as(officer, () -> templates.of(officer, id("P"), at())))
                .hasSize(1);
        var sheet = Acting.as(officer, () -> templates.sheets(officer, id("P"), first, at()))
                .get(0);
        assertThat(sheet.form()).isEqualTo("1");
        assertThat(sheet.rows())
                .containsEntry("C3d", 18)
                .containsEntry("B2a", 11)
                .hasSize(18);
        assertThat(sheet.columns()).hasSize(3);
    }

    @Test
    void itComesBackFilled() throws IOException {
        var template = taken(FILE);
        visits.get(officer, "/forms/{unit}/templates/{template}", id("P"), template)
                .hasStatusOk()
                .bodyText()
                .contains("bieu.xlsx", "Bieu 1", "Khớp 18/")
                .doesNotContain("⟦");
        try (var workbook = filled(template)) {
            var sheet = workbook.getSheet("Bieu 1");
            assertThat(sheet.getRow(5).getCell(2).getNumericCellValue()).isZero();
            assertThat(sheet.getRow(22).getCell(2).getCellType())
                    .isEqualTo(org.apache.poi.ss.usermodel.CellType.NUMERIC);
            assertThat(sheet.getRow(6).getCell(2).getCellFormula()).isEqualTo("C8+C10+C13");
        }
    }

    private XSSFWorkbook filled(long template) throws IOException {
        var content = visits.get(
                        officer, "/forms/{unit}/templates/{template}/filled.xlsx?period=2024-01", id("P"), template)
                .hasStatusOk()
                .actual()
                .getResponse()
                .getContentAsByteArray();
        return new XSSFWorkbook(new ByteArrayInputStream(content));
    }

    @Test
    void theOfficerCorrectsTheMatchAndItIsKept() throws IOException {
        var template = taken(FILE);
        var address = "/forms/" + id("P") + "/templates/" + template;
        visits.post(
                        officer,
                        address,
                        "sheet0=Bieu 1",
                        "form0=1",
                        "row0-A=30",
                        "row0-xx=3",
                        "column0-2=8",
                        "column0-3=viết")
                .hasStatus(303);
        var sheet = Acting.as(officer, () -> templates.sheets(officer, id("P"), template, at()))
                .get(0);
        assertThat(sheet.rows()).hasToString("{A=30}");
        assertThat(sheet.columns()).hasToString("{2=8}");
        try (var workbook = filled(template)) {
            assertThat(workbook.getSheet("Bieu 1").getRow(29).getCell(7).getNumericCellValue())
                    .isZero();
            assertThat(workbook.getSheet("Bieu 1").getRow(5).getCell(2).getCellType())
                    .isEqualTo(org.apache.poi.ss.usermodel.CellType.BLANK);
        }
        visits.post(officer, address, "sheet0=Bieu 1", "form0=").hasStatus(303);
        visits.get(officer, address + "/filled.xlsx?period=2024-01").hasStatus(422);
    }

    @Test
    void whatIsNoSuchFileIsRefusedInWords() {
        var path = "/forms/" + id("P") + "/templates";
        visits.post(officer, path).hasStatus(422).bodyText().contains("Chưa chọn tệp");
        visits.upload(officer, path, "a.xlsx", "application/octet-stream", new byte[] {1, 2, 3})
                .hasStatus(422)
                .bodyText()
                .contains("không phải tệp Excel");
        visits.upload(officer, path, "a.xlsx", "application/octet-stream", FILE).hasStatus(303);
    }

    @Test
    void ofOthersThereIsNone() {
        var template = taken(FILE);
        var stranger = new Actor(8, "stranger", Set.of(P, Q), List.of(new Grant(Verb.SEE_FIGURES, id("Q"))));
        visits.get(stranger, "/forms/{unit}/templates/{template}", id("P"), template)
                .hasStatus(404);
        visits.get(stranger, "/forms/{unit}/templates/{template}", id("Q"), template)
                .hasStatus(404);
        visits.get(stranger, "/forms/{unit}/templates/{template}/filled.xlsx", id("Q"), template)
                .hasStatus(404);
        var reader = new Actor(9, "reader", Set.of(P, Q), List.of(new Grant(Verb.SEE_FIGURES, id("P"))));
        visits.get(reader, "/forms/{unit}/templates/{template}", id("P"), template)
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Ghi phần khớp");
        visits.post(reader, "/forms/" + id("P") + "/templates/" + template, "sheet0=Bieu 1", "form0=1")
                .hasStatus(404);
    }
}

package vn.giaoban.reporting.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaoban.organisation.TwoProvinces.P;
import static vn.giaoban.organisation.TwoProvinces.Q;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestDatabase;
import vn.giaoban.Visits;
import vn.giaoban.figures.Freezes;
import vn.giaoban.figures.Question;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.TwoProvinces;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Actor.Grant;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Pages and papers of statistical forms; their numbers are recounted in {@code FormsRecountTest}. */
@CommittingTest(freshForEachMethod = true)
class FormPagesTest {

    private static final String ASKED = "?period=2024-01";

    @Autowired
    Visits visits;

    @Autowired
    TwoProvinces provinces;

    @Autowired
    Organisation organisation;

    @Autowired
    Forms forms;

    @Autowired
    FormBook book;

    @Autowired
    Freezes freezes;

    @Autowired
    javax.sql.DataSource source;

    Actor officer = new Actor(0, "nobody", Set.of(), List.of());

    @BeforeEach
    void aSmallTree() {
        provinces.enter();
        officer = new Actor(7, "officer", Set.of(P, Q), List.of(new Grant(Verb.SEE_FIGURES, id("P"))));
    }

    private UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }

    @Test
    void theSetIsListedAndSaysThatNobodyComparedIt() {
        visits.get(officer, "/forms/{unit}" + ASKED, id("P"))
                .hasStatusOk()
                .bodyText()
                .contains("Biểu số 1-BTCTW", "Biểu số 7-BTCTW", "11-HD/BTCTW", "chưa đối chiếu bản gốc")
                .doesNotContain("⟦");
    }

    @Test
    void everyFormIsAPageWhoseNumbersOpen() {
        for (var form : forms.set(LocalDate.of(2024, 1, 31)).forms()) {
            visits.get(officer, "/forms/{unit}/" + form.code() + ASKED, id("P"))
                    .hasStatusOk()
                    .bodyText()
                    .contains(form.number(), "01/2024")
                    .doesNotContain("⟦", "Biểu không cân");
        }
        visits.get(officer, "/forms/{unit}/5" + ASKED, id("P"))
                .bodyText()
                .contains("/cell?period=2024-01&amp;", "Chi bộ trực thuộc");
    }

    @Test
    void aCellTellsWhatItIsMadeOf() {
        visits.get(officer, "/forms/{unit}/5/cell" + ASKED + "&row=T&column=3", id("P"))
                .hasStatusOk()
                .bodyText()
                .contains("Tổ chức cơ sở đảng", "Chi bộ cơ sở", "−", "/rows/base-organisations?from=2024-01-01");
        visits.get(officer, "/forms/{unit}/5/cell" + ASKED + "&row=T&column=99", id("P"))
                .hasStatus(404);
    }

    @Test
    void aUnitOfOthersHasNoForms() {
        for (var path : List.of("", "/1", "/forms.pdf", "/forms.xlsx", "/1/cell")) {
            visits.get(officer, "/forms/{unit}" + path + ASKED + "&row=A&column=2", id("Q"))
                    .hasStatus(404);
        }
        visits.get(officer, "/forms/{unit}/99" + ASKED, id("P")).hasStatus(404);
    }

    @Test
    void afterTheSetEndedThePageSaysSo() {
        visits.get(officer, "/forms/{unit}?period=2025-12", id("P")).bodyText().contains("hết hiệu lực từ 10/10/2025");
        visits.get(officer, "/forms/{unit}?period=2020", id("P")).bodyText().contains("có hiệu lực từ 13/12/2021");
    }

    @Test
    void onPaperEachFormHasItsHeadAndSignature() throws IOException {
        var pdf = visits.get(officer, "/forms/{unit}/forms.pdf" + ASKED, id("P"))
                .hasStatusOk()
                .actual()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text.split("ĐẢNG CỘNG SẢN VIỆT NAM", -1)).hasSize(7);
            assertThat(text.split("Nơi nhận", -1)).hasSize(7);
            assertThat(text).contains("Biểu số 4-BTCTW", "TĂNG, GIẢM ĐẢNG VIÊN", "mẫu chưa đối chiếu bản gốc");
            var widths = new java.util.TreeSet<Integer>();
            document.getPages()
                    .forEach(page -> widths.add(Math.round(page.getMediaBox().getWidth())));
            assertThat(widths).containsExactly(595, 842);
        }
    }

    @Test
    void aFormIsAWordAndAnExcelFileToo() throws IOException {
        var docx = visits.get(officer, "/forms/{unit}/forms.docx" + ASKED + "&only=5", id("P"))
                .hasStatusOk()
                .actual()
                .getResponse()
                .getContentAsByteArray();
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            var table = document.getTables().get(1);
            assertThat(table.getRow(0).getCell(0).getText()).isEqualTo("Loại hình cơ sở");
            assertThat(table.getRow(1).getCell(6).getText()).isEqualTo("7");
            assertThat(table.getRow(2).getCell(0).getText()).isEqualTo("Tổng cộng");
        }
        var xlsx = visits.get(officer, "/forms/{unit}/forms.xlsx" + ASKED, id("P"))
                .hasStatusOk()
                .actual()
                .getResponse()
                .getContentAsByteArray();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(6);
        }
    }

    /** Settled figures carry their mark on the paper. */
    @Test
    void aPaperOfSettledFiguresCarriesTheirMark() throws IOException {
        var system = Actor.system(Set.of(P, Q));
        var question = Question.of(id("P"), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1));
        var frozen = freezes.frozen(system, freezes.freeze(system, question, null));
        var pdf = visits.get(
                        officer,
                        "/forms/{unit}/forms.pdf" + ASKED + "&only=1&known={known}",
                        id("P"),
                        frozen.reading().known())
                .hasStatusOk()
                .actual()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains(frozen.mark());
        }
    }

    /** The program does not start on forms that nobody could fill. */
    @Test
    void aFormulaThatNamesNothingIsFoundBeforeAnybodyReadsIt() {
        for (var wrong :
                List.of("no-such-figure", "members{unit-kind=chi-bo}", "members{sex=X}", "members{", "died{age=1} +")) {
            TestDatabase.of(source)
                    .asOwner()
                    .sql("update reporting.form_row set formula = :wrong where form_code = '1' and row_code = 'A'")
                    .param("wrong", wrong)
                    .update();
            book.forget();
            assertThatThrownBy(() -> book.checkAtStart())
                    .as(wrong)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Biểu số 1-BTCTW");
        }
        TestDatabase.of(source)
                .asOwner()
                .sql("update reporting.form_row set formula = 'opening' where form_code = '1' and row_code = 'A'")
                .update();
        book.forget();
        book.checkAtStart();
    }
}

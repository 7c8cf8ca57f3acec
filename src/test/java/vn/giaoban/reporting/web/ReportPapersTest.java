package vn.giaoban.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaoban.organisation.TwoProvinces.Q;
import static vn.giaoban.reporting.web.PapersText.numbers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.figures.Freezes;
import vn.giaoban.figures.Question;
import vn.giaoban.membership.People;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.reporting.AdmissionPlans;
import vn.giaoban.reporting.Period;
import vn.giaoban.reporting.Remarks;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Actor.Grant;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Wordings;

/** The papers of the giao ban report: what stands in them, how they are laid out, who gets them. */
@CommittingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPapersTest {

    private static final String ASKED = "?period=2024-01&structure=as-was&on=2024-01-31";
    private static final Path LOOK = Path.of("target/papers");

    @Autowired
    Officers officers;

    @Autowired
    Visits visits;

    @Autowired
    Organisation organisation;

    @Autowired
    Remarks remarks;

    @Autowired
    AdmissionPlans plans;

    @Autowired
    Entries entries;

    @Autowired
    Freezes freezes;

    @Autowired
    Wordings wordings;

    @Autowired
    People people;

    boolean entered;
    Actor officer = new Actor(0, "nobody", Set.of(), List.of());

    @BeforeEach
    void aMonthOfAProvince() {
        if (!entered) {
            enter();
            entered = true;
        }
        officer = officers.named(7, "canbo.tinh", "P", Verb.SEE_FIGURES, Verb.CONFIRM);
    }

    private void enter() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            people.settle("A1", 1200);
            people.settle("A2", 9);
            people.settle("B1", 2);
            people.settle("C1", 31);
            people.know("n1", "n2", "n3");
            return true;
        });
        people.at("2024-01-31", () -> {
            people.move("m1", "n1", "admission", "2024-01-10", ">A1");
            people.move("m2", "n2", "admission", "2024-01-11", ">B1");
            people.move("m3", "a2-1", "transfer", "2024-01-12", "A2>C1");
            people.move("m4", "a1-1", "died", "2024-01-13", "A1>");
            people.move("m5", "a1-2", "struck-off", "2024-01-14", "A1>");
            people.move("m6", "a1-3", "transfer", "2024-01-15", "A1>!Tỉnh ủy Lạng Sơn");
            return true;
        });
        people.at("2024-02-01", () -> {
            var at = new AsOf(LocalDate.of(2024, 1, 31), entries.latest());
            plans.type(People.SYSTEM, id("P"), 2024, 16, "Kế hoạch 45-KH/TU", at);
            plans.type(People.SYSTEM, id("PX"), 2024, 7, "Kế hoạch 45-KH/TU", at);
            remarks.write(
                    People.SYSTEM,
                    id("P"),
                    Period.of("2024-01"),
                    "Công tác phát triển đảng viên <b>đạt yêu cầu</b> & kịp thời.\r\n\u0008Đề nghị cấp trên quan tâm 😀.");
            return true;
        });
    }

    @Test
    void theSameNumbersStandOnThePageAndInEveryPaper() throws IOException {
        var docx = file("docx", "P");
        var pdf = file("pdf", "P");
        var xlsx = file("xlsx", "P");
        var page = visits.get(officer, "/reports/{unit}" + ASKED, id("P"))
                .actual()
                .getResponse()
                .getContentAsString();

        assertThat(numbers(PapersText.docx(docx))).hasSizeGreaterThan(60).contains("1.241", "97,42%");
        assertThat(numbers(PapersText.pdf(pdf))).isEqualTo(numbers(PapersText.docx(docx)));
        var tables = PapersText.docxTables(docx);
        var sheets = PapersText.xlsx(xlsx, wordings.vietnamese());
        assertThat(sheets).hasSameSizeAs(tables);
        for (int table = 0; table < tables.size(); table++) {
            assertThat(numbers(sheets.get(table))).isEqualTo(numbers(tables.get(table)));
        }
        var onPage = numbers(page.replaceAll("<[^>]*>", " "));
        assertThat(onPage).containsAll(new TreeSet<>(numbers(String.join(" ", tables))));
        var inTables = Pattern.compile("<td class=\"number\">(.*?)</td>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(cell -> cell.group(1).replaceAll("<[^>]*>", " "))
                .toList();
        assertThat(inTables).hasSizeGreaterThan(50);
        assertThat(numbers(String.join(" ", tables))).containsAll(numbers(String.join(" ", inTables)));
    }

    @Test
    void aPlanStandsBesideWhatWasReachedSinceTheYearBegan() throws IOException {
        assertThat(PapersText.docx(file("docx", "P")))
                .contains("Từ đầu năm đến nay kết nạp 2/16 đảng viên theo kế hoạch năm, đạt 12,5% (Kế hoạch 45-KH/TU).")
                .contains("Kết nạp từ đầu năm so với kế hoạch năm 2024");
        assertThat(String.join("\n", PapersText.docxTables(file("docx", "P"))))
                .containsPattern("Đảng bộ huyện PX\\s+7\\s+2\\s+28,57%")
                .containsPattern("Đảng bộ huyện PY\\s+–\\s+0\\s+–");
        assertThat(PapersText.docx(file("docx", "PY"))).doesNotContain("kế hoạch năm");
    }

    @Test
    void theDocumentIsLaidOutAsOfficesDo() throws IOException {
        var file = file("docx", "PX");
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertThat(document.getDocument().validate()).isTrue();
            var paragraph = document.getParagraphs().stream()
                    .filter(text -> text.getText().startsWith("Đến ngày"))
                    .findFirst()
                    .orElseThrow();
            assertThat(paragraph.getCTP().getPPr().getSpacing().getLine()).hasToString("380");
            assertThat(paragraph.getCTP().getPPr().getSpacing().getLineRule()).hasToString("exact");
            assertThat(paragraph.getIndentationFirstLine()).isEqualTo(567);
            var upright = document.getParagraphs().stream()
                    .filter(text ->
                            text.getCTP().isSetPPr() && text.getCTP().getPPr().isSetSectPr())
                    .map(text -> text.getCTP().getPPr().getSectPr())
                    .findFirst()
                    .orElseThrow();
            assertThat(upright.getPgMar().getLeft()).hasToString("1701");
            assertThat(upright.getPgMar().getRight()).hasToString("850");
            assertThat(upright.getPgSz().getW()).hasToString("11906");
        }
        assertThat(PapersText.part(file, "word/styles.xml"))
                .contains("w:ascii=\"Times New Roman\"", "<w:sz w:val=\"28\"/>");
        assertThat(PapersText.docx(file))
                .contains("TỈNH ỦY P", "HUYỆN ỦY PX", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số …-BC/HU", "BÁO CÁO", "-----")
                .contains("T/M BAN THƯỜNG VỤ", "Nơi nhận:", "- Lưu Huyện ủy PX.")
                .contains(
                        "(Số liệu từ 01/01/2024 đến 31/01/2024; theo tổ chức từng thời điểm; theo số liệu đã nhập đến ")
                .doesNotContain("Số:", "./.", "Chốt số liệu");
    }

    @Test
    void whatTheOfficerWroteIsPrintedAsWritten() throws IOException {
        assertThat(PapersText.pdf(file("pdf", "P")))
                .contains("<b>đạt yêu cầu</b> & kịp thời.", "Đề nghị cấp trên quan tâm");
        assertThat(PapersText.docx(file("docx", "P"))).contains("<b>đạt yêu cầu</b> & kịp thời.");
    }

    @Test
    void aPaperOfSettledFiguresCarriesTheirMarks() throws IOException {
        var question = Question.of(id("Q"), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1));
        var freeze = freezes.freeze(People.SYSTEM, question, null);
        var frozen = freezes.frozen(People.SYSTEM, freeze);
        officer = new Actor(7, "canbo.tinh", Set.of(Q), List.of(new Grant(Verb.SEE_FIGURES, id("Q"))));

        var answer = visits.get(
                        officer,
                        "/reports/{unit}/report.docx?period=2024-01&known={known}",
                        id("Q"),
                        frozen.reading().known())
                .actual();

        assertThat(PapersText.docx(answer.getResponse().getContentAsByteArray()))
                .contains("Chốt số liệu lúc", frozen.mark(), String.valueOf(frozen.chainMark()));
    }

    @Test
    void theFontsAreInsideThePdf() throws IOException {
        try (var document = Loader.loadPDF(file("pdf", "P"))) {
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("LiberationSerif");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pdf", "xlsx"})
    void anotherProvinceHasNoPapersHere(String kind) {
        visits.get(officer, "/reports/{unit}/report." + kind + ASKED, id("Q")).hasStatus(404);
        visits.get(officer, "/reports/{unit}/report." + kind + "?period=2024-13", id("P"))
                .hasStatus(422);
        visits.get(officer, "/reports/{unit}/report." + kind + ASKED, id("P"))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"bao-cao-giao-ban-p-2024-01." + kind + "\"")
                .hasHeader("Cache-Control", "no-store");
    }

    private byte[] file(String kind, String unit) throws IOException {
        var answer = visits.get(officer, "/reports/{unit}/report." + kind + ASKED, id(unit))
                .actual();
        assertThat(answer).hasStatusOk();
        var file = answer.getResponse().getContentAsByteArray();
        Files.createDirectories(LOOK);
        Files.write(LOOK.resolve(unit + "." + kind), file);
        return file;
    }

    private UnitId id(String code) {
        return Acting.as(People.SYSTEM, () -> organisation.named(code).orElseThrow());
    }
}

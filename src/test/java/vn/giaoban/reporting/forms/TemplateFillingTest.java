package vn.giaoban.reporting.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supplied file comes back with its cells filled and nothing else changed. */
class TemplateFillingTest {

    private static final Form FORM = new Form(
            "s",
            "1",
            "Biểu số 1-BTCTW",
            "Tăng, giảm đảng viên",
            false,
            "Nội dung",
            List.of(
                    new Form.Column("2", "Kỳ này", Form.Span.NOW, "$", null, null),
                    new Form.Column("3", "Cùng kỳ năm trước", Form.Span.YEAR_AGO, "$", null, null),
                    new Form.Column("4", "(%) kỳ này so với cùng kỳ", Form.Span.NOW, null, "2", "3")),
            List.of(
                    row("A", "A", "Đảng viên trong danh sách đầu kỳ"),
                    row("B", "B", "Đảng viên tăng trong kỳ"),
                    row("B1", "1", "Kết nạp"),
                    row("B1k", "", "Trong đó: kết nạp lại"),
                    row("B2", "2", "Chuyển đến"),
                    row("B2a", "a", "Từ tỉnh khác"),
                    row("B2b", "b", "Từ huyện khác trong tỉnh"),
                    row("B2u", "", "Trong đó: đến theo tổ chức đảng"),
                    row("B3", "3", "Phục hồi đảng tịch"),
                    row("C", "C", "Đảng viên giảm trong kỳ"),
                    row("C1", "1", "Từ trần"),
                    row("C2", "2", "Khai trừ"),
                    row("C3", "3", "Xóa tên"),
                    row("C3d", "", "Trong đó: đảng viên dự bị"),
                    row("C4", "4", "Xin ra khỏi Đảng"),
                    row("C5", "5", "Chuyển đi"),
                    row("C5a", "a", "Đi tỉnh khác"),
                    row("C5b", "b", "Đi huyện khác trong tỉnh"),
                    row("C5u", "", "Trong đó: đi theo tổ chức đảng"),
                    row("D", "D", "Đảng viên trong danh sách cuối kỳ")),
            List.of());

    private static Form.Row row(String code, String mark, String label) {
        return new Form.Row(code, mark, label, 1, "members", null, null);
    }

    /** The n-th row has n this year, 2n a year ago; the last has none a year ago. */
    private static FilledForm filled() {
        var rows = new ArrayList<FilledForm.Row>();
        for (int n = 0; n < FORM.rows().size(); n++) {
            var ago = n == FORM.rows().size() - 1 ? null : BigDecimal.valueOf(2L * (n + 1));
            rows.add(new FilledForm.Row(
                    FORM.rows().get(n),
                    List.of(
                            new FilledForm.Cell(
                                    FORM.columns().get(0), BigDecimal.valueOf(n + 1L), FilledForm.Kind.COUNT, null),
                            new FilledForm.Cell(FORM.columns().get(1), ago, FilledForm.Kind.COUNT, null),
                            new FilledForm.Cell(
                                    FORM.columns().get(2), new BigDecimal("0.500000"), FilledForm.Kind.SHARE, null))));
        }
        return new FilledForm(FORM, rows, List.of());
    }

    @Test
    void linesAndColumnsAreFoundByWhatStandsInThem() {
        var file = TemplateFile.of(Supplied.movement());
        var match = Matching.propose(
                        "Bieu 1", Objects.requireNonNull(file.sheets().get("Bieu 1")), List.of(FORM))
                .orElseThrow();
        assertThat(match.rows())
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("A", 6),
                        Map.entry("B", 7),
                        Map.entry("B1", 8),
                        Map.entry("B1k", 9),
                        Map.entry("B2", 10),
                        Map.entry("B2a", 11),
                        Map.entry("B2b", 12),
                        Map.entry("B3", 13),
                        Map.entry("C", 14),
                        Map.entry("C1", 15),
                        Map.entry("C2", 16),
                        Map.entry("C3", 17),
                        Map.entry("C3d", 18),
                        Map.entry("C4", 19),
                        Map.entry("C5", 20),
                        Map.entry("C5a", 21),
                        Map.entry("C5b", 22),
                        Map.entry("D", 23))));
        assertThat(match.columns()).isEqualTo(Map.of("2", 3, "3", 4, "4", 5));
        assertThat(Matching.propose(
                        "Hướng dẫn", Objects.requireNonNull(file.sheets().get("Hướng dẫn")), List.of(FORM)))
                .isEmpty();
    }

    private static byte[] fill(byte[] content) {
        var file = TemplateFile.of(content);
        var filling = new TemplateFilling(file);
        file.sheets()
                .forEach((name, sheet) -> Matching.propose(name, sheet, List.of(FORM))
                        .ifPresent(match -> filling.put(name, match, filled())));
        return filling.written();
    }

    @Test
    void partsThatAreNotTouchedAreTheSameBytesInTheSameOrder() {
        var before = Supplied.parts(Supplied.movement());
        var after = Supplied.parts(fill(Supplied.movement()));
        assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
        var changed = before.keySet().stream()
                .filter(part -> !java.util.Arrays.equals(before.get(part), after.get(part)))
                .toList();
        // the second sheet has a formula over the first
        assertThat(changed).containsExactlyInAnyOrder("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml");
    }

    /** Cell by cell: what is not matched and no formula is the same text; outside of cells the sheet is the same text. */
    @Test
    void inATouchedSheetOnlyValuesDiffer() {
        var part = "xl/worksheets/sheet1.xml";
        var before = new String(Supplied.parts(Supplied.movement()).get(part), StandardCharsets.UTF_8);
        var after = new String(Supplied.parts(fill(Supplied.movement())).get(part), StandardCharsets.UTF_8);
        var cell = "(?s)<c [^>]*?(?:/>|>.*?</c>)";
        assertThat(after.replaceAll(cell, "")).isEqualTo(before.replaceAll(cell, ""));
        var was = new SheetXml(before).cells();
        var is = new SheetXml(after).cells();
        is.forEach((key, now) -> {
            var then = was.get(key);
            var inside = now.row() >= 6 && now.row() <= 23 && now.column() >= 3;
            if (then != null && !inside && !now.formula()) {
                assertThat(after.substring(now.from(), now.until()))
                        .isEqualTo(before.substring(then.from(), then.until()));
            } else if (then == null) {
                assertThat(inside).as(now.toString()).isTrue();
            } else {
                assertThat(now.style()).isEqualTo(then.style());
                assertThat(now.formula()).isEqualTo(then.formula());
            }
        });
        assertThat(is.keySet()).containsAll(was.keySet());
    }

    @Test
    void theNumbersStandInTheirCellsAndFormulasHaveReckoned() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(fill(Supplied.movement())))) {
            var sheet = workbook.getSheet("Bieu 1");
            assertThat(sheet.getRow(5).getCell(2).getNumericCellValue()).isEqualTo(1);
            assertThat(sheet.getRow(8).getCell(2).getNumericCellValue()).isEqualTo(4);
            assertThat(sheet.getRow(8).getCell(3).getNumericCellValue()).isEqualTo(8);
            assertThat(sheet.getRow(22).getCell(2).getNumericCellValue()).isEqualTo(20);
            assertThat(sheet.getRow(22).getCell(3))
                    .satisfiesAnyOf(
                            cell -> assertThat(cell).isNull(),
                            cell -> assertThat(cell.getCellType())
                                    .isEqualTo(org.apache.poi.ss.usermodel.CellType.BLANK));
            assertThat(sheet.getRow(5).getCell(4).getNumericCellValue()).isEqualTo(0.5);
            // the file's own sum: 3 + 5 + 9, not ours
            assertThat(sheet.getRow(6).getCell(2).getCellFormula()).isEqualTo("C8+C10+C13");
            assertThat(sheet.getRow(6).getCell(2).getNumericCellValue()).isEqualTo(17);
            assertThat(sheet.getRow(25).getCell(2).getNumericCellValue()).isEqualTo(1 + 17 - 10 - 20);
            assertThat(workbook.getSheet("Hướng dẫn").getRow(2).getCell(0).getNumericCellValue())
                    .isEqualTo(40);
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getColumnWidth(1)).isEqualTo(12_345);
            assertThat(workbook.getName("VungSo").getRefersToFormula()).isEqualTo("'Bieu 1'!$C$6:$D$23");
            assertThat(sheet.getMergedRegions()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            <sheetData/> ¦ <sheetData><row r="2"><c r="C2"><v>7</v></c></row></sheetData>
            <sheetData><row r="2"/></sheetData> ¦ <sheetData><row r="2"><c r="C2"><v>7</v></c></row></sheetData>
            <sheetData><row r="3"><c r="A3"/></row></sheetData> ¦ <sheetData><row r="2"><c r="C2"><v>7</v></c></row><row r="3"><c r="A3"/></row></sheetData>
            <sheetData><row r="2" s="4" customFormat="1"><c r="D2"/></row></sheetData> ¦ <sheetData><row r="2" s="4" customFormat="1"><c r="C2" s="4"><v>7</v></c><c r="D2"/></row></sheetData>
            <sheetData><row r="2"><c r="C2" s="9" t="s"><v>0</v></c></row></sheetData> ¦ <sheetData><row r="2"><c r="C2" s="9"><v>7</v></c></row></sheetData>
            <sheetData><row r="2"><c r="C2"  t='str' s='1'><f a=">">B2&lt;1</f><v>x</v></c></row></sheetData> ¦ <sheetData><row r="2"><c r="C2" s='1'><f a=">">B2&lt;1</f><v>7</v></c></row></sheetData>
            <cols><col min="2" max="9" style="3"/></cols><sheetData><row><c/></row><row><c/><c/></row></sheetData> ¦ <cols><col min="2" max="9" style="3"/></cols><sheetData><row><c/></row><row><c/><c/><c r="C2" s="3"><v>7</v></c></row></sheetData>
            <x:sheetData><!-- <c r="C2"> --><x:row r="2"><x:c r="C2"/></x:row></x:sheetData> ¦ <x:sheetData><!-- <c r="C2"> --><x:row r="2"><x:c r="C2"><x:v>7</x:v></x:c></x:row></x:sheetData>
            """)
    void sheetsOfManyWritersAreFilled(String before, String after) {
        assertThat(new SheetXml(before).with(Map.of(SheetXml.key(2, 3), "7"))).isEqualTo(after);
    }

    @Test
    void aFileThatIsNoneOrIsMadeToHurtIsRefused() {
        assertThatThrownBy(() -> TemplateFile.of(new byte[0])).isInstanceOf(TemplateRefusal.class);
        assertThatThrownBy(() -> TemplateFile.of("không phải".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("not-xlsx");
        assertThatThrownBy(() -> TemplateFile.of(new byte[TemplateFile.LONGEST + 1]))
                .hasMessageContaining("too-large");
        assertThatThrownBy(() -> TemplateFile.of(Supplied.with(Supplied.movement(), Map.of("xl/vbaProject.bin", "x"))))
                .hasMessageContaining("macros");
        assertThatThrownBy(() -> TemplateFile.of(
                        Supplied.with(Supplied.movement(), Map.of("xl/media/nul.bin", "0".repeat(61 * 1024 * 1024)))))
                .hasMessageContaining("unpacks-too-large");
        assertThatThrownBy(() -> TemplateFile.of(Supplied.with(
                        Supplied.movement(),
                        Map.of(
                                "xl/worksheets/sheet1.xml",
                                "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData/></worksheet>"))))
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> TemplateFile.of(Supplied.with(
                        Supplied.movement(), Map.of("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row"))))
                .hasMessageContaining("damaged");
    }
}

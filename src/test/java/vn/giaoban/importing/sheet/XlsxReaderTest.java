package vn.giaoban.importing.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxReaderTest {

    @Test
    void cellsOfEveryTypeAreRead() {
        var rows = """
                <row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c></row>
                <row r='3'><c r='A3' t='inlineStr'><is><t>00123</t></is></c><c r='B3'><v>1.23456789012E+11</v></c><c r='C3' s='1'><v>45370</v></c>
                <c r='D3' s='2'><v>45370.5</v></c><c r='E3' s='3'><v>7</v></c><c r='F3' t='b'><v>1</v></c><c r='G3' t='e'><v>#N/A</v></c>
                <c r='H3' t='str'><f>A3&amp;"x"</f><v>00123x</v></c><c r='I3' t='d'><v>2024-03-19T00:00:00</v></c><c r='J3' s='4'><v>12.50</v></c>
                <c r='K3'/><c r='L3' t='str'><v>a_x000D_b</v></c></row>
                <row><c t='inlineStr'><is><t>no references</t></is></c><c><v>2</v></c></row>""";
        assertThat(read(new RawWorkbook().sheet(rows)))
                .containsExactly(
                        "1: ref||Nông Thị Ba",
                        "3: 00123|123456789012|2024-03-19|2024-03-19T12:00|7|true|#N/A|00123x|2024-03-19|12.5||a\rb",
                        "4: no references|2");
    }

    @ParameterizedTest
    @CsvSource({
        "1,1900-01-01",
        "59,1900-02-28",
        "61,1900-03-01",
        "45370,2024-03-19",
        "60,60",
        "0,0",
        "-5,-5",
        "99999999,99999999"
    })
    void serialNumbersAreDaysWhereThereIsSuchADay(String serial, String read) {
        assertThat(read(new RawWorkbook().sheet("<row r='1'><c r='A1' s='1'><v>" + serial + "</v></c></row>")))
                .containsExactly("1: " + read);
    }

    @Test
    void whatALibraryWritesIsRead() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Dữ liệu");
            sheet.value(0, 0, "Ngày");
            sheet.value(1, 0, LocalDate.of(2024, 2, 29));
            sheet.style(1, 0).format("dd/MM/yyyy").set();
            sheet.value(1, 1, "Đ");
            sheet.value(1, 2, 12);
        }
        assertThat(CsvReaderTest.read(bytes.toByteArray())).containsExactly("1: Ngày", "2: 2024-02-29|Đ|12");
    }

    @Test
    @Timeout(20)
    void aMillionEmptyRowsCostNothing() {
        var rows = new StringBuilder("<row r='1'><c r='A1' t='s'><v>0</v></c></row>");
        for (int i = 2; i <= 1_048_576; i++) {
            rows.append("<row r='").append(i).append("'/>");
        }
        assertThat(read(new RawWorkbook().sheet(rows.toString()))).containsExactly("1: ref");
    }

    @Test
    @Timeout(20)
    void bombsAreRefusedBeforeTheyBurst() {
        var bomb = new byte[400 * 1024 * 1024];
        Arrays.fill(bomb, (byte) ' ');
        refuses("file-bomb", new RawWorkbook().part("xl/worksheets/sheet1.xml", bomb));
        refuses("file-bomb", new RawWorkbook().part("xl/sharedStrings.xml", bomb));
    }

    @Test
    void manyPartsAreRefused() {
        var workbook = new RawWorkbook();
        for (int i = 0; i < 2_000; i++) {
            workbook.part("xl/media/" + i, "");
        }
        refuses("file-bomb", workbook);
    }

    @Test
    void macrosAreRefused() {
        refuses("file-macros", new RawWorkbook().part("xl/vbaProject.bin", "x"));
        refuses("file-macros", new RawWorkbook().part("[Content_Types].xml", """
                <Types><Override PartName='/xl/workbook.xml' ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></Types>"""));
    }

    @Test
    void entitiesOfAnyKindAreRefused() {
        refuses("file-(entities|damaged)", new RawWorkbook().part("xl/worksheets/sheet1.xml", """
                <!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>
                <worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>&x;</t></is></c></row></sheetData></worksheet>"""));
        refuses("file-(entities|damaged)", new RawWorkbook().part("xl/sharedStrings.xml", """
                <!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><sst><si><t>&b;&b;&b;</t></si></sst>"""));
    }

    @Test
    void impossibleCellsAreRefused() {
        refuses("file-damaged", new RawWorkbook().sheet("<row r='1'><c r='ZZZZZZZ1'><v>1</v></c></row>"));
        refuses("file-damaged", new RawWorkbook().sheet("<row r='1'><c r='A1' t='s'><v>99</v></c></row>"));
        refuses("file-damaged", new RawWorkbook().sheet("<row r='1'><c r='A1'><v>1e999999999</v></c></row>"));
        refuses("file-damaged", new RawWorkbook().sheet("<row r='1'><c r='A1'><v>one</v></c></row>"));
        refuses("file-damaged", new RawWorkbook().sheet("<row r='5'/><row r='2'><c r='A2'><v>1</v></c></row>"));
        refuses("file-too-many-columns", new RawWorkbook().sheet("<row r='1'><c r='XFD1'><v>1</v></c></row>"));
        refuses("file-too-many-rows", new RawWorkbook().sheet("<row r='9999999'><c r='A1'><v>1</v></c></row>"));
        refuses(
                "file-cell-too-long",
                new RawWorkbook()
                        .sheet("<row r='1'><c r='A1' t='inlineStr'><is><t>" + "x".repeat(40_000)
                                + "</t></is></c></row>"));
    }

    @Test
    void brokenFilesAreRefused() {
        var whole = new RawWorkbook().bytes();
        for (int length : new int[] {4, 30, whole.length / 2, whole.length - 10}) {
            assertThatThrownBy(() -> CsvReaderTest.read(Arrays.copyOf(whole, length)))
                    .as("first %d bytes", length)
                    .isInstanceOf(SheetRefusal.class);
        }
        refuses("file-damaged", new RawWorkbook().sheet("<row r='1'><c r='A1'><v>1</v></row>"));
        refuses("file-damaged", new RawWorkbook().part("xl/workbook.xml", "<workbook/>"));
        assertThatThrownBy(() -> CsvReaderTest.read(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}))
                .hasMessageStartingWith("importing.file-old-or-locked");
    }

    @Test
    void everySingleDamagedByteIsReadOrRefused() {
        var whole = new RawWorkbook().bytes();
        for (int i = 0; i < whole.length; i += 3) {
            var damaged = whole.clone();
            damaged[i] ^= 0x55;
            try {
                Spreadsheet.read(damaged, Limits.LINES, line -> {});
            } catch (SheetRefusal expected) {
                assertThat(expected.code()).startsWith("importing.file-");
            }
        }
    }

    @Test
    void readsAProvinceQuickly() {
        var rows = new StringBuilder();
        for (int i = 1; i <= 40_000; i++) {
            rows.append("<row r='").append(i).append("'>");
            for (char column = 'A'; column < 'Q'; column++) {
                rows.append("<c r='").append(column).append(i).append("' t='s'><v>1</v></c>");
            }
            rows.append("</row>");
        }
        var bytes = new RawWorkbook().sheet(rows.toString()).bytes();
        var start = System.nanoTime();
        var lines = new int[1];
        Spreadsheet.read(bytes, Limits.LINES, line -> lines[0]++);
        assertThat(lines[0]).isEqualTo(40_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    private static List<String> read(RawWorkbook workbook) {
        return CsvReaderTest.read(workbook.bytes());
    }

    private static void refuses(String code, RawWorkbook workbook) {
        assertThatThrownBy(() -> read(workbook))
                .isInstanceOf(SheetRefusal.class)
                .hasMessageMatching("importing\\." + code + ".*");
    }
}

package vn.giaoban.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.giaoban.ModuleTest;

@ModuleTest
class ExportsTest {

    private static final Export LIST =
            new Export("đảng-viên", "Đảng viên", true, List.of("Tên", "Ngày", "Số"), rows -> {
                rows.accept(List.of("Nông, \"Ba\"", LocalDate.of(2024, 3, 5), 7));
                rows.accept(Arrays.asList("=cmd|' /C calc'!A0", null, 0.5));
                rows.accept(List.of("+84", "@x", "-1"));
            });

    @Autowired
    Exports exports;

    @BeforeEach
    void inVietnamese() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
    }

    @AfterEach
    void inAnyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void textThatLooksLikeAFormulaIsDisarmed() throws IOException {
        var out = new ByteArrayOutputStream();
        exports.write(LIST, Export.Format.CSV, out);
        var lines = out.toString(StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines[0]).startsWith("\uFEFFMẬT – Đảng viên – Người xuất: ");
        assertThat(lines)
                .endsWith(
                        "Tên,Ngày,Số", "\"Nông, \"\"Ba\"\"\",05/03/2024,7", "'=cmd|' /C calc'!A0,,0.5", "'+84,'@x,'-1");
    }

    @Test
    void workbooksHoldTextsNumbersAndDays() throws IOException {
        var out = new ByteArrayOutputStream();
        exports.write(LIST, Export.Format.XLSX, out);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("MẬT");
            var last = rows.size() - 1;
            assertThat(rows.get(last - 1).getCellText(0)).isEqualTo("=cmd|' /C calc'!A0");
            assertThat(rows.get(last - 2).getCellAsDate(1))
                    .hasValue(LocalDate.of(2024, 3, 5).atStartOfDay());
            assertThat(rows.get(last - 2).getCellAsNumber(2).orElseThrow().intValue())
                    .isEqualTo(7);
        }
    }

    @Test
    void theFileIsNamedAndNotKept() {
        var response = new MockHttpServletResponse();
        exports.answer(LIST, Export.Format.of("csv"), response);
        assertThat(response.getHeader("Content-Disposition"))
                .contains("attachment", "UTF-8''%C4%91%E1%BA%A3ng-vi%C3%AAn.csv");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }
}

package vn.giaoban.reporting.forms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Empty forms as a superior might send them, with everything that must not be altered. */
final class Supplied {

    private Supplied() {}

    /** Form 1 with marks in a column of their own, a heading over two columns, sums reckoned by the file, protection, names and more. */
    static byte[] movement() {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Bieu 1");
            var percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0.00%"));
            var bold = workbook.createCellStyle();
            var font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
            text(sheet, 1, 1, "BAN TỔ CHỨC TRUNG ƯƠNG");
            text(sheet, 2, 1, "TÌNH HÌNH TĂNG, GIẢM ĐẢNG VIÊN");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A2:E2"));
            text(sheet, 4, 1, "TT");
            text(sheet, 4, 2, "Chỉ tiêu");
            text(sheet, 4, 3, "Thực hiện");
            sheet.addMergedRegion(CellRangeAddress.valueOf("C4:D4"));
            text(sheet, 5, 3, "Kỳ này");
            text(sheet, 5, 4, "Cùng kỳ năm trước");
            text(sheet, 4, 5, "% kỳ này so với cùng kỳ");
            var labels = new String[][] {
                {"A", "Đảng viên đầu kỳ (trong danh sách)"},
                {"B", "ĐẢNG VIÊN TĂNG TRONG KỲ"},
                {"1", "Kết nạp"},
                {"", "- Trong đó: Kết nạp lại"},
                {"2", "Chuyển đến"},
                {"a", "Từ tỉnh khác"},
                {"b", "Từ huyện khác trong tỉnh"},
                {"3", "Phục hồi đảng tịch"},
                {"C", "ĐẢNG VIÊN GIẢM TRONG KỲ"},
                {"1", "Từ trần"},
                {"2", "Khai trừ"},
                {"3", "Xoá tên"},
                {"", "Trong đó: đảng viên dự bị"},
                {"4", "Xin ra khỏi Đảng"},
                {"5", "Chuyển đi"},
                {"a", "Đi tỉnh khác"},
                {"b", "Đi huyện khác trong tỉnh"},
                {"D", "Đảng viên có trong danh sách cuối kỳ"}
            };
            for (int n = 0; n < labels.length; n++) {
                if (!labels[n][0].isEmpty()) {
                    text(sheet, 6 + n, 1, labels[n][0]);
                }
                text(sheet, 6 + n, 2, labels[n][1]);
                // every other line has cells already, the others have none
                if (n % 2 == 0) {
                    sheet.getRow(5 + n).createCell(2).setCellStyle(bold);
                    sheet.getRow(5 + n).createCell(3).setCellStyle(bold);
                }
                var share = sheet.getRow(5 + n).createCell(4);
                share.setCellStyle(percent);
            }
            // the increase is reckoned by the file, and so is a check of the balance
            sheet.getRow(6)
                    .getCell(2, org.apache.poi.ss.usermodel.Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                    .setCellFormula("C8+C10+C13");
            text(sheet, 26, 2, "Kiểm tra");
            sheet.getRow(25).createCell(2).setCellFormula("C6+C7-C14-C23");
            sheet.setColumnWidth(1, 12_345);
            sheet.protectSheet("khóa");
            var name = workbook.createName();
            name.setNameName("VungSo");
            name.setRefersToFormula("'Bieu 1'!$C$6:$D$23");
            var other = workbook.createSheet("Hướng dẫn");
            text(other, 1, 1, "Không sửa tệp này.");
            var sum = other.createRow(2).createCell(0);
            sum.setCellFormula("'Bieu 1'!C23*2");
            workbook.write(out);
            return with(
                    out.toByteArray(),
                    Map.of(
                            "xl/calcChain.xml",
                            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><calcChain xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>",
                            "customXml/item1.xml",
                            "<giu-nguyen/>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void text(XSSFSheet sheet, int line, int column, String text) {
        var row = sheet.getRow(line - 1) == null ? sheet.createRow(line - 1) : sheet.getRow(line - 1);
        row.createCell(column - 1).setCellValue(text);
    }

    static Map<String, byte[]> parts(byte[] content) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** The file with some parts more, or others. */
    static byte[] with(byte[] content, Map<String, String> more) {
        var parts = parts(content);
        more.forEach((name, text) -> parts.put(name, text.getBytes(StandardCharsets.UTF_8)));
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

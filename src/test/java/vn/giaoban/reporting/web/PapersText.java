package vn.giaoban.reporting.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import vn.giaoban.ui.Wording;

/** What is written in a paper, read back from the file. */
final class PapersText {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d])[+−]?\\d[\\d.]*(?:,\\d+)?%?");
    private static final Pattern DAY_OR_HOUR = Pattern.compile("(?:\\d{1,2}/)?\\d{2}/\\d{4}|\\d{2}:\\d{2}");

    private PapersText() {}

    /** Sorted, days and hours left out. */
    static List<String> numbers(String text) {
        return NUMBER.matcher(DAY_OR_HOUR.matcher(text).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .map(number -> number.replaceAll("\\.$", ""))
                .sorted()
                .toList();
    }

    static String docx(byte[] file) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            var text = new ArrayList<String>();
            document.getBodyElements().forEach(element -> {
                if (element instanceof XWPFParagraph paragraph) {
                    text.add(paragraph.getText());
                } else if (element instanceof XWPFTable table) {
                    text.add(table.getText().replace('\t', ' '));
                }
            });
            return String.join("\n", text);
        }
    }

    static String part(byte[] file, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** The tables that hold figures: their heads repeat. */
    static List<String> docxTables(byte[] file) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            return document.getTables().stream()
                    .filter(table -> table.getRow(0).isRepeatHeader())
                    .map(table -> table.getText().replace('\t', ' '))
                    .toList();
        }
    }

    /** Without the number of the page on top of each but the first. */
    static String pdf(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            var text = new StringBuilder();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var sheet = stripper.getText(document);
                text.append(page == 1 ? sheet : sheet.replaceFirst("^\\s*" + page + "\\s", ""))
                        .append('\n');
            }
            return text.toString();
        }
    }

    /** One text for each sheet, from the head of its table down, numbers written as papers write them. */
    static List<String> xlsx(byte[] file, Wording words) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            var sheets = new ArrayList<String>();
            for (var sheet : workbook.getSheets().toList()) {
                var text = new ArrayList<String>();
                var rows = sheet.read();
                var first = rows.stream()
                        .filter(row ->
                                row.getCellCount() > 1 && row.getOptionalCell(1).isPresent())
                        .findFirst()
                        .orElseThrow()
                        .getRowNum();
                rows.stream()
                        .filter(row -> row.getRowNum() >= first)
                        .forEach(row -> row.forEach(cell -> text.add(cell == null ? "" : written(cell, words))));
                sheets.add(String.join(" ", text));
            }
            return sheets;
        }
    }

    static String xlsxAll(byte[] file) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var text = new StringBuilder();
            for (var sheet : workbook.getSheets().toList()) {
                sheet.read()
                        .forEach(row -> row.forEach(cell -> text.append(cell == null ? "" : cell.getRawValue())
                                .append('\n')));
            }
            return text.toString();
        }
    }

    private static String written(Cell cell, Wording words) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        BigDecimal number = cell.asNumber();
        var format = String.valueOf(cell.getDataFormatString());
        return format.endsWith("%")
                ? words.percent(number)
                : format.startsWith("+") ? words.change(number.longValueExact()) : words.number(number);
    }
}

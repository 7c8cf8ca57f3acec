package vn.giaoban.reporting.forms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts numbers into the matched cells of a supplied file and leaves everything else as it was: parts that are not touched are copied as they
 * lie in the file, packed; of a touched sheet only cells differ. Formulas stay, and get the value they come to, because not every program
 * reckons when it opens a file.
 */
final class TemplateFilling {

    private static final Logger log = LoggerFactory.getLogger(TemplateFilling.class);

    /** More formulas than that are left to the program that opens the file. */
    private static final int FORMULAS = 20_000;

    private final TemplateFile file;
    private final Map<String, Map<Long, String>> numbers = new HashMap<>();

    TemplateFilling(TemplateFile file) {
        this.file = file;
    }

    /** How many cells one form filled: those without a number stay empty. */
    int put(String sheetName, Matching.Match match, FilledForm form) {
        var sheet = file.sheets().get(sheetName);
        if (sheet == null) {
            return 0;
        }
        var filled = numbers.computeIfAbsent(sheetName, name -> new HashMap<>());
        var before = filled.size();
        match.rows()
                .forEach((row, line) -> match.columns().forEach((column, place) -> {
                    var cell = form.cell(row, column);
                    var value = cell.value();
                    if (value != null && mayFill(sheet, line, place)) {
                        filled.put(SheetXml.key(line, place), written(cell, value, sheet, line, place));
                    }
                }));
        return filled.size() - before;
    }

    /** What is reckoned by the file itself, says something, or lies under merged cells is not ours to fill. */
    static boolean mayFill(TemplateFile.Sheet sheet, int line, int column) {
        var key = SheetXml.key(line, column);
        var cell = sheet.xml().cells().get(key);
        if (cell != null && cell.formula()) {
            return false;
        }
        var text = sheet.texts().getOrDefault(key, "");
        if (cell != null
                && !cell.type().equals("n")
                && text.chars().filter(Character::isLetter).count() > 2) {
            return false;
        }
        for (var range : sheet.xml().merged()) {
            var ends = range.split(":");
            var from = SheetXml.place(ends[0]);
            var until = ends.length < 2 ? null : SheetXml.place(ends[1]);
            if (from != null
                    && until != null
                    && from[0] <= line
                    && line <= until[0]
                    && from[1] <= column
                    && column <= until[1]) {
                return from[0] == line && from[1] == column;
            }
        }
        return true;
    }

    /** A share is written as the cell shows it: as it is where the format has a sign of percent, else in hundredths. */
    private static String written(
            FilledForm.Cell cell, BigDecimal value, TemplateFile.Sheet sheet, int line, int column) {
        if (cell.kind() != FilledForm.Kind.SHARE) {
            return value.toPlainString();
        }
        var style = sheet.xml().style(line, column);
        var shown = style != null && sheet.percents().contains(style)
                ? value
                : value.movePointRight(2).setScale(2, RoundingMode.HALF_UP);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    byte[] written() {
        reckon(zip());
        return zip();
    }

    /** Formulas of all sheets whose value is a number get the one they come to. */
    private void reckon(byte[] filled) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(filled))) {
            var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            evaluator.setIgnoreMissingWorkbooks(true);
            var left = FORMULAS;
            for (var sheet : workbook) {
                for (var row : sheet) {
                    for (var cell : row) {
                        if (cell.getCellType() == CellType.FORMULA && left-- > 0) {
                            value(evaluator, cell)
                                    .ifPresent(value -> numbers.computeIfAbsent(
                                                    sheet.getSheetName(), name -> new HashMap<>())
                                            .put(
                                                    SheetXml.key(cell.getRowIndex() + 1, cell.getColumnIndex() + 1),
                                                    value));
                        }
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            log.info(
                    "formulas of a supplied file are left as they were: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static Optional<String> value(
            org.apache.poi.ss.usermodel.FormulaEvaluator evaluator, org.apache.poi.ss.usermodel.Cell cell) {
        try {
            var value = evaluator.evaluate(cell);
            return value != null && value.getCellType() == CellType.NUMERIC && Double.isFinite(value.getNumberValue())
                    ? Optional.of(new BigDecimal(Double.toString(value.getNumberValue()))
                            .stripTrailingZeros()
                            .toPlainString())
                    : Optional.empty();
        } catch (RuntimeException notKnownToUs) {
            return Optional.empty();
        }
    }

    private byte[] zip() {
        var changed = new HashMap<String, byte[]>();
        numbers.forEach((name, values) -> {
            var sheet = file.sheets().get(name);
            if (sheet != null && !values.isEmpty()) {
                changed.put(sheet.part(), sheet.xml().with(values).getBytes(StandardCharsets.UTF_8));
            }
        });
        var out = new ByteArrayOutputStream();
        try (var from = ZipFile.builder().setByteArray(file.content()).get();
                var to = new ZipArchiveOutputStream(out)) {
            for (var entry : java.util.Collections.list(from.getEntriesInPhysicalOrder())) {
                var content = changed.get(entry.getName());
                if (content == null) {
                    try (var raw = from.getRawInputStream(entry)) {
                        to.addRawArchiveEntry(entry, raw);
                    }
                } else {
                    var written = new ZipArchiveEntry(entry.getName());
                    written.setTime(entry.getTime());
                    to.putArchiveEntry(written);
                    to.write(content);
                    to.closeArchiveEntry();
                }
            }
        } catch (IOException e) {
            throw TemplateRefusal.damaged("zip");
        }
        return out.toByteArray();
    }

    /** Names of sheets in which something was filled. */
    List<String> touched() {
        return numbers.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}

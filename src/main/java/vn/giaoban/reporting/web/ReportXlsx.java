package vn.giaoban.reporting.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** A report as .xlsx: one sheet for each annex, numbers as numbers, and on every sheet what they are numbers of. */
@Component
class ReportXlsx {

    /** Points: three lines of a head. */
    private static final double HEAD = 48;

    private static final int WIDEST = 60;

    byte[] write(Paper paper) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Giao Ban", "1.0")) {
            workbook.properties().setTitle(paper.title());
            for (var table : paper.annexes()) {
                var sheet = workbook.newWorksheet(table.sheet());
                var row = head(sheet, paper, table);
                columns(sheet, row, table);
                cells(sheet, row + 1, table);
                sheet.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Returns the row below. */
    private static int head(Worksheet sheet, Paper paper, PaperTable table) {
        var lines = new ArrayList<String>();
        if (!paper.mark().isEmpty()) {
            lines.add(paper.mark());
        }
        lines.add(paper.title());
        lines.addAll(paper.reading());
        lines.add(paper.made());
        lines.add(table.title());
        for (int row = 0; row < lines.size(); row++) {
            sheet.value(row, 0, lines.get(row));
            if (row == lines.size() - 1 || row == 0) {
                sheet.style(row, 0).bold().set();
            }
        }
        return lines.size();
    }

    private static void columns(Worksheet sheet, int row, PaperTable table) {
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.value(row, column, table.columns().get(column).head());
            sheet.style(row, column)
                    .bold()
                    .wrapText(true)
                    .horizontalAlignment("center")
                    .verticalAlignment("center")
                    .borderStyle("thin")
                    .set();
            sheet.width(
                    column,
                    Math.min(WIDEST, Math.max(12, table.columns().get(column).weight())));
        }
        sheet.rowHeight(row, HEAD);
        sheet.freezePane(1, row + 1);
        sheet.repeatRows(row);
        sheet.fitToWidth((short) 1);
        sheet.pageOrientation("landscape");
        sheet.paperSize(org.dhatim.fastexcel.PaperSize.A4_PAPER);
    }

    private static void cells(Worksheet sheet, int first, PaperTable table) {
        for (int index = 0; index < table.rows().size(); index++) {
            write(
                    sheet,
                    first + index,
                    table.rows().get(index).cells(),
                    table.rows().get(index).strong());
        }
    }

    private static void write(Worksheet sheet, int row, List<PaperCell> cells, boolean strong) {
        for (int column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            var style = sheet.style(row, column).borderStyle("thin");
            if (cell.number() != null) {
                sheet.value(row, column, cell.number());
                style.format(format(cell.form())).horizontalAlignment("right");
            } else {
                sheet.value(row, column, cell.text());
                style.horizontalAlignment(cell.isNumber() ? "right" : "left").wrapText(!cell.isNumber());
            }
            if (strong) {
                style.bold();
            }
            style.set();
        }
    }

    private static String format(PaperCell.Form form) {
        return switch (form) {
            case PERCENT -> "0.00%";
            case DECIMAL -> "#,##0.0";
            case CHANGE -> "+#,##0;−#,##0;0";
            case COUNT, WORDS -> "#,##0";
        };
    }
}

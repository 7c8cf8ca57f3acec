package vn.giaoban.reporting.web;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Tables of a .docx. */
final class DocxTables {

    private static final int POINTS = 12;

    private DocxTables() {}

    /** A table that only places text side by side. */
    static void invisible(XWPFTable table, int width, List<Integer> percent) {
        table.removeBorders();
        widths(table, width, percent);
    }

    /** The head repeats on every page, and no row is torn. */
    static void fill(XWPFTable table, PaperTable annex, int width) {
        var columns = annex.columns();
        widths(
                table,
                width,
                java.util.stream.IntStream.range(0, columns.size())
                        .mapToObj(annex::percent)
                        .toList());
        var head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int column = 0; column < columns.size(); column++) {
            var cell = head.getCell(column);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            DocxText.inTable(cell.getParagraphArray(0))
                    .centred()
                    .write(columns.get(column).head(), run -> {
                        run.setBold(true);
                        run.setFontSize(POINTS);
                    });
        }
        for (int row = 0; row < annex.rows().size(); row++) {
            fill(table.getRow(row + 1), annex.rows().get(row));
            if (annex.staysWithNext(row)) {
                table.getRow(row + 1)
                        .getTableCells()
                        .forEach(cell -> cell.getParagraphArray(0).setKeepNext(true));
            }
        }
    }

    /** A second row of the head: how the columns are numbered. */
    static void codes(XWPFTable table, List<String> codes) {
        var row = table.insertNewTableRow(1);
        row.setRepeatHeader(true);
        row.setCantSplitRow(true);
        for (int column = 0; column < codes.size(); column++) {
            var cell = row.createCell();
            cell.setWidthType(TableWidthType.DXA);
            cell.setWidth(Integer.toString(table.getRow(0).getCell(column).getWidth()));
            DocxText.inTable(cell.getParagraphArray(0)).centred().write(codes.get(column), run -> {
                run.setItalic(true);
                run.setFontSize(POINTS - 2);
            });
        }
    }

    private static void fill(XWPFTableRow row, PaperTable.Row values) {
        row.setCantSplitRow(true);
        for (int column = 0; column < values.cells().size(); column++) {
            var value = values.cells().get(column);
            var text = DocxText.inTable(row.getCell(column).getParagraphArray(0));
            (value.isNumber() ? text.right() : text).write(value.text(), run -> {
                run.setFontSize(POINTS);
                run.setBold(values.strong());
            });
        }
    }

    private static void widths(XWPFTable table, int width, List<Integer> percent) {
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(width);
        var properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
                .setType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType.FIXED);
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        percent.forEach(share -> grid.addNewGridCol().setW(BigInteger.valueOf((long) width * share / 100)));
        for (var row : table.getRows()) {
            for (int column = 0; column < percent.size(); column++) {
                var cell = row.getCell(column);
                cell.setWidthType(TableWidthType.DXA);
                cell.setWidth(Integer.toString(width * percent.get(column) / 100));
            }
        }
    }
}

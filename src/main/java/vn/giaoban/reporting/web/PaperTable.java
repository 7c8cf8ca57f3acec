package vn.giaoban.reporting.web;

import java.util.List;

/**
 * A table of a paper; a sheet of the spreadsheet.
 *
 * @param sheet short name, at most 31 letters
 */
public record PaperTable(String sheet, String title, List<Column> columns, List<Row> rows) {

    /** @param weight of its width beside the others */
    public record Column(String head, int weight, boolean number) {

        static Column words(String head, int weight) {
            return new Column(head, weight, false);
        }

        static Column number(String head) {
            return new Column(head, 10, true);
        }
    }

    /** @param strong a heading within the table, or a total */
    public record Row(List<PaperCell> cells, boolean strong) {

        static Row of(PaperCell... cells) {
            return new Row(List.of(cells), false);
        }

        static Row strong(PaperCell... cells) {
            return new Row(List.of(cells), true);
        }
    }

    PaperTable titled(String other) {
        return new PaperTable(sheet, other, columns, rows);
    }

    /**
     * In a document that is edited on: a heading does not end a page, and the last rows (a total) do not begin one alone. Not asked for the
     * .pdf: its renderer leaves the repeated head of a table out where rows are kept together.
     */
    public boolean staysWithNext(int row) {
        var last = rows.size() - 1;
        return row < last && (rows.get(row).strong() || row >= last - 2);
    }

    /** Width of a column in hundredths of the table's. */
    public int percent(int column) {
        var all = columns.stream().mapToInt(Column::weight).sum();
        return columns.get(column).weight() * 100 / all;
    }
}

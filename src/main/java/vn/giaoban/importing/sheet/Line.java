package vn.giaoban.importing.sheet;

import java.util.List;

/**
 * One line of a sheet.
 *
 * @param number as a spreadsheet program shows it: the first line is 1, empty lines count
 */
public record Line(int number, List<Cell> cells) {

    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(Cell::isBlank);
    }
}

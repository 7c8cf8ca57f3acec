package vn.giaoban.importing.sheet;

import java.math.BigDecimal;
import java.util.List;

/** What a cell of a workbook holds, from its type, its style and its raw value. A formula counts as its last value. */
final class XlsxCells {

    /** Longer than any number a spreadsheet program writes. */
    private static final int NUMBER = 40;

    private static final int EXPONENT = 330;

    private final List<String> shared;
    private final DateFormats formats;
    private final boolean from1904;

    XlsxCells(List<String> shared, DateFormats formats, boolean from1904) {
        this.shared = shared;
        this.formats = formats;
        this.from1904 = from1904;
    }

    Cell cell(String type, int style, String raw) {
        if (raw.isEmpty()) {
            return Cell.EMPTY;
        }
        return switch (type) {
            case "s" -> sharedText(raw);
            case "str", "inlineStr" -> Cell.text(XlsxReader.unescaped(raw));
            case "b" -> new Cell(Cell.Type.BOOLEAN, raw.equals("1") || raw.equals("true") ? "true" : "false");
            case "e" -> new Cell(Cell.Type.FAULT, raw);
            case "d" -> new Cell(Cell.Type.DATE, raw.endsWith("T00:00:00") ? raw.substring(0, 10) : raw);
            default -> number(raw.strip(), style);
        };
    }

    private Cell sharedText(String raw) {
        try {
            var text = shared.get(Integer.parseInt(raw.strip()));
            return Cell.text(text);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw SheetRefusal.damaged("sharedStrings");
        }
    }

    private Cell number(String raw, int style) {
        BigDecimal value;
        try {
            value = new BigDecimal(raw.length() > NUMBER ? "x" : raw);
        } catch (NumberFormatException e) {
            throw SheetRefusal.damaged("number");
        }
        if (Math.abs((long) value.scale() - value.precision()) > EXPONENT) {
            throw SheetRefusal.damaged("number");
        }
        if (formats.isDate(style)) {
            var day = DateFormats.day(value, from1904);
            return day.map(text -> new Cell(Cell.Type.DATE, text)).orElseGet(() -> plain(value));
        }
        return plain(value);
    }

    private static Cell plain(BigDecimal value) {
        return new Cell(
                Cell.Type.NUMBER,
                value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }
}

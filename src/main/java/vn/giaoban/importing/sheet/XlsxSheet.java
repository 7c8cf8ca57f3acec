package vn.giaoban.importing.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The lines of one sheet. Merged cells have their value in the first; hidden lines count like others. */
final class XlsxSheet {

    private final XMLStreamReader xml;
    private final XlsxCells values;
    private int line;
    private int column;

    XlsxSheet(XMLStreamReader xml, XlsxCells values) {
        this.xml = xml;
        this.values = values;
    }

    void lines(Consumer<Line> sink) {
        var inData = false;
        while (Parts.next(xml)) {
            var name = xml.getLocalName();
            if (name.equals("sheetData")) {
                if (xml.isEndElement()) {
                    return;
                }
                inData = true;
            } else if (inData && xml.isStartElement() && name.equals("row")) {
                line = position(xml.getAttributeValue(null, "r"), line + 1);
                var cells = cells();
                if (!cells.isEmpty()) {
                    sink.accept(new Line(line, cells));
                }
            }
        }
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        column = 0;
        while (Parts.next(xml)) {
            var name = xml.getLocalName();
            if (xml.isEndElement() && name.equals("row")) {
                return cells;
            }
            if (!xml.isStartElement() || !name.equals("c")) {
                continue;
            }
            var reference = xml.getAttributeValue(null, "r");
            column = reference == null ? column + 1 : column(reference);
            var cell = cell();
            if (cell.text().isEmpty()) {
                continue;
            }
            if (column > Limits.COLUMNS) {
                throw SheetRefusal.tooManyColumns(line);
            }
            while (cells.size() < column) {
                cells.add(Cell.EMPTY);
            }
            cells.set(column - 1, cell);
        }
        return cells;
    }

    private Cell cell() {
        var type = xml.getAttributeValue(null, "t");
        var style = style(xml.getAttributeValue(null, "s"));
        var raw = "";
        while (Parts.next(xml)) {
            var name = xml.getLocalName();
            if (xml.isEndElement() && name.equals("c")) {
                break;
            }
            if (xml.isStartElement() && name.equals("v")) {
                var text = new StringBuilder();
                XlsxReader.append(xml, text, line);
                raw = text.toString();
            } else if (xml.isStartElement() && name.equals("is")) {
                return skipRest(Cell.text(XlsxReader.text(xml, "is", line)));
            }
        }
        return values.cell(type == null ? "n" : type, style, raw);
    }

    private Cell skipRest(Cell cell) {
        while (Parts.next(xml)) {
            if (xml.isEndElement() && xml.getLocalName().equals("c")) {
                break;
            }
        }
        return cell;
    }

    private int position(@Nullable String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        int number = digits(text);
        if (number < otherwise) {
            throw SheetRefusal.damaged("row");
        }
        if (number > Limits.LAST_LINE) {
            throw SheetRefusal.tooManyLines(Limits.LAST_LINE);
        }
        return number;
    }

    private static int style(@Nullable String text) {
        return text == null ? -1 : digits(text);
    }

    /** The number that is written, or -1; asked for every cell, so without a pattern. */
    private static int digits(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > 10_000_000) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return text.isEmpty() ? -1 : number;
    }

    /** The column of {@code BC12}: 55. */
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length(); i++) {
            var letter = reference.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + (letter - 'A' + 1);
            if (column > 16_384) {
                throw SheetRefusal.damaged(reference.length() > 20 ? "column" : reference);
            }
        }
        if (column == 0) {
            throw SheetRefusal.damaged("column");
        }
        return column;
    }
}

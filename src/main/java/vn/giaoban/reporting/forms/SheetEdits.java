package vn.giaoban.reporting.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Puts numbers into the text of a sheet: into cells that are there, and into new ones where a row or a cell is not written yet. */
final class SheetEdits {

    private record Edit(int from, int until, String text) {}

    private final SheetXml sheet;
    private final String text;
    private final String prefix;

    SheetEdits(SheetXml sheet) {
        this.sheet = sheet;
        this.text = sheet.text();
        this.prefix = sheet.prefix();
    }

    String with(Map<Long, String> numbers) {
        var cells = sheet.cells();
        var rows = sheet.rows();
        var data = sheet.data();
        var edits = new ArrayList<Edit>();
        var missing = new TreeMap<Integer, TreeMap<Integer, String>>();
        numbers.forEach((key, number) -> {
            var cell = cells.get(key);
            if (cell == null) {
                missing.computeIfAbsent((int) (key / 100_000L), row -> new TreeMap<>())
                        .put((int) (key % 100_000L), number);
            } else {
                edits.add(new Edit(cell.from(), cell.until(), filled(cell, number)));
            }
        });
        missing.forEach((number, added) -> {
            var row = rows.get(number);
            if (row == null) {
                var next = rows.values().stream()
                        .filter(one -> one.number() > number)
                        .map(SheetXml.Row::from)
                        .findFirst();
                var written =
                        "<" + prefix + "row r=\"" + number + "\">" + added(number, added) + "</" + prefix + "row>";
                if (data.empty()) {
                    var name = prefix + "sheetData";
                    edits.add(new Edit(data.from(), data.end(), "<" + name + ">" + written + "</" + name + ">"));
                } else {
                    edits.add(new Edit(next.orElse(data.end()), next.orElse(data.end()), written));
                }
            } else if (row.empty()) {
                var open = text.substring(row.from(), row.afterTag()).replaceFirst("\\s*/>$", ">");
                edits.add(new Edit(row.from(), row.afterTag(), open + added(number, added) + "</" + prefix + "row>"));
            } else {
                added.forEach((column, value) -> {
                    var next = cells.values().stream()
                            .filter(cell -> cell.row() == number && cell.column() > column)
                            .map(SheetXml.Cell::from)
                            .findFirst()
                            .orElse(row.end());
                    edits.add(new Edit(next, next, written(number, column, value)));
                });
            }
        });
        // what is put before a cell comes before what becomes of it
        edits.sort(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::until));
        var filled = new StringBuilder(text.length() + 64 * edits.size());
        int at = 0;
        for (var edit : edits) {
            filled.append(text, at, edit.from()).append(edit.text());
            at = edit.until();
        }
        return filled.append(text, at, text.length()).toString();
    }

    private String added(int row, Map<Integer, String> values) {
        var added = new StringBuilder();
        values.forEach((column, value) -> added.append(written(row, column, value)));
        return added.toString();
    }

    private String written(int row, int column, String value) {
        var style = sheet.style(row, column);
        return "<" + prefix + "c r=\"" + SheetXml.letters(column) + row + "\""
                + (style == null ? "" : " s=\"" + style + "\"") + "><" + prefix + "v>" + value + "</" + prefix + "v></"
                + prefix + "c>";
    }

    /** Attributes stay, except the one that says that the value is a text; a formula stays before the value. */
    private String filled(SheetXml.Cell cell, String value) {
        var whole = text.substring(cell.from(), cell.until());
        var end = sheet.endOfTag(cell.from()) - cell.from();
        var open = whole.substring(0, end)
                .replaceFirst("\\s*/>$", ">")
                .replaceFirst("\\s+t\\s*=\\s*(\"[^\"]*\"|'[^']*')", "");
        var formula = "";
        if (cell.formula()) {
            var found = Pattern.compile("(?s)<" + Pattern.quote(prefix) + "f(?:\\s[^>]*)?(?:/>|>.*?</"
                            + Pattern.quote(prefix) + "f>)")
                    .matcher(whole);
            formula = found.find() ? found.group() : "";
        }
        return open + formula + "<" + prefix + "v>" + value + "</" + prefix + "v></" + prefix + "c>";
    }
}

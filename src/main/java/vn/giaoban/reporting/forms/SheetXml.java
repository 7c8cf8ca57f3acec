package vn.giaoban.reporting.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The XML of one sheet as text, so that a value can be put into a cell and every other letter stays as it was: no parser writes a file back
 * as the program that made it did.
 */
final class SheetXml {

    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");

    /** What a cell holds. */
    record Cell(
            int row,
            int column,
            String type,
            @Nullable Integer style,
            boolean formula,
            String value,
            int from,
            int until) {}

    record Row(int number, @Nullable Integer style, int from, int afterTag, int end, boolean empty) {}

    private final String text;
    private final Map<Integer, Row> rows = new TreeMap<>();
    private final Map<Long, Cell> cells = new TreeMap<>();
    private final List<int[]> columns = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();
    private String prefix = "";
    private int dataFrom = -1;
    private int dataEnd = -1;
    private boolean dataEmpty;

    SheetXml(String text) {
        this.text = text;
        new Scan().all();
        if (dataFrom < 0) {
            throw TemplateRefusal.damaged("sheetData");
        }
    }

    Map<Long, Cell> cells() {
        return cells;
    }

    /** Ranges such as {@code B3:D3}. */
    List<String> merged() {
        return merged;
    }

    static long key(int row, int column) {
        return row * 100_000L + column;
    }

    /** Row and column from 1 of a reference such as {@code C7}; null if it is none. */
    static int @Nullable [] place(String reference) {
        var match = REFERENCE.matcher(reference);
        if (!match.matches()) {
            return null;
        }
        int column = 0;
        for (var letter : match.group(1).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return new int[] {Integer.parseInt(match.group(2)), column};
    }

    static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** Walks over the tags; what stands in comments and character data is no tag. */
    private final class Scan {

        private int at;
        private int row;
        private int column;
        private boolean inData;

        void all() {
            while ((at = text.indexOf('<', at)) >= 0) {
                if (text.startsWith("<!--", at)) {
                    skip("-->");
                } else if (text.startsWith("<![CDATA[", at)) {
                    skip("]]>");
                } else if (text.startsWith("<?", at)) {
                    skip("?>");
                } else if (text.startsWith("<!", at)) {
                    throw TemplateRefusal.damaged("DTD");
                } else {
                    tag();
                }
            }
        }

        private void skip(String end) {
            var found = text.indexOf(end, at);
            if (found < 0) {
                throw TemplateRefusal.damaged("xml");
            }
            at = found + end.length();
        }

        private void tag() {
            var end = endOfTag(at);
            var name = nameAt(at + (text.charAt(at + 1) == '/' ? 2 : 1));
            var local = name.substring(name.indexOf(':') + 1);
            var closing = text.charAt(at + 1) == '/';
            var empty = text.charAt(end - 2) == '/';
            if (local.equals("sheetData")) {
                if (closing) {
                    dataEnd = at;
                    inData = false;
                } else {
                    prefix = name.substring(0, name.length() - "sheetData".length());
                    dataFrom = at;
                    dataEmpty = empty;
                    dataEnd = empty ? end : dataEnd;
                    inData = !empty;
                }
            } else if (local.equals("col") && !closing) {
                column(attributes(at, end));
            } else if (local.equals("mergeCell") && !closing) {
                merged.add(attributes(at, end).getOrDefault("ref", ""));
            } else if (inData && local.equals("row")) {
                row(end, closing, empty);
            } else if (inData && local.equals("c") && !closing) {
                end = cell(end, empty, name);
            }
            at = end;
        }

        private void column(Map<String, String> attributes) {
            if (attributes.containsKey("style")) {
                columns.add(new int[] {
                    number(attributes.getOrDefault("min", "0")),
                    number(attributes.getOrDefault("max", "0")),
                    number(attributes.getOrDefault("style", "0"))
                });
            }
        }

        private void row(int end, boolean closing, boolean empty) {
            if (closing) {
                var open = Objects.requireNonNull(rows.get(row));
                rows.put(row, new Row(row, open.style(), open.from(), open.afterTag(), at, false));
                return;
            }
            var attributes = attributes(at, end);
            row = attributes.containsKey("r") ? number(attributes.getOrDefault("r", "0")) : row + 1;
            column = 0;
            var styled = attributes.containsKey("s") && isOn(attributes.getOrDefault("customFormat", "0"));
            rows.put(row, new Row(row, styled ? number(attributes.getOrDefault("s", "0")) : null, at, end, end, empty));
        }

        /** Returns where the whole cell ends. */
        private int cell(int end, boolean empty, String name) {
            var attributes = attributes(at, end);
            var place = place(attributes.getOrDefault("r", ""));
            column = place == null ? column + 1 : place[1];
            var until = end;
            var inner = "";
            if (!empty) {
                var close = text.indexOf("</" + name, end);
                if (close < 0) {
                    throw TemplateRefusal.damaged("xml");
                }
                inner = text.substring(end, close);
                until = endOfTag(close);
            }
            var style = attributes.get("s");
            cells.put(
                    key(row, column),
                    new Cell(
                            row,
                            column,
                            attributes.getOrDefault("t", "n"),
                            style == null ? null : number(style),
                            inner.matches("(?s).*<" + Pattern.quote(prefix) + "f[\\s/>].*"),
                            value(inner),
                            at,
                            until));
            return until;
        }
    }

    private String value(String inner) {
        var value = new StringBuilder();
        for (var name : List.of("v", "t")) {
            var found = Pattern.compile("(?s)<" + Pattern.quote(prefix + name) + "(?:\\s[^>]*)?>(.*?)</"
                            + Pattern.quote(prefix + name) + ">")
                    .matcher(inner);
            while (found.find()) {
                value.append(found.group(1));
            }
        }
        return value.toString()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    int endOfTag(int from) {
        char quote = 0;
        for (int at = from; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (letter == '>') {
                return at + 1;
            }
        }
        throw TemplateRefusal.damaged("xml");
    }

    private String nameAt(int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "/>".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private Map<String, String> attributes(int from, int end) {
        var attributes = new TreeMap<String, String>();
        var found = ATTRIBUTE.matcher(text).region(from, end);
        while (found.find()) {
            attributes.put(found.group(1), found.group(2) == null ? found.group(3) : found.group(2));
        }
        return attributes;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw TemplateRefusal.damaged("xml");
        }
    }

    private static boolean isOn(String text) {
        return text.equals("1") || text.equals("true");
    }

    /** The style in which a cell that is not written yet would be shown: of its row, else of its column. */
    @Nullable
    Integer style(int row, int column) {
        var cell = cells.get(key(row, column));
        if (cell != null) {
            return cell.style();
        }
        var inRow = rows.get(row);
        if (inRow != null && inRow.style() != null) {
            return inRow.style();
        }
        return columns.stream()
                .filter(range -> range[0] <= column && column <= range[1])
                .map(range -> range[2])
                .findFirst()
                .orElse(null);
    }

    /**
     * The sheet with these numbers in it; nothing else is different.
     *
     * @param numbers by {@link #key}, as XML writes them; a cell with a formula keeps it and gets the number as what it came to
     */
    String with(Map<Long, String> numbers) {
        return new SheetEdits(this).with(numbers);
    }

    /** Where the rows stand: from, until, and whether there are none. */
    record Data(int from, int end, boolean empty) {}

    Data data() {
        return new Data(dataFrom, dataEnd, dataEmpty);
    }

    Map<Integer, Row> rows() {
        return rows;
    }

    String text() {
        return text;
    }

    /** Of the names of elements: {@code x:}, or nothing. */
    String prefix() {
        return prefix;
    }
}

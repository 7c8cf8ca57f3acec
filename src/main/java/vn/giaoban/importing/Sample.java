package vn.giaoban.importing;

import java.util.List;
import java.util.stream.IntStream;
import vn.giaoban.importing.sheet.Cell;
import vn.giaoban.importing.sheet.Line;

/**
 * Some lines of a file as they came.
 *
 * @param headings what stands above each column, and which it is taken for
 */
public record Sample(List<Heading> headings, List<SampleRow> rows) {

    /** @param column code, or empty where the heading is not understood */
    public record Heading(String text, String column) {}

    public record SampleRow(int number, List<String> cells) {}

    static Sample of(ImportKind kind, Headings matched, List<Line> lines) {
        var headings = IntStream.range(0, matched.texts().size())
                .mapToObj(i -> {
                    var column = matched.columns().get(i);
                    return new Heading(matched.texts().get(i), column == null ? "" : column.code());
                })
                .toList();
        var rows = lines.stream()
                .map(line -> new SampleRow(
                        line.number(),
                        IntStream.range(0, headings.size())
                                .mapToObj(line::cell)
                                .map(Cell::text)
                                .toList()))
                .toList();
        return new Sample(headings, rows);
    }
}

package vn.giaoban.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.giaoban.importing.sheet.Cell;
import vn.giaoban.importing.sheet.Line;

/**
 * Which column each heading means: its code, its Vietnamese heading, or what was chosen for it before. Capitals, marks, order, stars and
 * what stands in brackets do not matter.
 */
final class Headings {

    /** What a heading is matched with when its column is to be left out. */
    static final String IGNORED = "-";

    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|\\*");

    private final ImportKind kind;
    private final int row;
    private final List<String> texts;
    private final List<@Nullable Column> columns;

    private Headings(ImportKind kind, int row, List<String> texts, List<@Nullable Column> columns) {
        this.kind = kind;
        this.row = row;
        this.texts = texts;
        this.columns = columns;
    }

    /** @param saved from {@link #folded} headings to codes of columns, or {@link #IGNORED} */
    static Headings match(ImportKind kind, Line line, Map<String, String> saved, Findings findings) {
        var known = known(kind);
        List<String> texts = new ArrayList<>();
        List<@Nullable Column> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Cell cell : line.cells()) {
            var heading = folded(cell.text());
            texts.add(cell.text().strip());
            var code = saved.getOrDefault(heading, "");
            var column = code.isEmpty() ? known.get(heading) : column(kind, code);
            if (column == null && !heading.isEmpty() && !code.equals(IGNORED)) {
                findings.problem(
                        line.number(), null, "unknown-column", cell.text().strip());
            } else if (column != null && !seen.add(column.code())) {
                findings.problem(line.number(), column.code(), "column-twice", column.heading());
                column = null;
            }
            columns.add(column);
        }
        return new Headings(kind, line.number(), texts, columns);
    }

    private static Map<String, Column> known(ImportKind kind) {
        Map<String, Column> known = new HashMap<>();
        for (var column : kind.columns()) {
            column.aliases().forEach(alias -> known.putIfAbsent(folded(alias), column));
        }
        for (var column : kind.columns()) {
            known.put(folded(column.heading()), column);
            known.put(folded(column.code()), column);
        }
        return known;
    }

    private static @Nullable Column column(ImportKind kind, String code) {
        return kind.columns().stream()
                .filter(column -> column.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    static String folded(String heading) {
        return Words.folded(ASIDE.matcher(heading).replaceAll(" "));
    }

    int row() {
        return row;
    }

    List<String> texts() {
        return texts;
    }

    /** The column at each place of the file, null where there is none. */
    List<@Nullable Column> columns() {
        return columns;
    }

    Column[] missing() {
        return kind.columns().stream()
                .filter(Column::isAlways)
                .filter(column -> !columns.contains(column))
                .toArray(Column[]::new);
    }
}

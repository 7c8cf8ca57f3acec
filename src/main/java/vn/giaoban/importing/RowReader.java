package vn.giaoban.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.giaoban.importing.sheet.Line;

/** Turns lines into rows: the first line names the columns. Rows with faults are told of and left out. */
final class RowReader implements Consumer<Line> {

    /** Texts that many rows share (kinds, cells, peoples) are kept once. */
    private static final int SHARED = 20_000;

    private static final Map<ImportKind, Set<String>> ONCE_IN_FILE = Map.of(
            ImportKind.UNITS, Set.of("code"),
            ImportKind.UNIT_EVENTS, Set.of(),
            ImportKind.UNIT_EVENT_PEOPLE, Set.of(),
            ImportKind.MEMBERS, Set.of("citizen_number", "card", "cv_number"),
            ImportKind.MOVEMENTS, Set.of());

    private final ImportKind kind;
    private final Map<String, String> saved;
    private final Findings findings;
    private final CellParser parser;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> shared = new HashMap<>();
    private final Map<String, Map<String, Integer>> seen = new HashMap<>();
    private @Nullable Headings headings;
    private boolean toldMissing;
    private int count;

    RowReader(ImportKind kind, Map<String, String> saved, Findings findings) {
        this.kind = kind;
        this.saved = saved;
        this.findings = findings;
        this.parser = new CellParser(findings);
    }

    @Override
    public void accept(Line line) {
        if (headings == null) {
            headings = Headings.match(kind, line, saved, findings);
        } else {
            count++;
            row(line, headings);
        }
    }

    private void row(Line line, Headings headings) {
        var values = new @Nullable String[kind.columns().size()];
        var blank = new boolean[kind.columns().size()];
        Arrays.fill(blank, true);
        for (int i = 0; i < headings.columns().size(); i++) {
            var column = headings.columns().get(i);
            if (column != null) {
                var at = kind.columns().indexOf(column);
                var cell = line.cell(i);
                blank[at] = cell.isBlank();
                values[at] = pooled(parser.parse(line.number(), column, cell));
            }
        }
        var row = new Row(kind, line.number(), values);
        if (hasCancels() && row.isCancellation()) {
            requireRef(row, blank);
        } else {
            requireAll(row, blank, headings);
        }
        checkOnce(row);
        if (!findings.isFaulty(line.number())) {
            rows.add(row);
        }
    }

    private boolean hasCancels() {
        return kind.columns().stream().anyMatch(column -> column.code().equals("cancels"));
    }

    private void requireRef(Row row, boolean[] blank) {
        if (blank[kind.index("ref")]) {
            findings.problem(
                    row.number(), "ref", "required", kind.columns().get(0).heading());
        }
    }

    private void requireAll(Row row, boolean[] blank, Headings headings) {
        var missing = headings.missing();
        if (!toldMissing) {
            toldMissing = true;
            for (var column : missing) {
                findings.problem(headings.row(), column.code(), "missing-column", column.heading(), column.code());
            }
        }
        for (int i = 0; i < blank.length; i++) {
            var column = kind.columns().get(i);
            if (blank[i] && column.isAlways() && !List.of(missing).contains(column)) {
                findings.problem(row.number(), column.code(), "required", column.heading());
            }
        }
    }

    private void checkOnce(Row row) {
        if (kind == ImportKind.UNIT_EVENT_PEOPLE) {
            var who = row.text("register") + "\n" + row.text("member_ref");
            once("member_ref", row.text("event_ref") + "\n" + who, row);
            return;
        }
        once("ref", row.text("ref"), row);
        if (row.text("cancels") == null) {
            for (var column : ONCE_IN_FILE.getOrDefault(kind, Set.of())) {
                once(column, row.text(column), row);
            }
        }
    }

    private void once(String column, @Nullable String value, Row row) {
        if (value == null) {
            return;
        }
        var before = seen.computeIfAbsent(column, any -> new HashMap<>()).putIfAbsent(value, row.number());
        if (before != null) {
            var heading = kind.columns().get(kind.index(column)).heading();
            findings.problem(row.number(), column, "twice-in-file", heading, String.valueOf(before));
        }
    }

    private @Nullable String pooled(@Nullable String value) {
        if (value == null) {
            return null;
        }
        var same = shared.get(value);
        if (same == null && shared.size() < SHARED) {
            shared.put(value, value);
        }
        return same == null ? value : same;
    }

    /** Call when all lines have passed. */
    void end() {
        if (headings == null) {
            findings.problem(1, null, "no-headings");
        } else if (count == 0) {
            findings.problem(headings.row() + 1, null, "no-rows");
            for (var column : headings.missing()) {
                findings.problem(headings.row(), column.code(), "missing-column", column.heading(), column.code());
            }
        }
    }

    /** Data rows of the file, with faults or without. */
    int count() {
        return count;
    }

    @Nullable
    Headings headings() {
        return headings;
    }

    /** Rows without a fault, in the order of the file. */
    List<Row> rows() {
        return rows;
    }
}

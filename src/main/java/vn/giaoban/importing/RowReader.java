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
import vn.giaoban.shared.FirstSeen;

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
    private final Consumer<List<Row>> sink;
    private List<Row> rows = new ArrayList<>();
    private final Map<String, String> shared = new HashMap<>();
    private final Map<String, FirstSeen> seen = new HashMap<>();
    private @Nullable Headings headings;
    private boolean toldMissing;
    private int count;

    /** @param sink gets the rows without faults in the order of the file: all at its end, or in pieces, so that a million need not be kept */
    RowReader(ImportKind kind, Map<String, String> saved, Findings findings, Consumer<List<Row>> sink) {
        this.sink = sink;
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
            if (kind.standsForItself() && rows.size() == ImportKind.PIECE) {
                handOver();
            }
        }
    }

    private void handOver() {
        var piece = rows;
        rows = new ArrayList<>();
        sink.accept(piece);
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
        correctedOnce(row);
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
        var before = seen.computeIfAbsent(sameNumber(column, value), any -> new FirstSeen())
                .putIfAbsent(value, row.number());
        if (before != FirstSeen.NEW && before != row.number()) {
            var heading = kind.columns().get(kind.index(column)).heading();
            findings.problem(row.number(), column, "twice-in-file", heading, String.valueOf(before));
        }
    }

    /** A card of twelve digits is the citizen number. */
    private static String sameNumber(String column, String value) {
        return column.equals("card") && value.matches("[0-9]{12}") ? "citizen_number" : column;
    }

    /** Where a file is read in pieces, rows that correct the same one do not meet any more. */
    private void correctedOnce(Row row) {
        var corrected = kind.standsForItself() ? row.text("cancels") : null;
        if (corrected == null) {
            return;
        }
        var before = seen.computeIfAbsent("cancels", any -> new FirstSeen()).putIfAbsent(corrected, row.number());
        if (before != FirstSeen.NEW) {
            findings.problem(row.number(), "cancels", "membership.cancelled-twice", List.of(corrected));
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
        if (!rows.isEmpty()) {
            handOver();
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
}

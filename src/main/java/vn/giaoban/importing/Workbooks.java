package vn.giaoban.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.importing.sheet.Line;
import vn.giaoban.shared.Actor;
import vn.giaoban.ui.Wording;
import vn.giaoban.ui.Wordings;

/** Workbooks that we hand out: the template of a kind, and what was sent with its faults marked. */
@Component
public class Workbooks {

    private static final int LISTED_ROWS = 5_000;
    private static final int FLUSHED = 500;
    private static final String HEAD = "DCE6F1";
    private static final String NEEDED = "FFF2CC";
    private static final String FAULT = "F8CBAD";

    private final Imports imports;
    private final Wordings wordings;

    Workbooks(Imports imports, Wordings wordings) {
        this.imports = imports;
        this.wordings = wordings;
    }

    /** Headings, lists to choose from, and a sheet with an example. */
    public void template(ImportKind kind, OutputStream out) {
        var words = wordings.vietnamese();
        write(out, workbook -> {
            var data = workbook.newWorksheet(words.text("importing.sheet-data"));
            headings(data, kind);
            var example = workbook.newWorksheet(words.text("importing.sheet-example"));
            headings(example, kind);
            var row = 1;
            for (var cells : Examples.of(kind)) {
                for (var cell : cells.entrySet()) {
                    example.value(row, kind.index(cell.getKey()), cell.getValue());
                }
                row++;
            }
            lists(workbook.newWorksheet(words.text("importing.sheet-words")), data, kind);
        });
    }

    private static void headings(Worksheet sheet, ImportKind kind) {
        for (int i = 0; i < kind.columns().size(); i++) {
            var column = kind.columns().get(i);
            sheet.value(0, i, column.heading() + (column.isAlways() ? " *" : ""));
            sheet.style(0, i)
                    .bold()
                    .wrapText(true)
                    .fillColor(column.isAlways() ? NEEDED : HEAD)
                    .set();
            sheet.comment(0, i, column.code());
            sheet.width(i, Math.max(14, column.heading().length() + 4));
            // Text, so that the spreadsheet keeps leading zeros and does not guess at days.
            sheet.range(1, i, LISTED_ROWS, i).style().format("@").set();
        }
        sheet.freezePane(0, 1);
    }

    private static void lists(Worksheet lists, Worksheet data, ImportKind kind) {
        int at = 0;
        for (int i = 0; i < kind.columns().size(); i++) {
            var column = kind.columns().get(i);
            var offered = column.type() == Column.Type.YES_NO
                    ? Words.YES_NO.offered()
                    : column.words().offered();
            if (offered.isEmpty()) {
                continue;
            }
            lists.value(0, at, column.heading());
            for (int row = 0; row < offered.size(); row++) {
                lists.value(row + 1, at, offered.get(row));
            }
            data.range(1, i, LISTED_ROWS, i)
                    .validateWithList(lists.range(1, at, offered.size(), at))
                    .showErrorMessage(false);
            at++;
        }
    }

    /** The rows that were sent, those with faults first marked and then explained on a sheet of their own. */
    public void faults(Actor by, long id, OutputStream out) {
        var job = imports.job(by, id);
        var problems = imports.found(by, id).problems();
        var words = wordings.current();
        Map<Integer, List<Problem>> byRow = new HashMap<>();
        problems.forEach(problem ->
                byRow.computeIfAbsent(problem.row(), any -> new ArrayList<>()).add(problem));
        var sample = imports.sample(by, id, 0, 0).orElseThrow(ImportingRefusal::notFound);
        var columns = sample.headings().stream().map(Sample.Heading::column).toList();
        write(out, workbook -> {
            var data = workbook.newWorksheet(words.text("importing.sheet-data"));
            var sheets = workbook.newWorksheet(words.text("importing.sheet-faults"));
            explain(sheets, job.kind(), problems, words);
            imports.lines(by, id, line -> marked(data, line, byRow.getOrDefault(line.number(), List.of()), columns));
        });
    }

    private static void marked(Worksheet sheet, Line line, List<Problem> problems, List<String> columns) {
        var row = line.number() - 1;
        for (int i = 0; i < line.cells().size(); i++) {
            var text = line.cell(i).text();
            if (!text.isEmpty()) {
                sheet.inlineString(row, i, text);
            }
        }
        var places = new LinkedHashSet<Integer>();
        problems.forEach(problem -> places.add(problem.column() == null ? -1 : columns.indexOf(problem.column())));
        for (var place : new TreeSet<>(places)) {
            sheet.style(row, Math.max(0, place)).fillColor(FAULT).set();
        }
        if (!problems.isEmpty()) {
            sheet.inlineString(
                    row,
                    columns.size(),
                    String.join(" ", problems.stream().map(Problem::message).toList()));
        }
        if (line.number() % FLUSHED == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void explain(Worksheet sheet, ImportKind kind, List<Problem> problems, Wording words) {
        sheet.value(0, 0, words.text("importing.row"));
        sheet.value(0, 1, words.text("importing.column"));
        sheet.value(0, 2, words.text("importing.fault-text"));
        sheet.range(0, 0, 0, 2).style().bold().fillColor(HEAD).set();
        for (int i = 0; i < problems.size(); i++) {
            var problem = problems.get(i);
            sheet.value(i + 1, 0, problem.row());
            sheet.value(i + 1, 1, heading(kind, problem.column()));
            sheet.value(i + 1, 2, problem.message());
        }
    }

    private static String heading(ImportKind kind, @Nullable String column) {
        return column == null ? "" : kind.heading(column);
    }

    private interface Writing {
        void to(Workbook workbook) throws IOException;
    }

    private static void write(OutputStream out, Writing writing) {
        try (var workbook = new Workbook(out, "Giao Ban", "1.0")) {
            writing.to(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

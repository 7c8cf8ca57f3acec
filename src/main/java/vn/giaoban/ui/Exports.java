package vn.giaoban.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.giaoban.ui.Export.Format;

/**
 * Writes lists as spreadsheets, row by row: a list of a whole province needs no more memory than one of a cell. Above each stands what it
 * is, who took it and when; of demonstration data and of persons, that they are.
 */
@Component
public class Exports {

    private static final int FLUSHED = 500;
    private static final int LONGEST_CELL = 32_767;

    private final Wordings wordings;
    private final Frame frame;
    private final Clock clock;

    Exports(Wordings wordings, Frame frame, Clock clock) {
        this.wordings = wordings;
        this.frame = frame;
        this.clock = clock;
    }

    /** Answers the running request with the list. */
    public void answer(Export export, Format format, HttpServletResponse response) {
        response.setContentType(format.contentType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(export.name() + "." + format.ending(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            write(export, format, response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same into any stream; it is not closed. */
    public void write(Export export, Format format, OutputStream out) throws IOException {
        if (format == Format.CSV) {
            csv(export, out);
        } else {
            xlsx(export, out);
        }
    }

    /** What stands above the list, one line each. */
    private List<String> above(Export export) {
        var words = wordings.current();
        var above = new ArrayList<String>();
        if (frame.demonstration()) {
            above.add(words.text("ui.export-made-up"));
        }
        if (export.confidential()) {
            above.add(words.text("ui.export-confidential"));
        }
        above.add(export.title());
        var visitor = frame.visitor();
        above.add(words.text("ui.export-taken", visitor == null ? Wording.NONE : visitor.name(), clock.instant()));
        return above;
    }

    private void xlsx(Export export, OutputStream out) throws IOException {
        var above = above(export);
        try (var workbook = new Workbook(new Unclosed(out), "Giao Ban", "1.0")) {
            var sheet = workbook.newWorksheet("1");
            sheet.header(String.join(" – ", above.subList(0, above.size() - 1)), Position.CENTER);
            int row = 0;
            for (var line : above) {
                sheet.value(row, 0, line);
                sheet.style(row++, 0).bold().set();
            }
            row++;
            for (int column = 0; column < export.columns().size(); column++) {
                sheet.value(row, column, export.columns().get(column));
                sheet.style(row, column).bold().fillColor("EAEFF5").set();
            }
            sheet.freezePane(0, row + 1);
            var next = new int[] {row + 1};
            export.rows().accept(cells -> {
                line(sheet, next[0]++, cells);
                flushSometimes(sheet, next[0]);
            });
        }
    }

    private static void line(Worksheet sheet, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            if (cell instanceof Number number) {
                sheet.value(row, column, number);
            } else if (cell instanceof LocalDate day) {
                sheet.value(row, column, day);
                sheet.style(row, column).format("dd/MM/yyyy").set();
            } else if (cell instanceof Boolean truth) {
                sheet.value(row, column, truth);
            } else if (cell != null) {
                // A text in a workbook is never taken for a formula.
                var text = cell.toString();
                sheet.inlineString(row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
            }
        }
    }

    private static void flushSometimes(Worksheet sheet, int row) {
        if (row % FLUSHED == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void csv(Export export, OutputStream out) throws IOException {
        var words = wordings.current();
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        write(writer, List.of(String.join(" – ", above(export))), words);
        write(writer, export.columns(), words);
        export.rows().accept(cells -> {
            try {
                write(writer, cells, words);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.flush();
    }

    private static void write(Writer writer, List<?> cells, Wording words) throws IOException {
        writer.write(cells.stream().map(cell -> quoted(cell, words)).collect(Collectors.joining(",", "", "\r\n")));
    }

    static String quoted(@Nullable Object cell, Wording words) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Number || cell instanceof Boolean) {
            return cell.toString();
        }
        var text = cell instanceof LocalDate day ? words.day(day) : guarded(cell.toString());
        return text.matches("(?s).*[,;\"\\r\\n\\t].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Spreadsheet programs take a text that begins like this for a formula and run it. */
    static String guarded(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The response's stream belongs to the server. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

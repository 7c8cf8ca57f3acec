package vn.giaoban.importing.sheet;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Comma separated values (RFC 4180), in UTF-8 with or without the mark at the start. The separator is the comma, the semicolon or the
 * tabulator, whichever the first line has most of: spreadsheet programs with Vietnamese settings write semicolons.
 */
final class CsvReader {

    private static final int END = -1;
    private static final int AT_ONCE = 8_192;

    /** The mark at the start. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Reader in;
    private final char separator;
    private final Consumer<Line> sink;
    private final StringBuilder cell = new StringBuilder();
    private List<Cell> cells = new ArrayList<>();
    private int number = 1;

    private CsvReader(Reader in, char separator, Consumer<Line> sink) {
        this.in = in;
        this.separator = separator;
        this.sink = sink;
    }

    /** Opens the file: it is read twice, so that nothing of one in another encoding is handed over. */
    interface Source {
        InputStream open() throws IOException;
    }

    static void read(Source source, Consumer<Line> sink) {
        try {
            checkUtf8(source);
            var separator = separator(source);
            try (var in = afterMark(source)) {
                new CsvReader(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), separator, sink)
                        .lines();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream afterMark(Source source) throws IOException {
        var in = new BufferedInputStream(source.open());
        in.mark(MARK.length);
        if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
            in.reset();
        }
        return in;
    }

    private void lines() throws IOException {
        int next = in.read();
        while (next != END) {
            if (next == '"' && cell.isEmpty()) {
                next = quoted();
            } else if (next == separator) {
                endCell();
                next = in.read();
            } else if (next == '\r' || next == '\n') {
                endLine();
                var second = in.read();
                next = next == '\r' && second == '\n' ? in.read() : second;
            } else {
                append((char) next);
                next = in.read();
            }
        }
        if (!cell.isEmpty() || !cells.isEmpty()) {
            endLine();
        }
    }

    /** Reads past the closing quote; gives the character after it. */
    private int quoted() throws IOException {
        var opened = number;
        while (true) {
            int next = in.read();
            if (next == END) {
                throw SheetRefusal.openQuote(opened);
            }
            if (next != '"') {
                append((char) next);
                continue;
            }
            int after = in.read();
            if (after != '"') {
                return after;
            }
            append('"');
        }
    }

    private void append(char letter) {
        if (cell.length() >= Limits.CELL) {
            throw SheetRefusal.cellTooLong(number);
        }
        cell.append(letter);
    }

    private void endCell() {
        if (cells.size() >= Limits.COLUMNS) {
            throw SheetRefusal.tooManyColumns(number);
        }
        cells.add(Cell.text(cell.toString()));
        cell.setLength(0);
    }

    private void endLine() {
        endCell();
        if (number > Limits.LAST_LINE) {
            throw SheetRefusal.tooManyLines(Limits.LAST_LINE);
        }
        sink.accept(new Line(number++, cells));
        cells = new ArrayList<>(cells.size());
    }

    /** Other encodings would be read as wrong names, silently; so they are refused, and binary files with them. */
    private static void checkUtf8(Source source) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(AT_ONCE);
        var letters = CharBuffer.allocate(AT_ONCE);
        var before = 0L;
        try (var in = source.open()) {
            for (var last = false; !last; ) {
                var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                last = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                var result = decoder.decode(bytes, letters, last);
                letters.flip();
                if (holdsNul(letters)) {
                    throw SheetRefusal.unknownType();
                }
                letters.clear();
                if (result.isError()) {
                    throw SheetRefusal.notUtf8(before + bytes.position());
                }
                before += bytes.position();
                bytes.compact();
            }
        }
    }

    private static boolean holdsNul(CharBuffer letters) {
        for (int i = 0; i < letters.limit(); i++) {
            if (letters.get(i) == 0) {
                return true;
            }
        }
        return false;
    }

    private static char separator(Source source) throws IOException {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        var quoted = false;
        try (var in = afterMark(source)) {
            for (int next = in.read(); next != END && (quoted || next != '\n' && next != '\r'); next = in.read()) {
                if (next == '"') {
                    quoted = !quoted;
                } else if (!quoted) {
                    commas += next == ',' ? 1 : 0;
                    semicolons += next == ';' ? 1 : 0;
                    tabs += next == '\t' ? 1 : 0;
                }
            }
        }
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}

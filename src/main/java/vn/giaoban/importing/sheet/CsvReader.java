package vn.giaoban.importing.sheet;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Comma separated values (RFC 4180), in UTF-8 with or without the mark at the start. The separator is the comma, the semicolon or the
 * tabulator, whichever the first line has most of: spreadsheet programs with Vietnamese settings write semicolons.
 */
final class CsvReader {

    private static final int END = -1;

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

    static void read(byte[] content, Consumer<Line> sink) {
        var start = startsWithMark(content) ? 3 : 0;
        checkUtf8(content, start);
        var in = new BufferedReader(new InputStreamReader(
                new ByteArrayInputStream(content, start, content.length - start), StandardCharsets.UTF_8));
        try {
            new CsvReader(in, separator(content, start), sink).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            throw SheetRefusal.tooManyLines();
        }
        sink.accept(new Line(number++, cells));
        cells = new ArrayList<>(cells.size());
    }

    private static boolean startsWithMark(byte[] content) {
        return content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
    }

    /** Other encodings would be read as wrong names, silently; so they are refused, and binary files with them. */
    private static void checkUtf8(byte[] content, int start) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.wrap(content, start, content.length - start);
        var letters = CharBuffer.allocate(8_192);
        try {
            while (true) {
                var result = decoder.decode(bytes, letters, true);
                letters.flip();
                if (holdsNul(letters)) {
                    throw SheetRefusal.unknownType();
                }
                letters.clear();
                if (result.isError()) {
                    result.throwException();
                }
                if (result.isUnderflow()) {
                    return;
                }
            }
        } catch (CharacterCodingException e) {
            throw SheetRefusal.notUtf8(bytes.position());
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

    private static char separator(byte[] content, int start) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        var quoted = false;
        for (int i = start; i < content.length && (quoted || content[i] != '\n' && content[i] != '\r'); i++) {
            if (content[i] == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                commas += content[i] == ',' ? 1 : 0;
                semicolons += content[i] == ';' ? 1 : 0;
                tabs += content[i] == '\t' ? 1 : 0;
            }
        }
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}

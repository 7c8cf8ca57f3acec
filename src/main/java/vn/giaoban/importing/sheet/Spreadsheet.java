package vn.giaoban.importing.sheet;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A file of lines. What it is, is told from its first bytes; its name is not asked. */
public final class Spreadsheet {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RAR = "Rar!".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    private Spreadsheet() {}

    /**
     * Hands over the lines that are not empty, in order.
     *
     * @param most lines that are not empty, the headings among them
     * @throws SheetRefusal if it is no spreadsheet that can be read safely; lines before the fault have been handed over
     */
    public static void read(byte[] content, int most, Consumer<Line> sink) {
        if (content.length == 0) {
            throw SheetRefusal.empty();
        }
        if (content.length > Limits.FILE) {
            throw SheetRefusal.tooLarge();
        }
        if (startsWith(content, ZIP)) {
            XlsxReader.read(content, counted(most, sink));
        } else if (startsWith(content, OLD)) {
            throw SheetRefusal.oldOrLocked();
        } else if (startsWith(content, PDF) || startsWith(content, RAR)) {
            throw SheetRefusal.unknownType();
        } else if (startsWith(content, GZIP)) {
            CsvReader.read(() -> Unpacking.of(content), counted(most, sink));
        } else {
            CsvReader.read(() -> new ByteArrayInputStream(content), counted(most, sink));
        }
    }

    private static Consumer<Line> counted(int most, Consumer<Line> sink) {
        var lines = new int[1];
        return line -> {
            if (line.isBlank()) {
                return;
            }
            if (++lines[0] > most) {
                throw SheetRefusal.tooManyLines(most);
            }
            sink.accept(line);
        };
    }

    private static boolean startsWith(byte[] content, byte[] mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (content[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

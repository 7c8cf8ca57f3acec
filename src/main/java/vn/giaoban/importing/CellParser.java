package vn.giaoban.importing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaoban.importing.sheet.Cell;
import vn.giaoban.shared.Vietnamese;

/**
 * What one cell means in its column, in one spelling: days as {@code yyyy-mm-dd}, words as their code, keys letter by letter. What is
 * wrong goes to {@link Findings}.
 */
final class CellParser {

    /** Spreadsheet programs keep fifteen digits of a number; the rest they make up. */
    private static final int EXACT_DIGITS = 15;

    private final Findings findings;

    CellParser(Findings findings) {
        this.findings = findings;
    }

    /** Null if the cell is empty or wrong. */
    @Nullable
    String parse(int row, Column column, Cell cell) {
        if (cell.isBlank() || isOnlySpace(cell.text())) {
            return null;
        }
        if (cell.type() == Cell.Type.FAULT) {
            return wrong(row, column, "cell-fault", cell.text());
        }
        if (cell.text().length() > column.longest()) {
            return wrong(row, column, "too-long", column.longest());
        }
        var hidden = hiddenLetter(cell.text());
        if (hidden != null) {
            return wrong(row, column, "control-character", hidden);
        }
        return switch (column.type()) {
            case TEXT -> text(row, column, cell);
            case KEY -> key(row, column, cell);
            case KEYS -> keys(row, column, cell);
            case DAY, BIRTH -> day(row, column, cell);
            case WORD -> word(row, column, cell, column.words());
            case YES_NO -> word(row, column, cell, Words.YES_NO);
            case NUMBER -> number(row, column, cell);
        };
    }

    private @Nullable String text(int row, Column column, Cell cell) {
        if (cell.type() == Cell.Type.DATE) {
            return wrong(row, column, "cell-is-date", cell.text());
        }
        if (!Normalizer.isNormalized(cell.text(), Normalizer.Form.NFC)) {
            findings.note(row, column.code(), "composed", column.heading());
        }
        return Vietnamese.normal(cell.text());
    }

    private @Nullable String key(int row, Column column, Cell cell) {
        switch (cell.type()) {
            case DATE -> {
                return wrong(row, column, "cell-is-date", cell.text());
            }
            case BOOLEAN -> {
                return wrong(row, column, "not-a-key", cell.text());
            }
            case NUMBER -> {
                if (!cell.text().matches("\\d+")) {
                    return wrong(row, column, "not-a-key", cell.text());
                }
                if (cell.text().length() > EXACT_DIGITS) {
                    return wrong(row, column, "number-not-exact", EXACT_DIGITS);
                }
                findings.note(row, column.code(), "key-is-number", column.heading());
            }
            default -> {}
        }
        var key = strip(cell.text());
        if (!Normalizer.isNormalized(key, Normalizer.Form.NFC)) {
            return wrong(row, column, "key-not-composed");
        }
        return key;
    }

    private @Nullable String keys(int row, Column column, Cell cell) {
        var all = key(row, column, cell);
        if (all == null || all.indexOf(';') < 0) {
            return all;
        }
        var keys = Arrays.stream(all.split(";"))
                .map(CellParser::strip)
                .filter(key -> !key.isEmpty())
                .toList();
        if (keys.stream().distinct().count() < keys.size()) {
            return wrong(row, column, "twice-in-cell");
        }
        return keys.stream().collect(Collectors.joining(";"));
    }

    private @Nullable String day(int row, Column column, Cell cell) {
        var birth = column.type() == Column.Type.BIRTH;
        if (cell.type() == Cell.Type.NUMBER && !(birth && cell.text().matches("\\d{4}"))) {
            return wrong(row, column, "day-is-number", cell.text());
        }
        if (cell.type() == Cell.Type.BOOLEAN) {
            return wrong(row, column, "bad-day", cell.text());
        }
        var reading = birth ? DayReading.birth(strip(cell.text())) : DayReading.day(strip(cell.text()));
        if (reading.fault() != null) {
            return wrong(row, column, reading.fault(), strip(cell.text()));
        }
        return reading.value();
    }

    private @Nullable String word(int row, Column column, Cell cell, Words words) {
        var meant = words.meaning(cell.text());
        return meant != null ? meant : wrong(row, column, "unknown-word", strip(cell.text()), column.heading());
    }

    private @Nullable String number(int row, Column column, Cell cell) {
        var digits = strip(cell.text());
        if (cell.type() == Cell.Type.DATE || !digits.matches("\\d{1,6}")) {
            return wrong(row, column, "not-a-number", digits);
        }
        return Integer.toString(Integer.parseInt(digits));
    }

    private @Nullable String wrong(int row, Column column, String code, Object... arguments) {
        findings.problem(row, column.code(), code, arguments);
        return null;
    }

    /** The code point of a letter that cannot be seen: control characters, marks of direction, joiners. Breaks of lines are space. */
    private static @Nullable String hiddenLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '\n' || letter == '\r' || letter == '\t') {
                continue;
            }
            var type = Character.getType(letter);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.PRIVATE_USE
                    || type == Character.UNASSIGNED
                    || letter == '\uFFFD'
                    || type == Character.SURROGATE && !isPair(text, i)) {
                return "U+%04X".formatted((int) letter);
            }
        }
        return null;
    }

    private static boolean isPair(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at))
                ? at > 0 && Character.isHighSurrogate(text.charAt(at - 1))
                : at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private static boolean isOnlySpace(String text) {
        return strip(text).isEmpty();
    }

    private static String strip(String text) {
        int from = 0;
        int until = text.length();
        while (from < until && isSpace(text.charAt(from))) {
            from++;
        }
        while (until > from && isSpace(text.charAt(until - 1))) {
            until--;
        }
        return text.substring(from, until);
    }

    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }
}

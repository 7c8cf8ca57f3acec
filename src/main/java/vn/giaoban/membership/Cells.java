package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.Vietnamese;

/** The cells of one row of a file, read one by one; what cannot be read is told and reads as empty. */
final class Cells {

    private final int row;
    private final Map<String, String> texts;
    private final Consumer<RowError> errors;
    private boolean sound = true;

    Cells(int row, Map<String, String> texts, Consumer<RowError> errors) {
        this.row = row;
        this.texts = texts;
        this.errors = errors;
    }

    int row() {
        return row;
    }

    /** Nothing was wrong so far. */
    boolean sound() {
        return sound;
    }

    @Nullable
    String text(String column) {
        var text = texts.get(column);
        if (text == null || text.isBlank()) {
            return null;
        }
        return Vietnamese.normal(text);
    }

    @Nullable
    String text(String column, int most) {
        var text = text(column);
        if (text != null && text.length() > most) {
            refuse(column, "too-long", Integer.toString(most));
            return null;
        }
        return text;
    }

    @Nullable
    String required(String column, int most) {
        var text = text(column, most);
        if (text == null && (text(column) == null)) {
            refuse(column, "missing");
        }
        return text;
    }

    @Nullable
    LocalDate day(String column) {
        var text = text(column);
        try {
            return text == null ? null : DayText.read(text);
        } catch (DayText.Malformed e) {
            refuse(column, String.valueOf(e.getMessage()), text);
            return null;
        }
    }

    @Nullable
    Birth birth(String column) {
        var text = text(column);
        try {
            return text == null ? null : Birth.read(text);
        } catch (DayText.Malformed e) {
            refuse(column, String.valueOf(e.getMessage()), text);
            return null;
        }
    }

    <T> @Nullable T word(String column, Function<String, Optional<T>> reader, String code) {
        var text = text(column);
        if (text == null) {
            return null;
        }
        var word = reader.apply(text);
        if (word.isEmpty()) {
            refuse(column, code, text);
        }
        return word.orElse(null);
    }

    /** No other cell than these is filled: the row withdraws an earlier one. */
    boolean onlyFilled(String... columns) {
        var allowed = java.util.Set.of(columns);
        return texts.entrySet().stream()
                .allMatch(cell ->
                        allowed.contains(cell.getKey()) || cell.getValue().isBlank());
    }

    void refuse(String column, String code, String... arguments) {
        sound = false;
        errors.accept(RowError.of(row, column, code, arguments));
    }
}

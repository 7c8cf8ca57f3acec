package vn.giaoban.importing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One row as it is meant: every cell in one spelling, or null. */
final class Row {

    private static final int RECORDED = 0;

    private final ImportKind kind;
    private final int number;
    private final @Nullable String[] values;

    Row(ImportKind kind, int number, @Nullable String[] values) {
        this.kind = kind;
        this.number = number;
        this.values = values;
    }

    /** A row that was recorded before, from its {@link #pairs}. */
    static Row of(ImportKind kind, List<String> pairs) {
        var values = new @Nullable String[kind.columns().size()];
        for (var pair : pairs) {
            var equals = pair.indexOf('=');
            values[kind.index(pair.substring(0, equals))] = pair.substring(equals + 1);
        }
        return new Row(kind, RECORDED, values);
    }

    /** Its filled cells, each as {@code column=value}. */
    List<String> pairs() {
        return kind.columns().stream()
                .filter(column -> text(column.code()) != null)
                .map(column -> column.code() + "=" + text(column.code()))
                .toList();
    }

    /** Its filled cells: code of the column, value. */
    void forEach(BiConsumer<String, String> sink) {
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            if (value != null) {
                sink.accept(kind.columns().get(i).code(), value);
            }
        }
    }

    /** The column in which this stands; null if nowhere. */
    @Nullable
    String columnOf(String value) {
        return kind.columns().stream()
                .map(Column::code)
                .filter(column -> !column.equals("ref") && keys(column).contains(value))
                .findFirst()
                .orElse(null);
    }

    boolean has(String column) {
        return kind.columns().stream().anyMatch(one -> one.code().equals(column));
    }

    boolean isNew() {
        return number != RECORDED;
    }

    int number() {
        return number;
    }

    @Nullable
    String text(String column) {
        return values[kind.index(column)];
    }

    /** Of a column that every row without faults has. */
    String required(String column) {
        return requireNonNull(text(column), column);
    }

    @Nullable
    LocalDate day(String column) {
        var text = text(column);
        return text == null ? null : LocalDate.parse(text);
    }

    LocalDate requiredDay(String column) {
        return LocalDate.parse(required(column));
    }

    /** What stands between semicolons. */
    List<String> keys(String column) {
        var text = text(column);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";")).map(String::strip).toList();
    }

    /** Only names an earlier row: that one is to count no longer, and nothing takes its place. */
    boolean isCancellation() {
        for (var column : kind.columns()) {
            var stays = column.code().equals("ref") || column.code().equals("cancels");
            if (!stays && text(column.code()) != null) {
                return false;
            }
        }
        return text("cancels") != null;
    }
}

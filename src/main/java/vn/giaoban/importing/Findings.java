package vn.giaoban.importing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.Refusal;

/** Collects all that is wrong with a file and all that is worth telling, while its rows pass by. */
final class Findings {

    /** Problems that are kept; of a file that is wrong throughout nobody reads more. The number of all is kept. */
    static final int KEPT = 10_000;

    private final Telling telling;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final BitSet faultyRows = new BitSet();
    private int count;

    Findings(Telling telling) {
        this.telling = telling;
    }

    /** @param code without the module's name, such as {@code bad-day} */
    void problem(int row, @Nullable String column, String code, Object... arguments) {
        add(row, column, code, telling.say("importing." + code, arguments));
    }

    /** What another module refuses of one row. */
    void problem(int row, @Nullable String column, Refusal refusal) {
        refusal.all().forEach(each -> {
            var code = each.code();
            add(row, column, code.substring(code.indexOf('.') + 1), telling.say(each));
        });
    }

    /** What another module says of one cell. @param key with the module's name */
    void problem(int row, @Nullable String column, String key, List<String> arguments) {
        add(row, column, key.substring(key.indexOf('.') + 1), telling.say(key, arguments.toArray()));
    }

    void note(int row, @Nullable String column, String key, List<String> arguments) {
        var code = key.substring(key.indexOf('.') + 1);
        if (notes.size() < KEPT) {
            notes.putIfAbsent(
                    code + '/' + column + '/' + row,
                    new Note(row, column, code, telling.say(key, arguments.toArray()), 1));
        } else {
            // The others are counted with the first of them.
            notes.merge(
                    code + '/' + column + "/…",
                    new Note(row, column, code, telling.say(key, arguments.toArray()), 1),
                    (before, same) -> new Note(before.row(), column, code, before.message(), before.count() + 1));
        }
    }

    private void add(int row, @Nullable String column, String code, String message) {
        count++;
        faultyRows.set(row);
        if (problems.size() < KEPT) {
            problems.add(new Problem(row, column, code, message));
        }
    }

    /** Told once for each column, with the first row and the number of rows. */
    void note(int row, @Nullable String column, String code, Object... arguments) {
        notes.merge(
                code + '/' + column,
                new Note(row, column, code, telling.say("importing." + code, arguments), 1),
                (before, same) -> new Note(before.row(), column, code, before.message(), before.count() + 1));
    }

    boolean isFaulty(int row) {
        return faultyRows.get(row);
    }

    boolean none() {
        return count == 0;
    }

    /** All problems, also those that are not kept. */
    int count() {
        return count;
    }

    List<Problem> problems() {
        return problems.stream().sorted().toList();
    }

    List<Note> notes() {
        return List.copyOf(notes.values());
    }
}

package vn.giaoban.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;

/**
 * Rows that somebody typed into a form, read like those of a file. What cannot be read is told and left out, so that the rest can be checked
 * too: whoever typed three things wrong hears of all three.
 */
@Component
class TypedRows {

    private static final List<String> CELLS = List.of("from_cell", "to_cell");

    private final Organisation organisation;
    private final Reach reach;

    TypedRows(Organisation organisation, Reach reach) {
        this.organisation = organisation;
        this.reach = reach;
    }

    /** Null if not even its kind and day can be read; then the cells that it names were looked for. */
    @Nullable
    NewMovement movement(Map<String, String> texts, List<MembershipRefusal> errors) {
        var row = read(texts, errors, MovementColumns::read);
        if (row == null) {
            for (var column : CELLS) {
                var code = texts.get(column);
                if (code != null && !code.isBlank() && cell(code) == null) {
                    errors.add(MembershipRefusal.of(RowError.of(1, column, "unknown-unit", code.strip())));
                }
            }
        }
        return row;
    }

    /** Null if name, birth or sex cannot be read. */
    @Nullable
    NewMember member(Map<String, String> texts, List<MembershipRefusal> errors) {
        var coming = new HashMap<>(texts);
        coming.put("opening", "no");
        coming.putIfAbsent("ref", "-");
        return read(coming, errors, MemberColumns::read);
    }

    /** The unit of a code as it stands today; null if there is none. */
    @Nullable
    Unit cell(@Nullable String code) {
        return code == null
                ? null
                : organisation
                        .named(code.strip())
                        .map(id -> organisation.unit(id, reach.today()))
                        .orElse(null);
    }

    private interface Reader<T> {
        @Nullable
        T read(int row, Map<String, String> texts, Consumer<RowError> errors);
    }

    private static <T> @Nullable T read(Map<String, String> texts, List<MembershipRefusal> errors, Reader<T> reader) {
        var wrong = new ArrayList<RowError>();
        var row = reader.read(1, texts, wrong::add);
        wrong.forEach(error -> errors.add(MembershipRefusal.of(error)));
        if (row != null) {
            return row;
        }
        var rest = new HashMap<>(texts);
        rest.keySet().removeAll(wrong.stream().map(RowError::column).collect(Collectors.toSet()));
        return reader.read(1, rest, missing -> {});
    }
}

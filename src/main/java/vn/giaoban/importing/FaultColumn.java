package vn.giaoban.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.Refusal;

/** Guesses the cell that a refusal of organisation is about: the one that holds what the refusal names. */
final class FaultColumn {

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("organisation.missing-opened", "new_code"),
            Map.entry("organisation.missing-founded", "new_code"),
            Map.entry("organisation.missing-new-name", "new_name"),
            Map.entry("organisation.missing-new-kind", "new_kind"),
            Map.entry("organisation.missing-parent", "parent"),
            Map.entry("organisation.missing-into", "into"),
            Map.entry("organisation.missing-principal", "principal"),
            Map.entry("organisation.missing-unit", "unit"),
            Map.entry("organisation.unknown-ref", "cancels"),
            Map.entry("organisation.before-register", "day"),
            Map.entry("organisation.may-not-be-root", "parent"),
            Map.entry("organisation.may-not-stand-under", "parent"),
            Map.entry("organisation.kind-not-that-day", "kind"));

    private FaultColumn() {}

    static @Nullable String of(Row row, Refusal refusal) {
        var known = BY_CODE.get(refusal.code());
        if (known != null && row.has(known)) {
            return known;
        }
        for (var argument : refusal.arguments()) {
            var column = row.columnOf(String.valueOf(argument));
            if (column != null) {
                return column;
            }
        }
        return null;
    }
}

package vn.giaoban.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Decision;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEventKind;
import vn.giaoban.shared.RegisterId;

/** Makes one event on units out of its rows. */
final class EventOfRows {

    private final RegisterId register;
    private final List<Row> rows;
    private final BiFunction<String, LocalDate, Optional<String>> kindOfUnit;
    private final Findings findings;

    /** @param kindOfUnit what kind a unit is at the end of a day, where it is known before this import */
    EventOfRows(
            RegisterId register,
            List<Row> rows,
            BiFunction<String, LocalDate, Optional<String>> kindOfUnit,
            Findings findings) {
        this.register = register;
        this.rows = rows;
        this.kindOfUnit = kindOfUnit;
        this.findings = findings;
    }

    /** Without people, ref or what it corrects. */
    UnitEvent event() {
        var first = rows.get(0);
        var kind = kind();
        var opens = kind == UnitEventKind.ESTABLISH
                || kind == UnitEventKind.CONSOLIDATE
                || kind == UnitEventKind.DIVIDE
                || kind == UnitEventKind.SPLIT_OFF;
        return new UnitEvent(
                register,
                null,
                kind,
                first.requiredDay("day"),
                units(),
                opens ? null : same("parent"),
                same("into"),
                opens ? opened() : List.of(),
                kind == UnitEventKind.DIVIDE ? same("principal") : null,
                same("receiving_cell"),
                opens ? UnitEvent.Change.NONE : change(first),
                List.of(),
                new Decision(same("decision_no"), day(same("decision_day")), same("issuer")),
                null);
    }

    private UnitEventKind kind() {
        var word = rows.get(0).required("kind");
        return switch (word) {
            case "establish" -> UnitEventKind.ESTABLISH;
            case "rename" -> UnitEventKind.RENAME;
            case "move" -> UnitEventKind.MOVE;
            case "hand-over" -> UnitEventKind.HAND_OVER;
            case "change-kind" -> UnitEventKind.CHANGE_KIND;
            case "absorb" -> UnitEventKind.ABSORB;
            case "consolidate" -> UnitEventKind.CONSOLIDATE;
            case "divide" -> UnitEventKind.DIVIDE;
            case "split-off" -> UnitEventKind.SPLIT_OFF;
            // "chia tách" alone does not say whether the unit ends: a principal does
            case "split" ->
                rows.stream().anyMatch(row -> row.text("principal") != null)
                        ? UnitEventKind.DIVIDE
                        : UnitEventKind.SPLIT_OFF;
            case "dissolve" -> UnitEventKind.DISSOLVE;
            case "disband" -> UnitEventKind.DISBAND;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private List<String> units() {
        var units = new LinkedHashSet<String>();
        rows.forEach(row -> units.addAll(row.keys("unit")));
        return List.copyOf(units);
    }

    private static UnitEvent.Change change(Row row) {
        return new UnitEvent.Change(
                row.text("new_name"),
                null,
                null,
                null,
                row.text("new_kind"),
                row.text("new_sector"),
                number(row.text("order")));
    }

    private List<NewUnit> opened() {
        Map<String, NewUnit> opened = new LinkedHashMap<>();
        for (var row : rows) {
            var codes = row.keys("new_code");
            var names = codes.size() == 1 ? List.of(either(row.text("new_name"))) : row.keys("new_name");
            if (codes.isEmpty() && row.isNew()) {
                findings.problem(row.number(), "new_code", "required", "Mã tổ chức mới");
            } else if (!codes.isEmpty() && names.size() != codes.size()) {
                findings.problem(row.number(), "new_name", "names-and-codes", names.size(), codes.size());
            } else {
                for (int i = 0; i < codes.size(); i++) {
                    var unit = newUnit(row, codes.get(i), names.get(i));
                    opened.merge(unit.code(), unit, (one, other) -> one.name().isEmpty() ? other : one);
                }
            }
        }
        for (var unit : opened.values()) {
            checkWhole(unit);
        }
        return List.copyOf(opened.values());
    }

    private NewUnit newUnit(Row row, String code, String name) {
        var kind = Optional.ofNullable(kindFor(code))
                .or(() -> units().stream()
                        .findFirst()
                        .flatMap(unit ->
                                kindOfUnit.apply(unit, row.requiredDay("day").minusDays(1))))
                .orElse("");
        return new NewUnit(
                code,
                null,
                name.isEmpty() ? nameFor(code) : name,
                null,
                null,
                null,
                kind,
                row.text("new_sector"),
                row.text("parent") == null && rows.size() > 1 && consolidates() ? same("parent") : row.text("parent"),
                number(row.text("order")),
                row.keys("village"));
    }

    private boolean consolidates() {
        return rows.get(0).required("kind").equals("consolidate");
    }

    private @Nullable String kindFor(String code) {
        return firstOf(row -> row.keys("new_code").contains(code) ? row.text("new_kind") : null);
    }

    private String nameFor(String code) {
        return either(firstOf(row -> row.keys("new_code").equals(List.of(code)) ? row.text("new_name") : null));
    }

    private void checkWhole(NewUnit unit) {
        var row = rows.stream().filter(Row::isNew).findFirst().orElse(null);
        if (row == null) {
            return;
        }
        if (unit.name().isEmpty()) {
            findings.problem(row.number(), "new_name", "required", "Tên mới");
        }
        if (unit.kind().isEmpty()) {
            findings.problem(row.number(), "new_kind", "required", "Loại hình mới");
        }
    }

    /** What the rows of one event say together; rows that say different things cannot be one event. */
    private @Nullable String same(String column) {
        var values = new ArrayList<String>();
        for (var row : rows) {
            var value = row.text(column);
            if (value != null && !values.isEmpty() && !values.contains(value) && row.isNew()) {
                findings.problem(row.number(), column, "rows-differ", values.get(0));
            }
            if (value != null) {
                values.add(value);
            }
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private @Nullable String firstOf(Function<Row, @Nullable String> what) {
        for (var row : rows) {
            var value = what.apply(row);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static String either(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}

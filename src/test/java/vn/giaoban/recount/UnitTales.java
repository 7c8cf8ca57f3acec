package vn.giaoban.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What happens to units, told as rows. */
final class UnitTales {

    static final String[] PROVINCE = {"dang-bo-tinh"};
    static final String[] DISTRICT = {"dang-bo-huyen", "dang-bo-thanh-pho"};
    static final String[] BASE = {"dang-bo-co-so"};
    static final String[] CELL = {"chi-bo"};
    static final String[] BASE_CELL = {"chi-bo-co-so"};

    private final Chronicle chronicle;
    private final Chains chains;

    UnitTales(Chronicle chronicle) {
        this.chronicle = chronicle;
        this.chains = new Chains(chronicle, this);
    }

    boolean tellOne() {
        var day = chronicle.someDay();
        if (chronicle.random().nextInt(20) == 0) {
            day = chronicle.today().plusDays(chronicle.random().nextInt(25));
        }
        return switch (chronicle.random().nextInt(16)) {
            case 0 -> established(day, chronicle.random().nextBoolean() ? CELL : BASE_CELL);
            case 1 -> established(day, chronicle.random().nextBoolean() ? BASE : new String[] {"ban-can-su"});
            case 2 -> renamed(day);
            case 3 -> moved(day, "move", CELL, BASE);
            case 4 -> moved(day, "hand-over", BASE, DISTRICT);
            case 5 -> moved(day, "hand-over", BASE_CELL, DISTRICT);
            case 6 -> moved(day, "move", DISTRICT, PROVINCE);
            case 7, 8 -> absorbed(day, chronicle.random().nextInt(3) == 0 ? BASE_CELL : CELL);
            case 9 -> absorbed(day, BASE);
            case 10 -> consolidated(day, chronicle.random().nextInt(3) == 0 ? BASE : CELL);
            case 11 -> chains.divided(day, chronicle.random().nextInt(4) == 0 ? BASE : CELL);
            case 12 -> chains.splitOff(day);
            case 13, 14 -> chains.dissolved(day);
            default -> chains.upgraded(day);
        };
    }

    Row event(String kind, LocalDate day, String... pairs) {
        return Row.of(
                        File.UNIT_EVENTS,
                        "ref",
                        chronicle.ref("e"),
                        "kind",
                        kind,
                        "day",
                        day.toString(),
                        "decision_no",
                        day.getDayOfYear() + "-QĐ/TU",
                        "decision_day",
                        day.minusDays(5).toString(),
                        "issuer",
                        "Ban Thường vụ")
                .with(pairs);
    }

    String newCode(String kind) {
        var prefix = switch (kind) {
            case "chi-bo" -> "c";
            case "chi-bo-co-so" -> "bc";
            case "dang-bo-co-so" -> "B";
            case "dang-bo-tinh" -> "P";
            default -> "D";
        };
        return chronicle.ref(prefix).toUpperCase(java.util.Locale.ROOT);
    }

    static String name(String kind, String code) {
        return switch (kind) {
            case "chi-bo", "chi-bo-co-so" -> "Chi bộ " + code;
            case "ban-can-su" -> "Ban cán sự đảng " + code;
            default -> "Đảng bộ " + code;
        };
    }

    boolean tell(String unit, Row... events) {
        return chronicle.tell(new Chronicle.Draft().add(chronicle.registerOf(unit), events));
    }

    private boolean established(LocalDate day, String... kinds) {
        var kind = kinds[0];
        var parents = kind.equals("chi-bo") ? BASE : kind.equals("ban-can-su") ? PROVINCE : DISTRICT;
        var code = newCode(kind);
        return chronicle
                .unit(day, parents)
                .map(parent -> tell(
                        parent,
                        event(
                                "establish",
                                day,
                                "parent",
                                parent,
                                "new_code",
                                code,
                                "new_name",
                                name(kind, code),
                                "new_kind",
                                kind)))
                .orElse(false);
    }

    private boolean renamed(LocalDate day) {
        return chronicle
                .unit(day, "chi-bo", "dang-bo-co-so", "dang-bo-huyen")
                .map(unit -> tell(unit, event("rename", day, "unit", unit, "new_name", "Đảng bộ mới " + unit)))
                .orElse(false);
    }

    private boolean moved(LocalDate day, String kind, String[] kinds, String[] parents) {
        var parent = chronicle.unit(day, parents);
        return chronicle
                .unit(day, kinds)
                .filter(unit -> parent.isPresent()
                        && !parent.get().equals(chronicle.tree().parent(unit, day.minusDays(1))))
                .map(unit -> tell(unit, event(kind, day, "unit", unit, "parent", parent.get())))
                .orElse(false);
    }

    private boolean absorbed(LocalDate day, String... kinds) {
        var into = chronicle.unit(day, kinds);
        return chronicle
                .unit(day, kinds)
                .filter(unit ->
                        !unit.equals(into.get()) && chronicle.units(day, kinds).size() > 2)
                .map(unit -> tell(unit, event("absorb", day, "unit", unit, "into", into.get())))
                .orElse(false);
    }

    private boolean consolidated(LocalDate day, String... kinds) {
        var units = new ArrayList<>(chronicle.units(day, kinds));
        if (units.size() < 4) {
            return false;
        }
        java.util.Collections.shuffle(units, chronicle.random());
        var code = newCode(kinds[0]);
        var parent = chronicle.tree().parent(units.get(0), day.minusDays(1));
        return tell(
                units.get(0),
                consolidation(units.subList(0, 2 + chronicle.random().nextInt(2)), day, code, kinds[0], parent)
                        .toArray(Row[]::new));
    }

    /** One row for each unit that closes. */
    List<Row> consolidation(List<String> units, LocalDate day, String code, String kind, String parent) {
        return units.stream()
                .map(unit -> {
                    var row = event(
                            "consolidate",
                            day,
                            "unit",
                            unit,
                            "new_code",
                            code,
                            "new_name",
                            name(kind, code),
                            "new_kind",
                            kind);
                    return parent == null ? row : row.with("parent", parent);
                })
                .toList();
    }

    /** Once: the provinces become a new one. */
    boolean provincesMerged(LocalDate day) {
        return chains.provincesMerged(day);
    }

    /** Once: a district ends, and all that stood under it stands under the province. */
    boolean districtEnded(LocalDate day) {
        return chronicle
                .unit(day, DISTRICT)
                .map(unit -> tell(unit, event("dissolve", day, "unit", unit)))
                .orElse(false);
    }
}

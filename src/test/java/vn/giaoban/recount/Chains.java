package vn.giaoban.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Events on units by which people are shared out, and those that come together. */
final class Chains {

    private final Chronicle chronicle;
    private final UnitTales tales;

    Chains(Chronicle chronicle, UnitTales tales) {
        this.chronicle = chronicle;
        this.tales = tales;
    }

    /** The unit closes, two open; people follow the principal but for those with a row. */
    boolean divided(LocalDate day, String... kinds) {
        return chronicle
                .unit(day, kinds)
                .map(unit -> {
                    var parent = chronicle.tree().parent(unit, day.minusDays(1));
                    var principal = tales.newCode(kinds[0]);
                    var other = tales.newCode(kinds[0]);
                    var rows = new ArrayList<Row>();
                    for (var code : List.of(principal, other)) {
                        rows.add(opening("divide", day, unit, code, kinds[0], parent)
                                .with("principal", principal));
                    }
                    if (kinds[0].equals("chi-bo")) {
                        return tellWithPeople(unit, rows, rows.get(0), day, other);
                    }
                    chronicle
                            .pick(chronicle.tree().children(unit, day.minusDays(1)))
                            .ifPresent(child -> rows.add(tales.event("move", day, "unit", child, "parent", other)));
                    return tales.tell(unit, rows.toArray(Row[]::new));
                })
                .orElse(false);
    }

    /** A part leaves, the unit stays. */
    boolean splitOff(LocalDate day) {
        return chronicle
                .unit(day, "chi-bo", "chi-bo-co-so")
                .map(unit -> {
                    var kind = chronicle.tree().kind(unit, day);
                    var code = tales.newCode(kind);
                    var parent = chronicle.tree().parent(unit, day.minusDays(1));
                    var rows = List.of(opening("split-off", day, unit, code, kind, parent));
                    return tellWithPeople(unit, rows, rows.get(0), day, code);
                })
                .orElse(false);
    }

    /** A cell ends; most go to the receiving cell, some where their row says. */
    boolean dissolved(LocalDate day) {
        var receiving = chronicle.unit(day, "chi-bo", "chi-bo-co-so");
        var other = chronicle.unit(day, "chi-bo", "chi-bo-co-so");
        var kind = chronicle.random().nextInt(5) == 0 ? "disband" : "dissolve";
        return chronicle
                .unit(day, "chi-bo", "chi-bo-co-so")
                .filter(unit -> !unit.equals(receiving.get()) && !unit.equals(other.get()))
                .map(unit -> {
                    var row = tales.event(kind, day, "unit", unit, "receiving_cell", receiving.get());
                    return tellWithPeople(unit, List.of(row), row, day, other.get());
                })
                .orElse(false);
    }

    /** A base cell becomes a base organisation with two cells. */
    boolean upgraded(LocalDate day) {
        return chronicle
                .unit(day, "chi-bo-co-so")
                .map(unit -> {
                    var first = tales.newCode("chi-bo");
                    var second = tales.newCode("chi-bo");
                    var change = tales.event(
                            "change-kind", day, "unit", unit, "new_kind", "dang-bo-co-so", "receiving_cell", first);
                    var rows = List.of(
                            change,
                            opening("establish", day, null, first, "chi-bo", unit),
                            opening("establish", day, null, second, "chi-bo", unit));
                    return tellWithPeople(unit, rows, change, day, second);
                })
                .orElse(false);
    }

    /** Two provinces become a new one; on the same day a district may end. */
    boolean provincesMerged(LocalDate day) {
        var provinces = chronicle.units(day, UnitTales.PROVINCE);
        if (provinces.size() < 2) {
            return false;
        }
        var rows = new ArrayList<>(tales.consolidation(
                provinces,
                day,
                tales.newCode("dang-bo-tinh"),
                "dang-bo-tinh",
                chronicle.tree().parent(provinces.get(0), day.minusDays(1))));
        if (chronicle.random().nextBoolean()) {
            chronicle
                    .unit(day, UnitTales.DISTRICT)
                    .filter(unit -> chronicle.registerOf(unit).equals("R1"))
                    .ifPresent(unit -> rows.add(tales.event("dissolve", day, "unit", unit)));
        }
        return tales.tell(provinces.get(0), rows.toArray(Row[]::new));
    }

    private Row opening(String how, LocalDate day, String unit, String code, String kind, String parent) {
        var row = tales.event(
                how, day, "parent", parent, "new_code", code, "new_name", UnitTales.name(kind, code), "new_kind", kind);
        return unit == null ? row : row.with("unit", unit);
    }

    /** A third of the unit's people have a row of their own, in the file of their register, sent before the event or after. */
    private boolean tellWithPeople(String unit, List<Row> events, Row sharing, LocalDate day, String cell) {
        var register = chronicle.registerOf(unit);
        var people = chronicle.membersOf(unit, day).stream()
                .filter(life -> life.member().register().code().equals(register))
                .filter(life -> chronicle.random().nextInt(3) == 0)
                .map(life -> Row.of(
                        File.UNIT_EVENT_PEOPLE,
                        "event_ref",
                        sharing.ref(),
                        "member_ref",
                        life.member().row().ref(),
                        "cell",
                        cell))
                .toArray(Row[]::new);
        var rows = events.toArray(Row[]::new);
        return chronicle.sharesMayFollow() && chronicle.random().nextBoolean()
                ? chronicle.tell(new Chronicle.Draft().add(register, rows).add(register, people))
                : chronicle.tell(new Chronicle.Draft().add(register, people).add(register, rows));
    }
}

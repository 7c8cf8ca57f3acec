package vn.giaoban.recount;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to persons, told as rows. */
final class PersonTales {

    private static final List<String> REMOVALS = List.of("struck-off", "resigned", "expelled", "annulled", "died");

    private final Chronicle chronicle;

    PersonTales(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    boolean tellOne() {
        var day = chronicle.someDay();
        if (day.isAfter(chronicle.today())) {
            day = chronicle.today();
        }
        int dice = chronicle.random().nextInt(100);
        if (dice < 25) {
            return admission(day);
        } else if (dice < 33) {
            return arrival(day);
        } else if (dice < 55) {
            return walk(day);
        } else if (dice < 61) {
            return departure(day);
        } else if (dice < 73) {
            return leaving(day);
        } else if (dice < 80) {
            return comingBack(day);
        } else if (dice < 92) {
            return recognition(day);
        }
        return condition(day);
    }

    /** A member's own row; opened with the register if a cell is given. */
    Row member(String ref, String cell, String degree) {
        var random = chronicle.random();
        return Row.of(
                File.MEMBERS,
                "ref",
                ref,
                "family_and_given_name",
                "Hoàng Thử " + letters(ref),
                "birth",
                birth(),
                "sex",
                random.nextBoolean() ? "M" : "F",
                "ethnicity",
                oneOf(RecountOfParts.ETHNICITIES),
                "education",
                oneOf(RecountOfParts.EDUCATIONS),
                "cell",
                cell,
                "belongs_from",
                cell == null ? null : Chronicle.FIRST_DAY.minusDays(1).toString(),
                "degree",
                degree,
                "opening",
                cell == null ? "no" : "yes");
    }

    /** A word of the list, or none. */
    private @Nullable String oneOf(Map<String, String> words) {
        var known = words.keySet().stream().sorted().toList();
        var n = chronicle.random().nextInt(known.size() + 1);
        return n == known.size() ? null : known.get(n);
    }

    /** Sometimes known to the month or the year, sometimes the 29th of February. */
    private String birth() {
        var random = chronicle.random();
        var year = 1945 + random.nextInt(58);
        var month = 1 + random.nextInt(12);
        return switch (random.nextInt(8)) {
            case 0 -> Integer.toString(year);
            case 1 -> String.format("%02d/%d", month, year);
            case 2 -> "29/02/" + (year - year % 4);
            default -> String.format("%02d/%02d/%d", 1 + random.nextInt(28), month, year);
        };
    }

    /** A name has no digits. */
    private static String letters(String ref) {
        return ref.chars()
                .filter(Character::isDigit)
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'a')))
                .collect(java.util.stream.Collectors.joining());
    }

    private boolean admission(LocalDate day) {
        return cell(day)
                .map(cell -> {
                    var ref = chronicle.ref("p");
                    return chronicle.tell(draft(cell, member(ref, null, null))
                            .add(
                                    chronicle.registerOf(cell),
                                    movement(ref, "admission", day).with("to_cell", cell)));
                })
                .orElse(false);
    }

    private boolean arrival(LocalDate day) {
        return cell(day)
                .map(cell -> {
                    var ref = chronicle.ref("p");
                    var degree = chronicle.random().nextInt(4) == 0 ? "probationary" : "official";
                    return chronicle.tell(draft(cell, member(ref, null, degree))
                            .add(
                                    chronicle.registerOf(cell),
                                    movement(ref, "transfer", day)
                                            .with("from_outside", "Đảng bộ tỉnh Khác", "to_cell", cell)));
                })
                .orElse(false);
    }

    private boolean walk(LocalDate day) {
        var to = cell(day);
        return someone(day)
                .map(life -> to.isPresent()
                        && tell(
                                life,
                                movement(life, "transfer", day)
                                        .with("from_cell", cellAfterStructure(life, day), "to_cell", to.get())))
                .orElse(false);
    }

    private boolean departure(LocalDate day) {
        return someone(day)
                .map(life -> tell(
                        life,
                        movement(life, "transfer", day)
                                .with("from_cell", cellAfterStructure(life, day), "to_outside", "Đảng bộ tỉnh Khác")))
                .orElse(false);
    }

    private boolean leaving(LocalDate day) {
        var kind = REMOVALS.get(chronicle.random().nextInt(REMOVALS.size()));
        return someone(day)
                .map(life -> tell(life, movement(life, kind, day).with("from_cell", name(life, day))))
                .orElse(false);
    }

    private boolean comingBack(LocalDate day) {
        var gone = chronicle.lives().stream()
                .filter(life -> life.on(day) != null && life.on(day).before() == null)
                .filter(life -> life.on(chronicle.today()).end() == null)
                .toList();
        var kind = List.of("readmission", "restored", "transfer")
                .get(chronicle.random().nextInt(3));
        var cell = cell(day);
        return chronicle
                .pick(gone)
                .map(life -> cell.isPresent()
                        && tell(
                                life,
                                kind.equals("transfer")
                                        ? movement(life, kind, day)
                                                .with("from_outside", "Đảng bộ tỉnh Khác", "to_cell", cell.get())
                                        : movement(life, kind, day).with("to_cell", cell.get())))
                .orElse(false);
    }

    private boolean recognition(LocalDate day) {
        boolean annulled = chronicle.random().nextInt(8) == 0;
        return chronicle
                .pick(chronicle.lives().stream()
                        .filter(life -> belongs(life, day) && life.on(day).official() == annulled)
                        .toList())
                .map(life -> tell(
                        life,
                        movement(life, annulled ? "recognition-annulled" : "recognition", day)
                                .with("to_cell", life.on(day).end())))
                .orElse(false);
    }

    private boolean condition(LocalDate day) {
        var begun = List.of("exempted", "suspended", "away");
        var ended = List.of("exemption-ended", "suspension-ended", "back");
        int which = chronicle.random().nextInt(3);
        return someone(day)
                .filter(life -> life.days().keySet().stream().allMatch(d -> d.isBefore(day) || belongs(life, d)))
                .map(life -> {
                    var on = life.on(chronicle.today().isAfter(day) ? chronicle.today() : day);
                    boolean is = which == 0 ? on.exempt() : which == 1 ? on.suspended() : on.away();
                    boolean ever = life.days().values().stream()
                            .anyMatch(d -> which == 0 ? d.exempt() : which == 1 ? d.suspended() : d.away());
                    if (ever != is) {
                        return false;
                    }
                    boolean later = is
                            && !(which == 0
                                    ? life.on(day).exempt()
                                    : which == 1
                                            ? life.on(day).suspended()
                                            : life.on(day).away());
                    return !later && tell(life, movement(life, (is ? ended : begun).get(which), day));
                })
                .orElse(false);
    }

    private Optional<String> cell(LocalDate day) {
        return chronicle.pick(chronicle.tree().open(day).stream()
                .filter(unit -> chronicle.tree().holdsMembers(unit, day))
                .toList());
    }

    private Optional<Life> someone(LocalDate day) {
        return chronicle.pick(
                chronicle.lives().stream().filter(life -> belongs(life, day)).toList());
    }

    private static boolean belongs(Life life, LocalDate day) {
        return life.on(day) != null && life.on(day).end() != null;
    }

    private static String cellAfterStructure(Life life, LocalDate day) {
        var on = life.on(day);
        return on.afterStructure() == null ? on.end() : on.afterStructure();
    }

    /** His cell, sometimes by the name of the unit that it stands for since that day. */
    private String name(Life life, LocalDate day) {
        var on = life.on(day);
        return on.before() != null
                        && chronicle.random().nextInt(3) == 0
                        && chronicle.tree().standsFor(on.before(), day).equals(on.end())
                ? on.before()
                : on.end();
    }

    private boolean tell(Life life, Row row) {
        return chronicle.tell(new Chronicle.Draft().add(life.member().register().code(), row));
    }

    private Chronicle.Draft draft(String cell, Row row) {
        return new Chronicle.Draft().add(chronicle.registerOf(cell), row);
    }

    private Row movement(Life life, String kind, LocalDate day) {
        return movement(life.member().row().ref(), kind, day);
    }

    /** With all its days, of which the one that counts is the last but for a removal's. */
    private Row movement(String memberRef, String kind, LocalDate day) {
        var row = Row.of(
                File.MOVEMENTS,
                "ref",
                chronicle.ref("m"),
                "member_ref",
                memberRef,
                "kind",
                kind,
                "day",
                day.toString(),
                "decision_day",
                day.minusDays(chronicle.random().nextInt(20)).toString(),
                "decision_no",
                "QĐ-" + chronicle.random().nextInt(1000));
        return switch (kind) {
            case "admission", "readmission" -> row.with("ceremony_day", day.toString());
            case "transfer" -> row.with("issued_day", day.minusDays(3).toString(), "received_day", day.toString());
            default -> row;
        };
    }
}

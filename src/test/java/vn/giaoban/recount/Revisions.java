package vn.giaoban.recount;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Earlier rows corrected or cancelled. */
final class Revisions {

    private final Chronicle chronicle;

    Revisions(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    boolean tellOne() {
        return switch (chronicle.random().nextInt(5)) {
            case 0 -> eventUndone();
            case 1 -> memberCorrected();
            case 2 -> eventCorrected();
            default -> movementRevised();
        };
    }

    private boolean movementRevised() {
        return chronicle
                .pick(chronicle.world().of(File.MOVEMENTS))
                .map(known -> {
                    var row = known.row();
                    var ref = chronicle.ref("m");
                    if (chronicle.random().nextBoolean()) {
                        return tell(known, Row.of(File.MOVEMENTS, "ref", ref, "cancels", row.ref()));
                    }
                    var day = row.day("day").plusDays(chronicle.random().nextInt(41) - 20);
                    return !day.isAfter(chronicle.today())
                            && tell(
                                    known,
                                    row.with("ref", ref, "cancels", row.ref(), "day", day.toString())
                                            .withDays(day));
                })
                .orElse(false);
    }

    private boolean memberCorrected() {
        return chronicle
                .pick(chronicle.world().of(File.MEMBERS))
                .map(known -> {
                    var row = known.row();
                    var corrected = row.with("ref", chronicle.ref("p"), "cancels", row.ref());
                    var cell = chronicle.unit(Chronicle.FIRST_DAY, "chi-bo", "chi-bo-co-so");
                    return row.has("cell") && chronicle.random().nextBoolean()
                            ? cell.isPresent() && tell(known, corrected.with("cell", cell.get()))
                            : tell(known, corrected.with("sex", row.is("sex", "M") ? "F" : "M", "ethnicity", "Dao"));
                })
                .orElse(false);
    }

    /** Its day was wrong. Events of one row by which nobody was shared out. */
    private boolean eventCorrected() {
        return chronicle
                .pick(chronicle.world().of(File.UNIT_EVENTS).stream()
                        .filter(known -> known.row()
                                .is("kind", "rename", "move", "hand-over", "absorb", "establish", "dissolve"))
                        .filter(known -> !known.row().has("receiving_cell"))
                        .toList())
                .map(known -> {
                    var day = known.row().day("day").plusDays(chronicle.random().nextInt(21) - 10);
                    var corrected = known.row()
                            .with(
                                    "ref",
                                    chronicle.ref("e"),
                                    "cancels",
                                    known.row().ref(),
                                    "day",
                                    day.toString());
                    return !day.isBefore(Chronicle.FIRST_DAY) && tell(known, corrected);
                })
                .orElse(false);
    }

    /** Only while nothing recorded later rests on it. */
    private boolean eventUndone() {
        return chronicle
                .pick(chronicle.world().of(File.UNIT_EVENTS))
                .map(known -> {
                    var rows = wholeEvent(known);
                    return !isRestedOn(rows)
                            && chronicle.tell(new Chronicle.Draft()
                                    .add(
                                            known.register().code(),
                                            rows.stream()
                                                    .map(r -> Row.of(
                                                            File.UNIT_EVENTS,
                                                            "ref",
                                                            chronicle.ref("e"),
                                                            "cancels",
                                                            r.row().ref()))
                                                    .toArray(Row[]::new)));
                })
                .orElse(false);
    }

    private List<World.Known> wholeEvent(World.Known of) {
        var row = of.row();
        return chronicle.world().of(File.UNIT_EVENTS).stream()
                .filter(other -> other == of
                        || (other.row().is("kind", row.text("kind"))
                                && row.is("kind", "consolidate", "divide")
                                && other.row().day("day").equals(row.day("day"))
                                && (row.is("kind", "divide")
                                        ? other.row().is("unit", row.text("unit"))
                                        : other.row().is("new_code", row.text("new_code")))))
                .toList();
    }

    /** Wider than it must be: any later row that names a unit of the event counts as resting on it. */
    private boolean isRestedOn(List<World.Known> event) {
        var at = event.get(0).at();
        var units = new HashSet<String>();
        for (var known : event) {
            for (var column : Set.of("unit", "into", "new_code", "receiving_cell")) {
                units.add(known.row().text(column));
            }
        }
        units.remove(null);
        return List.of(File.values()).stream()
                .flatMap(file -> chronicle.world().of(file).stream())
                .filter(known -> known.at().isAfter(at))
                .anyMatch(known -> known.row().cells().values().stream().anyMatch(units::contains));
    }

    private boolean tell(World.Known revised, Row row) {
        return chronicle.tell(new Chronicle.Draft().add(revised.register().code(), row));
    }
}

package vn.giaoban.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One person, day by day: where he belongs, what happened to him in which order, what he is. */
final class Life {

    /**
     * Where he was and what he was on one day.
     *
     * @param before the cell at the end of the day before, as it was called then; null if he belonged to none
     * @param afterStructure where the day's structure put him
     * @param end the cell at the end of the day
     */
    record Day(
            String before,
            String afterStructure,
            String end,
            boolean official,
            boolean exempt,
            boolean suspended,
            boolean away,
            List<Step> steps) {}

    /** Something that happened to him; cells as they stand on the day, null for outside and for not belonging. */
    record Step(String kind, String from, String to) {}

    /** An event shared the people of a unit out, and he is named for a cell. */
    private record Share(String unit, Row row) {}

    private static final Set<String> ENTERING = Set.of("admission", "readmission", "restored");
    private static final Set<String> LEAVING = Set.of("struck-off", "resigned", "expelled", "annulled", "died");
    private static final List<String> CHANGING = List.of(
            "recognition",
            "recognition-annulled",
            "exemption-ended",
            "suspension-ended",
            "back",
            "exempted",
            "suspended",
            "away");
    private static final Set<String> REMOVALS = Set.of("struck-off", "resigned", "expelled");

    private final World.Known member;
    private final Tree tree;
    private final Map<LocalDate, List<Row>> movements = new TreeMap<>();
    private final Map<LocalDate, Share> shares = new TreeMap<>();
    private final Map<LocalDate, Day> days = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private String cell;
    private boolean official;
    private String lastLeft = "never";
    private final Set<String> conditions = new HashSet<>();

    Life(World world, Tree tree, World.Known member, LocalDate until) {
        this.member = member;
        this.tree = tree;
        for (var known : world.of(File.MOVEMENTS)) {
            if (known.key("member_ref").equals(key())) {
                movements
                        .computeIfAbsent(known.row().day("day"), d -> new ArrayList<>())
                        .add(known.row());
            }
        }
        for (var share : world.of(File.UNIT_EVENT_PEOPLE)) {
            if (share.key("member_ref").equals(key())) {
                for (var event : world.of(File.UNIT_EVENTS)) {
                    if (event.key("ref").equals(share.key("event_ref"))
                            && shares.put(
                                            event.row().day("day"),
                                            new Share(event.row().text("unit"), share.row()))
                                    != null) {
                        problem("two shares", share.row());
                    }
                }
            }
        }
        live(until);
    }

    String key() {
        return member.key("ref");
    }

    World.Known member() {
        return member;
    }

    Map<LocalDate, Day> days() {
        return days;
    }

    /** Null before his register begins. */
    Day on(LocalDate day) {
        return days.get(day);
    }

    /** What cannot be so; empty in a world that could have been imported. */
    List<String> problems() {
        return problems;
    }

    private void live(LocalDate until) {
        var row = member.row();
        var eve = member.register().firstDay().minusDays(1);
        official = !row.is("degree", "probationary");
        if (row.is("opening", "yes")) {
            lastLeft = "opening";
            cell = holding(tree.standsFor(row.text("cell"), eve), eve, row);
        }
        days.put(eve, new Day(null, null, cell, official, false, false, false, List.of()));
        movements.keySet().stream()
                .filter(day -> !day.isAfter(eve))
                .forEach(day -> problem("before the register", day));
        for (var day = eve.plusDays(1); day.isBefore(until); day = day.plusDays(1)) {
            days.put(day, live(day, cell));
        }
    }

    private Day live(LocalDate day, String before) {
        var steps = new ArrayList<Step>();
        cell = afterStructure(day, before);
        var afterStructure = cell;
        var today = new ArrayList<>(movements.getOrDefault(day, List.of()));
        today.sort(Comparator.comparingInt(Life::order));
        var seen = new HashSet<Object>();
        for (var row : today) {
            var kind = row.text("kind");
            if (!seen.add(ENTERING.contains(kind) ? "in" : LEAVING.contains(kind) ? "out" : kind)) {
                problem("a second one on a day", row);
            }
            steps.add(step(row, day));
        }
        return new Day(
                before,
                afterStructure,
                cell,
                official,
                conditions.contains("exempted"),
                conditions.contains("suspended"),
                conditions.contains("away"),
                steps);
    }

    private String afterStructure(LocalDate day, String before) {
        if (before == null) {
            return null;
        }
        // a row entered late may say that he was not in the unit by then: so he was not shared out
        var share = shares.get(day);
        if (share != null && before.equals(share.unit())) {
            return holding(tree.standsFor(share.row().text("cell"), day), day, share);
        }
        var closing = tree.closingOf(before);
        if (closing != null && closing.day("day").equals(day) && closing.has("receiving_cell")) {
            return holding(tree.standsFor(closing.text("receiving_cell"), day), day, closing);
        }
        var changing = tree.lossOfMembers(before, day);
        if (changing != null && changing.has("receiving_cell")) {
            return holding(tree.standsFor(changing.text("receiving_cell"), day), day, changing);
        }
        return holding(tree.standsFor(before, day), day, before);
    }

    private Step step(Row row, LocalDate day) {
        var kind = row.text("kind");
        var from = cell;
        if (ENTERING.contains(kind)) {
            check(cell == null && mayEnter(kind), row);
            cell = holding(tree.standsFor(row.text("to_cell"), day), day, row);
            official = kind.equals("restored") && official;
        } else if (kind.equals("transfer")) {
            check(row.has("from_outside") ? cell == null && mayEnter(kind) : names("from_cell", row, day), row);
            cell = row.has("to_cell") ? holding(tree.standsFor(row.text("to_cell"), day), day, row) : null;
            check(!java.util.Objects.equals(from, cell), row);
            left(kind);
        } else if (LEAVING.contains(kind)) {
            check(names("from_cell", row, day), row);
            cell = null;
            left(kind);
        } else {
            check(cell != null, row);
            check(!kind.equals("recognition") || !official, row);
            check(names("to_cell", row, day), row);
            check(!kind.equals("recognition-annulled") || official, row);
            check(changes(kind), row);
            become(kind);
        }
        return new Step(kind, from, cell);
    }

    /** Conditions end with the belonging. */
    private void left(String kind) {
        if (cell == null) {
            lastLeft = kind;
            conditions.clear();
        }
    }

    private boolean mayEnter(String kind) {
        return switch (kind) {
            case "admission" -> lastLeft.equals("never");
            case "transfer" -> lastLeft.equals("never") || lastLeft.equals("transfer");
            case "restored" -> lastLeft.equals("struck-off") || lastLeft.equals("expelled");
            default -> REMOVALS.contains(lastLeft);
        };
    }

    private boolean names(String column, Row row, LocalDate day) {
        return cell != null
                && (!row.has(column)
                        || (tree.knows(row.text(column)) && cell.equals(tree.standsFor(row.text(column), day))));
    }

    /** A condition begins or ends once. */
    private boolean changes(String kind) {
        return switch (kind) {
            case "recognition", "recognition-annulled" -> true;
            case "exemption-ended" -> conditions.contains("exempted");
            case "suspension-ended" -> conditions.contains("suspended");
            case "back" -> conditions.contains("away");
            default -> !conditions.contains(kind);
        };
    }

    private void become(String kind) {
        switch (kind) {
            case "recognition" -> official = true;
            case "recognition-annulled" -> official = false;
            case "exemption-ended" -> conditions.remove("exempted");
            case "suspension-ended" -> conditions.remove("suspended");
            case "back" -> conditions.remove("away");
            default -> conditions.add(kind);
        }
    }

    private String holding(String unit, LocalDate day, Object because) {
        if (!tree.holdsMembers(unit, day)) {
            problem("in a unit without members on " + day + ": " + unit, because);
        }
        return unit;
    }

    private void check(boolean so, Row row) {
        if (!so) {
            problem("cannot be", row);
        }
    }

    private void problem(String what, Object where) {
        problems.add(key() + ": " + what + ": " + where);
    }

    /** Entering, moving, what changes the person (ends before beginnings), moving out, leaving. */
    private static int order(Row row) {
        var kind = row.text("kind");
        if (kind.equals("transfer")) {
            return row.has("to_cell") ? 1 : 2 + CHANGING.size();
        }
        return ENTERING.contains(kind) ? 0 : LEAVING.contains(kind) ? 3 + CHANGING.size() : 2 + CHANGING.indexOf(kind);
    }
}

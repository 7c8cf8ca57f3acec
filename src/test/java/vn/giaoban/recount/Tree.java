package vn.giaoban.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The units of a world: who was open, of which kind and under whom at the end of each day. Units are named by code. */
final class Tree {

    /** Events after which the unit stands for nobody's people but by name: each person is shared out, or goes to a named cell. */
    static final Set<String> SHARING_OUT = Set.of("divide", "split-off", "dissolve", "disband", "change-kind");

    private static final Set<String> CLOSING = Set.of("absorb", "consolidate", "divide", "dissolve", "disband");
    private static final Set<String> OPENING = Set.of("establish", "consolidate", "divide", "split-off");

    private final Map<String, LocalDate> opened = new TreeMap<>();
    private final Map<String, Row> closing = new HashMap<>();
    private final Map<String, TreeMap<LocalDate, String>> parents = new HashMap<>();
    private final Map<String, TreeMap<LocalDate, String>> kinds = new HashMap<>();
    private final List<Row> changesOfKind = new ArrayList<>();

    Tree(World world) {
        for (var row : world.rowsOf(File.UNITS)) {
            open(row.text("code"), row.day("from"), row.text("kind"), row.text("parent"));
        }
        for (var row : world.rowsOf(File.UNIT_EVENTS)) {
            var day = row.day("day");
            if (row.is("kind", OPENING.toArray(String[]::new))) {
                open(row.text("new_code"), day, row.text("new_kind"), row.text("parent"));
            }
            if (row.is("kind", "move", "hand-over")) {
                facts(parents, row.text("unit")).put(day, row.text("parent"));
            }
            if (row.is("kind", "change-kind")) {
                facts(kinds, row.text("unit")).put(day, row.text("new_kind"));
                changesOfKind.add(row);
            }
            if (row.is("kind", CLOSING.toArray(String[]::new))) {
                closing.put(row.text("unit"), row);
            }
        }
    }

    private void open(String unit, LocalDate day, String kind, String parent) {
        opened.put(unit, day);
        facts(kinds, unit).put(day, kind);
        if (parent != null) {
            facts(parents, unit).put(day, parent);
        }
    }

    private static TreeMap<LocalDate, String> facts(Map<String, TreeMap<LocalDate, String>> of, String unit) {
        return of.computeIfAbsent(unit, u -> new TreeMap<>());
    }

    boolean knows(String unit) {
        return opened.containsKey(unit);
    }

    Set<String> all() {
        return opened.keySet();
    }

    LocalDate openedOn(String unit) {
        return opened.get(unit);
    }

    /** Null while it is open. */
    LocalDate closedOn(String unit) {
        var row = closing.get(unit);
        return row == null ? null : row.day("day");
    }

    /** The row of the event that closed it, or null. */
    Row closingOf(String unit) {
        return closing.get(unit);
    }

    /** At the end of the day. */
    boolean isOpen(String unit, LocalDate day) {
        return knows(unit) && !day.isBefore(openedOn(unit)) && (closedOn(unit) == null || day.isBefore(closedOn(unit)));
    }

    Set<String> open(LocalDate day) {
        var open = new TreeSet<String>();
        opened.keySet().stream().filter(unit -> isOpen(unit, day)).forEach(open::add);
        return open;
    }

    String kind(String unit, LocalDate day) {
        return kinds.get(unit).floorEntry(day).getValue();
    }

    boolean holdsMembers(String unit, LocalDate day) {
        return isOpen(unit, day) && Kinds.HOLDING_MEMBERS.contains(kind(unit, day));
    }

    /** The event by which the unit's kind ceases to hold members on the day, or null. */
    Row lossOfMembers(String unit, LocalDate day) {
        return changesOfKind.stream()
                .filter(row -> row.is("unit", unit) && row.day("day").equals(day))
                .filter(row -> !Kinds.HOLDING_MEMBERS.contains(row.text("new_kind")))
                .findFirst()
                .orElse(null);
    }

    /** Null for a root. A parent that has closed is read as the unit it stands for. */
    String parent(String unit, LocalDate day) {
        if (!parents.containsKey(unit)) {
            return null;
        }
        var entered = parents.get(unit).floorEntry(day);
        return entered == null ? null : standsFor(entered.getValue(), day);
    }

    /** The unit itself while it is open at the end of the day, else whom its closing names, and so on. */
    String standsFor(String unit, LocalDate day) {
        var closed = closedOn(unit);
        return closed == null || day.isBefore(closed) ? unit : standsFor(successor(unit), day);
    }

    private String successor(String unit) {
        var row = closing.get(unit);
        return switch (row.text("kind")) {
            case "absorb" -> row.text("into");
            case "consolidate" -> row.text("new_code");
            case "divide" -> row.text("principal");
            default -> {
                var named = row.text("into");
                yield named != null ? named : parent(unit, row.day("day").minusDays(1));
            }
        };
    }

    /** The unit and all it stands under at the end of the day, itself first. */
    List<String> path(String unit, LocalDate day) {
        var path = new ArrayList<String>();
        for (var at = unit; at != null; at = parent(at, day)) {
            if (path.contains(at)) {
                throw new IllegalStateException("a circle at " + at + " on " + day);
            }
            path.add(at);
        }
        return path;
    }

    boolean isBelow(String unit, String top, LocalDate day) {
        return path(unit, day).contains(top);
    }

    Set<String> children(String unit, LocalDate day) {
        var children = new TreeSet<String>();
        open(day).stream().filter(other -> unit.equals(parent(other, day))).forEach(children::add);
        return children;
    }

    /** The unit directly under the Centre in which the unit lies; a root without a Centre above is its own. */
    String province(String unit, LocalDate day) {
        var path = path(unit, day);
        var root = path.get(path.size() - 1);
        boolean underCentre = path.size() > 1 && kind(root, day).equals("centre");
        return underCentre ? path.get(path.size() - 2) : root;
    }
}

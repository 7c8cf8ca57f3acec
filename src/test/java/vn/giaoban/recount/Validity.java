package vn.giaoban.recount;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a world can be, and whether one may become another: what an import has to refuse. */
final class Validity {

    private final World world;
    private final Tree tree;
    private final List<Life> lives;
    private final List<String> problems = new ArrayList<>();

    private Validity(World world, LocalDate until) {
        this.world = world;
        this.tree = new Tree(world);
        checkEvents();
        if (problems.isEmpty()) {
            checkTrees();
        }
        this.lives = problems.isEmpty()
                ? world.of(File.MEMBERS).stream()
                        .map(member -> new Life(world, tree, member, until))
                        .toList()
                : List.of();
        lives.forEach(life -> problems.addAll(life.problems()));
        if (problems.isEmpty()) {
            checkCellsNamedLate();
        }
    }

    /** After its people were shared out nobody can be said to have come to the closed cell. */
    private void checkCellsNamedLate() {
        for (var known : world.of(File.MOVEMENTS)) {
            var cell = known.row().text("to_cell");
            var closing = cell == null ? null : tree.closingOf(cell);
            if (closing == null || !Tree.SHARING_OUT.contains(closing.text("kind"))) {
                continue;
            }
            var event = world.of(File.UNIT_EVENTS).stream()
                    .filter(e -> e.row() == closing)
                    .findFirst()
                    .orElseThrow();
            boolean named = !known.row().day("day").isBefore(closing.day("day"))
                    && event.at().isBefore(known.first());
            check(!named, "people were shared out", known);
        }
    }

    static Validity of(History history, Instant k, LocalDate until) {
        return new Validity(World.knownAt(history, k), until);
    }

    List<String> problems() {
        return problems;
    }

    Tree tree() {
        return tree;
    }

    List<Life> lives() {
        return lives;
    }

    World world() {
        return world;
    }

    /** A row entered late may not put somebody into a unit whose people have been shared out since, to no one cell. */
    boolean sharesOutNobodyNew(Validity before) {
        var then = sharedOut(before);
        return sharedOut(this).entrySet().stream()
                .allMatch(now -> !then.containsKey(now.getKey())
                        || then.get(now.getKey()).containsAll(now.getValue()));
    }

    private static Map<String, Set<String>> sharedOut(Validity of) {
        var shared = new HashMap<String, Set<String>>();
        for (var event : of.world.of(File.UNIT_EVENTS)) {
            if (Tree.SHARING_OUT.contains(event.row().text("kind"))
                    && !event.row().has("receiving_cell")) {
                var day = event.row().day("day");
                shared.put(
                        event.key("ref"),
                        of.lives.stream()
                                .filter(life -> life.on(day) != null
                                        && event.row()
                                                .text("unit")
                                                .equals(life.on(day).before()))
                                .map(Life::key)
                                .collect(Collectors.toSet()));
            }
        }
        return shared;
    }

    private void checkEvents() {
        var once = new HashSet<String>();
        for (var row : world.rowsOf(File.UNIT_EVENTS)) {
            var day = row.day("day");
            var kind = row.text("kind");
            var unit = row.text("unit");
            boolean manyRows = kind.equals("divide") || kind.equals("split-off");
            check(once.add(kind + day + unit + (manyRows ? row.text("new_code") : "")), "twice on a day", row);
            boolean closes = tree.knows(unit == null ? "" : unit) && day.equals(tree.closedOn(unit));
            if (unit != null) {
                check(tree.isOpen(unit, day.minusDays(1)), "not open the day before", row);
                check(!tree.knows(unit) || closes || tree.isOpen(unit, day), "not open", row);
            }
            if (Set.of("absorb", "consolidate", "divide", "dissolve", "disband").contains(kind)) {
                check(row == tree.closingOf(unit) || kind.equals("divide"), "closes twice", row);
                check(kind.equals("divide") || once.add("closes" + unit), "closes twice", row);
            }
            for (var named : List.of("parent", "into", "receiving_cell", "principal")) {
                check(!row.has(named) || tree.isOpen(row.text(named), day), named + " not open", row);
            }
            if (row.has("new_code")) {
                check(day.equals(tree.openedOn(row.text("new_code"))), "opened twice", row);
                check(kind.equals("consolidate") || once.add("opens" + row.text("new_code")), "opened twice", row);
            }
            if (row.has("into")) {
                check(tree.isOpen(row.text("into"), day.minusDays(1)), "into a new one", row);
            }
        }
        for (var share : world.rowsOf(File.UNIT_EVENT_PEOPLE)) {
            check(tree.knows(share.text("cell")), "unknown cell", share);
        }
    }

    private void checkTrees() {
        var days = new TreeSet<LocalDate>();
        world.rowsOf(File.UNIT_EVENTS).forEach(row -> days.add(row.day("day")));
        world.registers().forEach(register -> days.add(register.firstDay().minusDays(1)));
        for (var day : days) {
            for (var unit : tree.open(day)) {
                try {
                    tree.path(unit, day);
                } catch (IllegalStateException circle) {
                    problems.add(circle.getMessage());
                    return;
                }
                var parent = tree.parent(unit, day);
                var kind = tree.kind(unit, day);
                boolean mayBeRoot = kind.equals("centre") || kind.equals("dang-bo-tinh");
                check(
                        parent == null ? mayBeRoot : Kinds.mayStandUnder(kind, tree.kind(parent, day)),
                        unit + " under " + parent,
                        day);
            }
        }
    }

    private void check(boolean so, String what, Object where) {
        if (!so) {
            problems.add(what + ": " + where);
        }
    }
}

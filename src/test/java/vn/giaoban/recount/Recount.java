package vn.giaoban.recount;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Every figure of a unit and a period as known at one instant, counted one by one. Slow and plain. */
final class Recount {

    static final Set<String> EVENTS_OF_PERSONS = Set.of(
            "admissions",
            "readmissions",
            "restored",
            "annulled",
            "struck-off",
            "resigned",
            "expelled",
            "died",
            "recognitions",
            "recognitions-annulled");

    static final List<String> STOCKS_OF_PERSONS = List.of(
            "members",
            "members-official",
            "members-probationary",
            "members-exempt",
            "members-present",
            "members-women");

    static final List<String> STOCKS_OF_UNITS = List.of(
            "units",
            "cells",
            "base-cells",
            "base-organisations",
            "part-organisations",
            "caucuses",
            "cells-under-3-official",
            "villages-with-cell",
            "villages-without-cell");

    static final List<String> EVENTS_OF_UNITS = List.of("units-established", "units-closed");

    private static final Map<String, String> INDICATOR_OF_STEP = Map.of(
            "admission", "admissions",
            "readmission", "readmissions",
            "recognition", "recognitions",
            "recognition-annulled", "recognitions-annulled");

    private final Tree tree;
    private final List<Life> lives;
    private final List<Row> founded;

    /** @param until lives are followed to the day before; no period may end later */
    Recount(History history, Instant k, LocalDate until) {
        var world = World.knownAt(history, k);
        tree = new Tree(world);
        founded = world.rowsOf(File.UNITS);
        lives = world.of(File.MEMBERS).stream()
                .map(member -> new Life(world, tree, member, until))
                .toList();
    }

    Tree tree() {
        return tree;
    }

    List<Life> lives() {
        return lives;
    }

    /** A line of a table: a unit that stood under another, on which days, and its figures on those. */
    record Line(String unit, Set<LocalDate> days, Map<String, Figure> figures) {}

    Map<String, Figure> figures(String unit, LocalDate from, LocalDate until, Structure structure) {
        var figures = new TreeMap<String, Figure>();
        Area area = (at, day) -> tree.isBelow(at, unit, day);
        count(unit, area, from, until, structure, day -> true).forEach((code, n) -> figures.put(code, Figure.of(n)));
        var stock = existence(unit, structure.of(until.minusDays(1)), structure.of(until.minusDays(1)));
        var opening = existence(unit, structure.of(from.minusDays(1)), structure.of(from.minusDays(1)));
        var flow = existence(unit, structure.of(from.minusDays(1)), structure.of(until.minusDays(1)));
        figures.put(
                "direct-organisations",
                structure.isAsWas()
                        ? Figure.of(directOrganisations(unit, until.minusDays(1)))
                        : Figure.none("AS_WAS_ONLY"));
        figures.replaceAll((code, figure) -> {
            var why = code.equals("opening") ? opening : isStock(code) ? stock : flow;
            return why == null ? figure : Figure.none(why);
        });
        return figures;
    }

    /** What lies with the unit itself and not with a child. */
    Map<String, Long> own(String unit, LocalDate from, LocalDate until, Structure structure) {
        Area area = (at, day) -> at.equals(unit);
        return count(unit, area, from, until, structure, day -> true);
    }

    /** One line for every child: as-was for every unit that stood under this one on any day, counting those days alone. */
    List<Line> lines(String unit, LocalDate from, LocalDate until, Structure structure) {
        var days = new TreeMap<String, Set<LocalDate>>();
        for (var day = from.minusDays(1); day.isBefore(until); day = day.plusDays(1)) {
            for (var child : tree.children(unit, structure.of(day))) {
                days.computeIfAbsent(child, c -> new TreeSet<>()).add(day);
            }
        }
        var lines = new ArrayList<Line>();
        days.forEach((child, stood) -> {
            Area area = (at, day) -> tree.isBelow(at, child, day);
            var figures = new LinkedHashMap<String, Figure>();
            count(null, area, from, until, structure, stood::contains)
                    .forEach((code, n) -> figures.put(code, Figure.of(n)));
            lines.add(new Line(child, stood, figures));
        });
        return lines;
    }

    static boolean isStock(String code) {
        return STOCKS_OF_PERSONS.contains(code)
                || STOCKS_OF_UNITS.contains(code)
                || code.equals("closing")
                || code.equals("direct-organisations");
    }

    /** Where a thing stands in the tree it is read under. */
    private interface Area extends BiPredicate<String, LocalDate> {}

    /** @param itself the unit whose own existence is not one of its units; null for a line, which counts its unit too */
    private Map<String, Long> count(
            String itself, Area area, LocalDate from, LocalDate until, Structure structure, Predicate<LocalDate> days) {
        var counts = new TreeMap<String, Long>();
        var last = until.minusDays(1);
        Area read = (at, day) ->
                at != null && days.test(day) && area.test(tree.standsFor(at, structure.of(day)), structure.of(day));
        Area readUnit = (at, day) -> !at.equals(itself) && read.test(at, day);
        countPersons(counts, read, last);
        counts.put("closing", counts.get("members"));
        counts.put(
                "opening",
                lives.stream()
                        .map(life -> life.on(from.minusDays(1)))
                        .filter(day -> day != null && read.test(day.end(), from.minusDays(1)))
                        .count());
        countUnits(counts, readUnit, last);
        countVillages(counts, read, last);
        EVENTS_OF_PERSONS.forEach(code -> counts.put(code, 0L));
        for (var code : List.of("transfers-in", "transfers-out", "with-units-in", "with-units-out")) {
            List.of("", "-near", "-far").forEach(how -> counts.put(code + how, 0L));
        }
        counts.put("transfers-within", 0L);
        EVENTS_OF_UNITS.forEach(code -> counts.put(code, 0L));
        for (var day = from; day.isBefore(until); day = day.plusDays(1)) {
            for (var life : lives) {
                if (life.on(day) != null) {
                    countDay(counts, read, life.on(day), day, structure);
                }
            }
            countEventsOfUnits(counts, readUnit, day);
        }
        counts.put("removed", counts.get("struck-off") + counts.get("resigned") + counts.get("expelled"));
        return counts;
    }

    private void countPersons(Map<String, Long> counts, Area read, LocalDate day) {
        STOCKS_OF_PERSONS.forEach(code -> counts.put(code, 0L));
        for (var life : lives) {
            var on = life.on(day);
            if (on == null || !read.test(on.end(), day)) {
                continue;
            }
            add(counts, "members", true);
            add(counts, "members-official", on.official());
            add(counts, "members-probationary", !on.official());
            add(counts, "members-exempt", on.exempt());
            add(counts, "members-present", !on.exempt() && !on.away());
            add(counts, "members-women", life.member().row().is("sex", "F"));
        }
    }

    private void countUnits(Map<String, Long> counts, Area read, LocalDate day) {
        STOCKS_OF_UNITS.forEach(code -> counts.put(code, 0L));
        for (var unit : tree.open(day)) {
            if (!read.test(unit, day)) {
                continue;
            }
            var kind = tree.kind(unit, day);
            add(counts, "units", Kinds.counts(kind));
            add(counts, "cells", kind.equals("chi-bo"));
            add(counts, "base-cells", kind.equals("chi-bo-co-so"));
            add(counts, "base-organisations", Kinds.BASE.contains(kind));
            add(counts, "part-organisations", kind.equals("dang-bo-bo-phan"));
            add(counts, "caucuses", Kinds.CAUCUSES.contains(kind));
            add(counts, "cells-under-3-official", Kinds.HOLDING_MEMBERS.contains(kind) && voters(unit, day) < 3);
        }
    }

    /** Each lies with the unit that was entered for it, and has a cell if what stands for that unit is one. */
    private void countVillages(Map<String, Long> counts, Area read, LocalDate day) {
        for (var row : founded) {
            if (row.has("village") && !day.isBefore(row.day("from")) && read.test(row.text("code"), day)) {
                var covered = tree.holdsMembers(tree.standsFor(row.text("code"), day), day);
                for (var village : row.text("village").split(";")) {
                    add(counts, "villages-with-cell", covered);
                    add(counts, "villages-without-cell", !covered);
                }
            }
        }
    }

    /** Official members of the cell who are neither exempt nor suspended. */
    private long voters(String cell, LocalDate day) {
        return lives.stream()
                .map(life -> life.on(day))
                .filter(on -> on != null && cell.equals(on.end()))
                .filter(on -> on.official() && !on.exempt() && !on.suspended())
                .count();
    }

    private void countDay(Map<String, Long> counts, Area read, Life.Day on, LocalDate day, Structure structure) {
        var eve = day.minusDays(1);
        if (on.before() != null) {
            boolean near = province(on.before(), eve, structure).equals(province(on.afterStructure(), day, structure));
            cross(counts, "with-units", read.test(on.before(), eve), read.test(on.afterStructure(), day), near);
        }
        for (var step : on.steps()) {
            var code = INDICATOR_OF_STEP.getOrDefault(step.kind(), step.kind());
            if (EVENTS_OF_PERSONS.contains(code)) {
                add(counts, code, read.test(step.to() == null ? step.from() : step.to(), day));
            }
            if (code.equals("transfer") && !sameCell(step, day, structure)) {
                boolean within = step.from() != null && step.to() != null;
                boolean near =
                        within && province(step.from(), day, structure).equals(province(step.to(), day, structure));
                cross(counts, "transfers", read.test(step.from(), day), read.test(step.to(), day), near);
                add(counts, "transfers-within", read.test(step.from(), day) && read.test(step.to(), day));
            }
        }
    }

    private boolean sameCell(Life.Step step, LocalDate day, Structure structure) {
        return step.from() != null
                && step.to() != null
                && tree.standsFor(step.from(), structure.of(day)).equals(tree.standsFor(step.to(), structure.of(day)));
    }

    private String province(String cell, LocalDate day, Structure structure) {
        return tree.province(tree.standsFor(cell, structure.of(day)), structure.of(day));
    }

    private static void cross(Map<String, Long> counts, String code, boolean before, boolean after, boolean near) {
        var how = near ? "-near" : "-far";
        add(counts, code + "-in", after && !before);
        add(counts, code + "-in" + how, after && !before);
        add(counts, code + "-out", before && !after);
        add(counts, code + "-out" + how, before && !after);
    }

    private void countEventsOfUnits(Map<String, Long> counts, Area read, LocalDate day) {
        for (var unit : tree.all()) {
            if (day.equals(tree.openedOn(unit)) && Kinds.counts(tree.kind(unit, day))) {
                add(counts, "units-established", read.test(unit, day));
            }
            if (day.equals(tree.closedOn(unit)) && Kinds.counts(tree.kind(unit, day.minusDays(1)))) {
                add(counts, "units-closed", read.test(unit, day));
            }
        }
    }

    private long directOrganisations(String unit, LocalDate day) {
        return tree.children(unit, day).stream()
                .filter(child -> Kinds.counts(tree.kind(child, day)))
                .count();
    }

    /** Null if the unit was open on one of the days, else why there is no figure. */
    private String existence(String unit, LocalDate first, LocalDate last) {
        if (!tree.knows(unit)) {
            throw new IllegalArgumentException("unknown: " + unit);
        }
        if (last.isBefore(tree.openedOn(unit))) {
            return "NOT_YET";
        }
        var closed = tree.closedOn(unit);
        return closed != null && !first.isBefore(closed) ? "ENDED" : null;
    }

    private static void add(Map<String, Long> counts, String code, boolean one) {
        if (one) {
            counts.merge(code, 1L, Long::sum);
        }
    }
}

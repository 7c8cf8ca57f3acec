import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Writes the units: the opening lists, the cells of each year, the reform. Each event with its effects and subjects, as the application
 * records them; states and closings as {@code Structure} derives them, the ones known before superseded; ancestry by the application's own
 * statement.
 */
final class NationFounding {

    private static final String EFFECT =
            "organisation.effect (event_id, unit_id, day, aspect, other_id, position, name, committee_name, symbol, place, kind_code, sector_code)";
    private static final String EVENT =
            "organisation.event (event_id, register_id, ref, kind, day, decision_no, issuer, plan_id, entry_id, recorded_at)";
    private static final String STATE = "organisation.unit_state (unit_id, from_day, until_day, parent_id, position, name, committee_name, symbol,"
            + " place, kind_code, sector_code, entry_id, recorded_at)";
    private static final String CLOSING =
            "organisation.closing (unit_id, day, successor_id, event_id, entry_id, recorded_at)";

    private final NationTree tree;
    private final String ancestry;
    private final NationRows rows = new NationRows();

    /** @param ancestry the application's statement, with names for parameters */
    NationFounding(NationTree tree, String ancestry) {
        this.tree = tree;
        this.ancestry = ancestry
                .replace("{up}", """
                        select s.parent_id as node, 1 as step, s.from_day, s.until_day
                          from organisation.unit_state s
                         where s.unit_id = walk.node and s.superseded_at = 'infinity' and s.parent_id is not null""")
                .replaceAll("(?<!:):hierarchy", "1::smallint");
    }

    /** The opening lists: an event of each register for its own unit, and one for all that stands below. */
    void openingLists(Connection connection) throws SQLException, IOException {
        for (var unit = 1; unit <= tree.units; unit++) {
            if (tree.open[unit] > NationTree.OPENED) {
                continue;
            }
            var register = tree.register[unit];
            var top = unit <= NationClock.REGISTERS;
            var event = top ? register : 100 + register;
            unit(unit, NationClock.FOUNDING);
            opened(event, unit);
            state(unit, tree.open[unit], NationRows.FOREVER, tree.parent[unit], NationClock.FOUNDING);
        }
        for (var register = 1; register <= NationClock.REGISTERS; register++) {
            event(register, register, "OPEN", NationTree.PARTY_FOUNDED, NationClock.FOUNDING, 0);
            if (register > 1) {
                event(100 + register, register, "OPEN", NationTree.OPENED, NationClock.FOUNDING, 0);
            }
        }
        rows.send(connection);
    }

    /** Cells founded and absorbed in a year. @return the units concerned */
    List<Integer> year(Connection connection, int year) throws SQLException, IOException {
        var entry = NationClock.units(YearMonth.of(year, 1));
        var first = (int) java.time.LocalDate.of(year, 1, 1).toEpochDay();
        var next = (int) java.time.LocalDate.of(year + 1, 1, 1).toEpochDay();
        var units = new ArrayList<Integer>();
        for (var unit = 1; unit <= tree.units; unit++) {
            var open = tree.open[unit];
            var close = tree.close[unit];
            if (open >= first && open < next) {
                units.add(unit);
                unit(unit, entry);
                event(1_000 + unit, tree.register[unit], "ESTABLISH", open, entry, 0);
                opened(1_000 + unit, unit);
                state(unit, open, NationRows.FOREVER, tree.parent[unit], entry);
            } else if (close >= first && close < next) {
                units.add(unit);
                var event = 1_000_000 + unit;
                event(event, tree.register[unit], "ABSORB", close, entry, 0);
                closed(event, unit, tree.successor[unit], close, entry);
                state(unit, tree.open[unit], close, tree.parent[unit], entry);
                supersede(unit);
            }
        }
        flush(connection, entry);
        return units;
    }

    /** The reform in the provinces that become this one. @return the units whose states changed */
    List<Integer> reform(Connection connection, int province) throws SQLException, IOException {
        var entry = NationClock.REFORMED;
        var day = NationClock.MERGE;
        var plan = province;
        rows.add(
                "organisation.plan (plan_id, register_id, name, entry_id, recorded_at)",
                plan,
                province,
                "Sắp xếp ngày 1-7-2025: " + tree.name(province),
                entry,
                NationClock.at(entry));
        var units = new ArrayList<Integer>();
        var events = new TreeMap<Integer, Integer>();
        var kinds = new TreeMap<Integer, String>();
        for (var unit = 2; unit <= tree.units; unit++) {
            if (tree.register(NationProvinces.ALL.get(tree.register[unit] - 2).into()) != province) {
                continue;
            }
            if (tree.open[unit] == day) {
                units.add(unit);
                unit(unit, entry);
                kinds.put(2_000_000 + unit, "CONSOLIDATE");
                opened(2_000_000 + unit, unit);
                state(unit, day, NationRows.FOREVER, tree.parent[unit], entry);
            } else if (tree.close[unit] == day) {
                units.add(unit);
                var event = switch (tree.kind[unit]) {
                    case PROVINCE -> 3_000_000 + province;
                    case DISTRICT -> 4_000_000 + tree.parent[unit];
                    default -> 2_000_000 + tree.successor[unit];
                };
                kinds.put(event, event > 4_000_000 ? "DISSOLVE" : event > 3_000_000 ? "ABSORB" : "CONSOLIDATE");
                closed(event, unit, event > 4_000_000 ? 0 : tree.successor[unit], day, entry);
                closing(event, unit, tree.successor[unit], day, entry);
                state(unit, tree.open[unit], day, tree.parent[unit], entry);
                supersede(unit);
            } else if (tree.close[unit] > day) {
                moved(unit, units, kinds, entry);
            }
        }
        kinds.forEach((event, kind) -> event(event, province, kind, day, entry, plan));
        flush(connection, entry);
        return units;
    }

    /** Units that are moved, and those whose superior ends: they go on under its successor. */
    private void moved(int unit, List<Integer> units, TreeMap<Integer, String> kinds, long entry) {
        var day = NationClock.MERGE;
        var to = tree.movedTo[unit];
        if (to != 0) {
            var event = 5_000_000 + to;
            kinds.put(event, "MOVE");
            rows.add("organisation.subject (event_id, unit_id)", event, unit);
            rows.add(EFFECT, event, unit, NationRows.day(day), "PLACE", to, null, null, null, null, null, null, null);
        } else {
            to = tree.standsFor(tree.parent[unit], day);
        }
        if (to != tree.parent[unit]) {
            units.add(unit);
            state(unit, tree.open[unit], day, tree.parent[unit], entry);
            state(unit, day, tree.close[unit], to, entry);
            supersede(unit);
        }
    }

    // --- rows

    private void unit(int unit, long entry) {
        rows.add("organisation.unit (unit_id, register_id, code, entry_id)", unit, tree.register[unit], tree.code(unit), entry);
    }

    private void event(int event, int register, String kind, int day, long entry, int plan) {
        var decided = !kind.equals("OPEN");
        rows.add(
                EVENT,
                event,
                register,
                "NATION-" + event,
                kind,
                NationRows.day(day),
                decided ? event + "-QĐ" : null,
                decided ? "Ban Thường vụ" : null,
                NationRows.number(plan),
                entry,
                NationClock.at(entry));
    }

    private void opened(int event, int unit) {
        rows.add(
                EFFECT,
                event,
                unit,
                NationRows.day(tree.open[unit]),
                "OPEN",
                NationRows.number(tree.parent[unit]),
                tree.position[unit],
                tree.name(unit),
                tree.committee(unit),
                tree.symbol(unit),
                tree.place(unit),
                tree.kind[unit].code,
                tree.kind[unit].sector);
    }

    private void closed(int event, int unit, int successor, int day, long entry) {
        rows.add("organisation.subject (event_id, unit_id)", event, unit);
        rows.add(
                EFFECT, event, unit, NationRows.day(day), "CLOSE", NationRows.number(successor), null, null, null, null, null, null, null);
        if (event < 2_000_000) {
            closing(event, unit, successor, day, entry);
        }
    }

    private void closing(int event, int unit, int successor, int day, long entry) {
        rows.add(CLOSING, unit, NationRows.day(day), successor, event, entry, NationClock.at(entry));
    }

    private void state(int unit, int from, int until, int parent, long entry) {
        rows.add(
                STATE,
                unit,
                NationRows.day(from),
                NationRows.day(until),
                NationRows.number(parent),
                tree.position[unit],
                tree.name(unit),
                tree.committee(unit),
                tree.symbol(unit),
                tree.place(unit),
                tree.kind[unit].code,
                tree.kind[unit].sector,
                entry,
                NationClock.at(entry));
    }

    private final List<Integer> superseded = new ArrayList<>();

    private void supersede(int unit) {
        superseded.add(unit);
    }

    private void flush(Connection connection, long entry) throws SQLException, IOException {
        try (var update = connection.prepareStatement("""
                update organisation.unit_state set superseded_at = ?::timestamptz, superseded_by = ?
                 where unit_id = any (?) and superseded_at = 'infinity'
                """)) {
            update.setString(1, NationClock.at(entry));
            update.setLong(2, entry);
            update.setArray(3, connection.createArrayOf("bigint", superseded.toArray()));
            update.executeUpdate();
        }
        superseded.clear();
        rows.send(connection);
    }

    void ancestry(Connection connection, List<Integer> units, long entry) throws SQLException {
        var sql = ancestry.replaceAll("(?<!:):units", "'{" + join(units) + "}'::bigint[]")
                .replaceAll("(?<!:):entry", Long.toString(entry))
                .replaceAll("(?<!:):at", "'" + NationClock.at(entry) + "'::timestamptz");
        // the planner takes the walk for a few rows and joins it with itself by nested loops: 7 s for 2,400 units instead of 1
        NationStore.execute(connection, "set local enable_nestloop = off");
        NationStore.execute(connection, sql);
    }

    private static String join(List<Integer> units) {
        var text = new StringBuilder();
        units.forEach(unit -> text.append(text.isEmpty() ? "" : ",").append(unit));
        return text.toString();
    }
}

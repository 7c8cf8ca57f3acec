package vn.giaoban.organisation;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.giaoban.shared.UnitId;

/** Has the application derive all units from their events and compares: states and closings of all, ancestry of a sample on random days. */
public final class NationStructure {

    private final JdbcClient sql;
    private final JdbcTemplate template;
    private final List<String> wrong = new ArrayList<>();

    public NationStructure(Connection connection) {
        var source = new SingleConnectionDataSource(connection, true);
        this.sql = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
    }

    /** @return differences; empty if every row is as derived */
    public List<String> check(int sample, long seed) {
        var structure = new StructureStore(sql, template).structure();
        states(structure);
        closings(structure);
        var units = List.copyOf(structure.units());
        var random = new SplittableRandom(seed);
        for (var n = 0; n < sample; n++) {
            var day = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(3_950));
            ancestry(structure, units.get(random.nextInt(units.size())), day);
        }
        System.out.printf("%d units derived by the application, ancestry of %d read again, %d differ%n", units.size(), sample, wrong.size());
        return wrong;
    }

    private void states(Structure structure) {
        var written = new HashMap<UnitId, Set<State>>();
        sql.sql("""
                        select unit_id, from_day, until_day, parent_id, position, name, committee_name, symbol, place, kind_code, sector_code
                          from organisation.unit_state where superseded_at = 'infinity'
                        """).query(row -> {
            var parent = row.getObject(4, Long.class);
            var unit = new UnitId(row.getLong(1));
            written.computeIfAbsent(unit, one -> new HashSet<>())
                    .add(new State(
                            unit,
                            row.getObject(2, LocalDate.class),
                            row.getObject(3, LocalDate.class),
                            parent == null ? null : new UnitId(parent),
                            row.getInt(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            row.getString(10),
                            row.getString(11)));
        });
        for (var unit : structure.units()) {
            compare("states of " + unit, written.getOrDefault(unit, Set.of()), new HashSet<>(structure.states(unit)));
        }
        compare("units", written.keySet(), structure.units());
    }

    private void closings(Structure structure) {
        Set<Structure.Closing> written = new HashSet<>(sql.sql(
                        "select unit_id, day, successor_id, event_id from organisation.closing where superseded_at = 'infinity'")
                .query((row, n) -> new Structure.Closing(
                        new UnitId(row.getLong(1)),
                        row.getObject(2, LocalDate.class),
                        new UnitId(row.getLong(3)),
                        new EventId(row.getLong(4))))
                .list());
        compare("closings", written, new HashSet<>(structure.closings()));
    }

    /** Of a unit that is not open yet there is none. */
    private void ancestry(Structure structure, UnitId unit, LocalDate day) {
        Map<UnitId, Integer> derived = new LinkedHashMap<>();
        var opened = structure.states(unit).get(0).from();
        if (!opened.isAfter(day)) {
            var at = structure.standsFor(unit, day);
            for (var distance = 0; at != null; distance++) {
                derived.put(at, distance);
                at = structure.parent(at, day).orElse(null);
            }
        }
        Map<UnitId, Integer> written = new HashMap<>();
        sql.sql("""
                        select ancestor_id, distance from organisation.ancestry
                         where unit_id = :unit and hierarchy_id = 1 and superseded_at = 'infinity' and from_day <= :day and :day < until_day
                        """)
                .param("unit", unit.value())
                .param("day", Objects.requireNonNull(day))
                .query(row -> {
                    written.put(new UnitId(row.getLong(1)), row.getInt(2));
                });
        compare("ancestry of " + unit + " on " + day, written, derived);
    }

    private void compare(String what, Object written, Object derived) {
        if (!written.equals(derived)) {
            var text = what + ": written " + written + ", derived " + derived;
            wrong.add(text.substring(0, Math.min(600, text.length())));
        }
    }
}

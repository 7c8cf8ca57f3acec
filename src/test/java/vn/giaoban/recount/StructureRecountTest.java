package vn.giaoban.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import vn.giaoban.CommittingTest;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;

/** The tree of any day as known at any instant, against the recount's, over random histories. */
@CommittingTest(freshForEachMethod = true)
class StructureRecountTest {

    @Autowired
    Entries entries;

    @Autowired
    Registers registers;

    @Autowired
    UnitEvents events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient sql;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void treeOfAnyDayAsKnownAtAnyInstant(long seed) {
        var told = RandomHistory.of(seed, seed % 2 == 0, 45);
        var refused = new ArrayList<String>();
        var history = new Loading(entries, registers, events, (by, register, batch) -> {}, transactions)
                .load(withoutPeople(told), (batch, refusal) -> refused.add(batch + " " + refusal));
        assertThat(refused).isEmpty();
        var random = new Random(seed);
        var batches = history.batches();
        for (int i = 0; i < 12; i++) {
            var k = i == 0
                    ? batches.get(batches.size() - 1).at()
                    : batches.get(random.nextInt(batches.size())).at();
            var tree = new Tree(World.knownAt(history, k));
            for (int j = 0; j < 8; j++) {
                var day = Chronicle.FIRST_DAY.plusDays(random.nextInt(400) - 20);
                assertThat(treeInDatabase(day, k)).as(day + " known at " + k).isEqualTo(treeOf(tree, day));
                assertThat(pathsInDatabase(day, k))
                        .as("paths " + day + " known at " + k)
                        .isEqualTo(pathsOf(tree, day));
            }
        }
    }

    private static History withoutPeople(History told) {
        return new History(
                told.registers(),
                told.batches().stream()
                        .filter(batch -> batch.file() == File.UNITS || batch.file() == File.UNIT_EVENTS)
                        .toList());
    }

    private TreeMap<String, String> treeInDatabase(LocalDate day, Instant k) {
        var tree = new TreeMap<String, String>();
        Acting.as(
                Loading.system(),
                () -> sql.sql("""
                        select u.code, u.kind, p.code
                          from organisation_api.unit_on(:day, :known) u
                          left join organisation_api.unit p on p.unit_id = u.parent_id
                        """)
                        .param("day", day)
                        .param("known", Timestamp.from(k))
                        .query(row -> {
                            tree.put(row.getString(1), row.getString(2) + " under " + row.getString(3));
                        }));
        return tree;
    }

    private static TreeMap<String, String> treeOf(Tree of, LocalDate day) {
        var tree = new TreeMap<String, String>();
        for (var unit : of.open(day)) {
            tree.put(unit, of.kind(unit, day) + " under " + of.parent(unit, day));
        }
        return tree;
    }

    private TreeMap<String, List<String>> pathsInDatabase(LocalDate day, Instant k) {
        var paths = new TreeMap<String, List<String>>();
        Acting.as(
                Loading.system(),
                () -> sql.sql("""
                        select u.code, a.code, s.distance
                          from organisation_api.stands_under s
                          join organisation_api.unit u on u.unit_id = s.unit_id
                          join organisation_api.unit a on a.unit_id = s.ancestor_id
                         where s.hierarchy_id = 1
                           and s.from_day <= :day and :day < s.until_day
                           and s.recorded_at <= :known and :known < s.superseded_at
                         order by s.distance
                        """)
                        .param("day", day)
                        .param("known", Timestamp.from(k))
                        .query(row -> {
                            paths.computeIfAbsent(row.getString(1), u -> new ArrayList<>())
                                    .add(row.getString(2));
                        }));
        return paths;
    }

    private static TreeMap<String, List<String>> pathsOf(Tree of, LocalDate day) {
        var paths = new TreeMap<String, List<String>>();
        for (var unit : of.all()) {
            if (!day.isBefore(of.openedOn(unit))) {
                paths.put(unit, of.path(of.standsFor(unit, day), day));
            }
        }
        return paths;
    }
}

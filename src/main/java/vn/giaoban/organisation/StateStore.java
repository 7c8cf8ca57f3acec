package vn.giaoban.organisation;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.UnitId;

/** Writes what is derived of events: where each unit stood, which ended, and the ancestry. */
@Repository
class StateStore {

    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final Ancestry ancestry;
    private final SecondPlaces hierarchies;

    StateStore(JdbcClient sql, JdbcTemplate batches, Ancestry ancestry, SecondPlaces hierarchies) {
        this.sql = sql;
        this.batches = batches;
        this.ancestry = ancestry;
        this.hierarchies = hierarchies;
    }

    /** Writes what differs for these units, then their ancestry. */
    void writeDifference(Entry entry, Structure before, Structure after, Collection<UnitId> units) {
        var gone = new ArrayList<State>();
        var come = new ArrayList<State>();
        var closingsGone = new ArrayList<UnitId>();
        var closingsCome = new ArrayList<Structure.Closing>();
        for (var unit : units) {
            var old = before.states(unit);
            var now = after.states(unit);
            var kept = new HashSet<>(now);
            old.stream().filter(state -> !kept.contains(state)).forEach(gone::add);
            var had = new HashSet<>(old);
            now.stream().filter(state -> !had.contains(state)).forEach(come::add);
            if (!before.closing(unit).equals(after.closing(unit))) {
                before.closing(unit).ifPresent(closing -> closingsGone.add(unit));
                after.closing(unit).ifPresent(closingsCome::add);
            }
        }
        supersedeStates(entry, gone);
        insertStates(entry, come);
        supersedeClosings(entry, closingsGone);
        insertClosings(entry, closingsCome);
        if (!units.isEmpty()) {
            ancestry.read(entry, Ancestry.TERRITORIAL, units);
            hierarchies.follow(entry, units);
        }
    }

    private void supersedeStates(Entry entry, List<State> states) {
        batches.batchUpdate("""
                update organisation.unit_state set superseded_at = ?, superseded_by = ?
                 where unit_id = ? and from_day = ? and superseded_at = 'infinity'
                """, states, 500, (statement, state) -> {
            statement.setTimestamp(1, Timestamp.from(entry.at()));
            statement.setLong(2, entry.id());
            statement.setLong(3, state.unit().value());
            statement.setObject(4, state.from());
        });
    }

    private void insertStates(Entry entry, List<State> states) {
        batches.batchUpdate("""
                insert into organisation.unit_state (unit_id, from_day, until_day, parent_id, position, name, committee_name, symbol, place,
                                                     kind_code, sector_code, entry_id, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, states, 500, (statement, state) -> {
            statement.setLong(1, state.unit().value());
            statement.setObject(2, state.from());
            statement.setObject(3, state.until());
            statement.setObject(
                    4, state.parent() == null ? null : state.parent().value());
            statement.setInt(5, state.position());
            statement.setString(6, state.name());
            statement.setString(7, state.committeeName());
            statement.setString(8, state.symbol());
            statement.setString(9, state.place());
            statement.setString(10, state.kind());
            statement.setString(11, state.sector());
            statement.setLong(12, entry.id());
            statement.setTimestamp(13, Timestamp.from(entry.at()));
        });
    }

    private void supersedeClosings(Entry entry, List<UnitId> units) {
        sql.sql("""
                        update organisation.closing set superseded_at = :at, superseded_by = :entry
                         where unit_id = any (:units) and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .update();
    }

    private void insertClosings(Entry entry, List<Structure.Closing> closings) {
        batches.batchUpdate("""
                insert into organisation.closing (unit_id, day, successor_id, event_id, entry_id, recorded_at) values (?, ?, ?, ?, ?, ?)
                """, closings, 500, (statement, closing) -> {
            statement.setLong(1, closing.unit().value());
            statement.setObject(2, closing.day());
            statement.setLong(3, closing.successor().value());
            statement.setLong(4, closing.event().value());
            statement.setLong(5, entry.id());
            statement.setTimestamp(6, Timestamp.from(entry.at()));
        });
    }
}

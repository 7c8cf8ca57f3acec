package vn.giaoban.figures;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Sql;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** How many people live where a unit is: typed, with day and source. */
@Service
public class Populations {

    private static final String POPULATION = Sql.beside(Populations.class, "population.sql");

    private final JdbcClient sql;
    private final Entries entries;
    private final Organisation organisation;

    Populations(JdbcClient sql, Entries entries, Organisation organisation) {
        this.sql = sql;
        this.entries = entries;
        this.organisation = organisation;
    }

    /** Null if nothing was typed for the unit, or for one of those it was made of. */
    @Nullable
    Long of(Reading reading) {
        return Counting.parameters(sql.sql(POPULATION), reading, reading.openingDay())
                .query((row, n) -> (Long) row.getObject(1, Long.class))
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * Enters a number; one of the same day is corrected by it.
     *
     * @throws vn.giaoban.shared.Refusal if the actor does not keep the unit's register, or the number or its source is no such thing
     */
    @Transactional
    public void enter(Actor by, UnitId unit, LocalDate day, long value, String source) {
        organisation.check(by, Verb.KEEP_REGISTER, unit, new AsOf(day, entries.latest()));
        if (value <= 0 || value > 10_000_000_000L) {
            throw FiguresRefusal.notAPopulation(value);
        }
        if (source.isBlank() || source.length() > 300) {
            throw FiguresRefusal.populationNeedsASource();
        }
        var entry = entries.begin(by, Set.of(), "Nhập dân số", null);
        supersede(unit, day, entry);
        sql.sql("""
                        insert into figures.population (unit_id, day, value, source, entry_id, recorded_at)
                        values (:unit, :day, :value, :source, :entry, :at)
                        """)
                .param("unit", unit.value())
                .param("day", day)
                .param("value", value)
                .param("source", source)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    private void supersede(UnitId unit, LocalDate day, Entry entry) {
        sql.sql("""
                        update figures.population
                           set superseded_at = :at, superseded_by = :entry
                         where unit_id = :unit and day = :day and superseded_at = 'infinity'
                        """)
                .param("unit", unit.value())
                .param("day", day)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }
}

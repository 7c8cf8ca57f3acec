package vn.giaoban.figures;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /** A number as it was typed. @param login who typed it, {@code at} when */
    public record Typed(String unit, String name, LocalDate day, long value, String source, String login, Instant at) {}

    /**
     * What was typed for a unit and for those that stand directly under it on a day, as known at its instant: the unit first, then in
     * official order, the newest day of each first.
     *
     * @throws vn.giaoban.shared.Refusal "not found" if the actor may not see figures of the unit
     */
    @Transactional(readOnly = true)
    public List<Typed> typed(Actor by, UnitId unit, AsOf at) {
        organisation.check(by, Verb.SEE_FIGURES, unit, at);
        return sql.sql("""
                        select u.code, u.name, p.day, p.value, p.source, e.login, p.recorded_at
                          from organisation_api.stands_under s
                          join organisation_api.unit_on(:day, :known) u on u.unit_id = s.unit_id
                          join figures.population p on p.unit_id = s.unit_id and p.recorded_at <= :known and :known < p.superseded_at
                          join record_api.entry e on e.entry_id = p.entry_id
                         where s.ancestor_id = :unit and s.distance <= 1 and s.hierarchy_id = 1
                           and s.from_day <= :day and :day < s.until_day
                           and s.recorded_at <= :known and :known < s.superseded_at
                         order by s.distance, u."position", u.code, p.day desc
                        """)
                .param("unit", unit.value())
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .query((row, n) -> new Typed(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getTimestamp(7).toInstant()))
                .list();
    }

    /** Whether the actor may type a number for this unit. */
    public boolean mayEnter(Actor by, UnitId unit, AsOf at) {
        return organisation.may(by, Verb.KEEP_REGISTER, unit, at);
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

package vn.giaoban.figures;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.shared.Sql;

/** The SQL of explanations: events on units, and entries. */
@Repository
class Causes {

    private static final String STRUCTURE = Sql.beside(Causes.class, "structure-causes.sql");

    private final JdbcClient sql;

    Causes(JdbcClient sql) {
        this.sql = sql;
    }

    record Event(long id, String kind, LocalDate day) {}

    record Told(long id, Instant at, String what, String login) {}

    /** For each unit the event that took it in or out after one day and up to another; units without one are missing. */
    Map<Long, Event> events(Collection<Long> units, LocalDate after, LocalDate last, short hierarchy, Instant known) {
        var events = new HashMap<Long, Event>();
        if (units.isEmpty()) {
            return events;
        }
        sql.sql(STRUCTURE)
                .param("units", units.toArray(Long[]::new))
                .param("after", after)
                .param("last", last)
                .param("hierarchy", hierarchy)
                .param("known", known.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    events.put(
                            row.getLong(1),
                            new Event(row.getLong(2), row.getString(3), row.getObject(4, LocalDate.class)));
                });
        return events;
    }

    /** The names of the units each event is about. */
    Map<Long, String> subjects(Collection<Long> events, Instant known) {
        var names = new HashMap<Long, String>();
        if (events.isEmpty()) {
            return names;
        }
        sql.sql("""
                        select s.event_id, string_agg(n.name, ', ' order by n.name)
                          from organisation_api.subject s
                          join organisation_api.unit_name(:known) n on n.unit_id = s.unit_id
                         where s.event_id = any (:events)
                         group by s.event_id
                        """)
                .param("events", events.toArray(Long[]::new))
                .param("known", known.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    names.put(row.getLong(1), row.getString(2));
                });
        return names;
    }

    /** The entries after one instant and up to another, in their order. */
    List<Told> entries(Instant after, Instant until) {
        return sql.sql("""
                        select entry_id, at, what, login
                          from record_api.entry
                         where at > :after and at <= :until
                         order by at
                        """)
                .param("after", Timestamp.from(after))
                .param("until", Timestamp.from(until))
                .query((row, n) ->
                        new Told(row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3), row.getString(4)))
                .list();
    }

    /** Which of the entries recorded, corrected or undid an event on units. */
    List<Long> structural(Collection<Long> entries) {
        return entries.isEmpty()
                ? List.of()
                : sql.sql("select distinct entry_id from organisation_api.event where entry_id = any (:entries)")
                        .param("entries", entries.toArray(Long[]::new))
                        .query(Long.class)
                        .list();
    }
}

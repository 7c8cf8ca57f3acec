package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Events {

    private final JdbcClient sql;

    Events(JdbcClient sql) {
        this.sql = sql;
    }

    /** The event, and those of its plan if it has one; empty if it is not there or was taken back. */
    List<EventId> together(EventId event) {
        return sql.sql("""
                        select other.event_id
                          from organisation.event this
                          join organisation.event other on other.event_id = this.event_id or other.plan_id = this.plan_id
                         where this.event_id = :event and this.superseded_at = 'infinity' and other.superseded_at = 'infinity'
                         order by other.event_id
                        """).param("event", event.value()).query(Long.class).list().stream()
                .map(EventId::new)
                .toList();
    }

    /** Events recorded after these that name a unit they opened, or are about a unit that they opened, closed or shared out. */
    List<Obstacle> restingOn(Collection<EventId> events, Collection<EventId> alsoTaken) {
        return sql.sql("""
                        with taken as (
                            select event_id, recorded_at, kind from organisation.event where event_id = any (:events)
                        ), opened as (
                            select f.unit_id, t.recorded_at
                              from taken t
                              join organisation.effect f on f.event_id = t.event_id and f.aspect = 'OPEN'
                        ), ended as (
                            select f.unit_id, t.recorded_at
                              from taken t
                              join organisation.effect f on f.event_id = t.event_id and f.aspect = 'CLOSE'
                             union
                            select s.unit_id, t.recorded_at
                              from taken t
                              join organisation.subject s on s.event_id = t.event_id
                             where t.kind in ('SPLIT_OFF', 'DIVIDE', 'CHANGE_KIND')
                        ), resting as (
                            select s.event_id, s.unit_id, o.recorded_at
                              from organisation.subject s
                              join (table opened union table ended) o on o.unit_id = s.unit_id
                             union
                            select f.event_id, f.unit_id, o.recorded_at
                              from organisation.effect f
                              join opened o on o.unit_id = f.other_id or o.unit_id = f.unit_id
                        )
                        select distinct e.event_id, e.kind, e.day, coalesce(e.decision_no, ''), u.code
                          from resting r
                          join organisation.event e on e.event_id = r.event_id
                          join organisation.unit u on u.unit_id = r.unit_id
                         where e.superseded_at = 'infinity'
                           and e.recorded_at > r.recorded_at
                           and e.event_id <> all (:also)
                         order by e.day, e.event_id
                        """)
                .param("events", numbers(events))
                .param("also", numbers(alsoTaken))
                .query((row, n) -> new Obstacle(
                        row.getString(2) + " " + row.getString(5) + " " + row.getString(4),
                        row.getObject(3, LocalDate.class)))
                .list();
    }

    private static Long[] numbers(Collection<EventId> events) {
        return events.stream().map(EventId::value).toArray(Long[]::new);
    }
}

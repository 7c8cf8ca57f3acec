package vn.giaoban.membership;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.organisation.EventId;
import vn.giaoban.organisation.Obstacle;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/** What events on units mean for rows of people, in all registers that the actor may touch. */
@Repository
class CarriedRows {

    /** A share-out that was named apart from its event, and goes over to the event that corrects it. */
    record Moved(MemberId member, long event, LocalDate day, UnitId from, UnitId to) {}

    private final JdbcClient sql;

    CarriedRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those who belong, on any day, to one of these units as entered. */
    List<MemberId> peopleOf(Collection<UnitId> units) {
        return sql.sql("""
                        select distinct register_id, member_id from membership.belonging
                         where unit_id = any (:units) and superseded_at = 'infinity'
                        union
                        select register_id, member_id from membership.belonging
                         where temporary_unit = any (:units) and superseded_at = 'infinity'
                        union
                        select register_id, member_id from membership.belonging
                         where residence_unit = any (:units) and superseded_at = 'infinity'
                        """)
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .query((row, n) -> new MemberId(new RegisterId(row.getShort(1)), row.getLong(2)))
                .list();
    }

    /** Takes back what events carried; gives the people. */
    Set<MemberId> supersede(Entry entry, Collection<EventId> events) {
        return new HashSet<>(sql.sql("""
                        update membership.carried set superseded_at = :at, superseded_by = :entry
                         where event_id = any (:events) and superseded_at = 'infinity'
                        returning register_id, member_id
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("events", ids(events))
                .query((row, n) -> new MemberId(new RegisterId(row.getShort(1)), row.getLong(2)))
                .list());
    }

    /** Share-outs that rows apart from their event named, as the event that corrects it would have them. */
    List<Moved> namedApart(Collection<EventId> corrected) {
        return sql.sql("""
                        select c.register_id, c.member_id, now.event_id, now.day, c.from_unit, c.to_unit
                          from membership.carried c
                          join organisation_api.event was on was.event_id = c.event_id and was.entry_id <> c.entry_id
                          join organisation_api.event now on now.corrects = was.event_id and now.superseded_at = 'infinity'
                         where c.event_id = any (:events) and c.superseded_at = 'infinity'
                        """)
                .param("events", ids(corrected))
                .query((row, n) -> new Moved(
                        new MemberId(new RegisterId(row.getShort(1)), row.getLong(2)),
                        row.getLong(3),
                        row.getObject(4, LocalDate.class),
                        new UnitId(row.getLong(5)),
                        new UnitId(row.getLong(6))))
                .list();
    }

    /** The units that events opened, closed, changed or shared out. */
    Set<UnitId> unitsOf(Collection<EventId> events) {
        return new HashSet<>(sql.sql("""
                        select unit_id from organisation_api.subject where event_id = any (:events)
                         union
                        select unit_id from organisation_api.effect where event_id = any (:events)
                        """)
                .param("events", ids(events))
                .query((row, n) -> new UnitId(row.getLong(1)))
                .list());
    }

    /** Counting, section 6: rows that name a unit which the events opened, or, for one they carried, the cell he was carried to. */
    List<Obstacle> restingOn(Collection<EventId> events) {
        // Known beforehand, so that each table is entered by the index of its unit: 464 ms became 9 on 560,000 people.
        var opened = sql.sql("""
                        select distinct unit_id from organisation_api.effect where event_id = any (:events) and aspect = 'OPEN'
                        """).param("events", ids(events)).query(Long.class).list();
        return sql.sql("""
                        with carried as (
                            select s.register_id, s.member_id, s.to_unit, e.entry_id
                              from membership.step s
                              join organisation_api.event e on e.event_id = -s.movement_id
                             where s.movement_id = any (:steps) and s.movement_id < 0 and s.superseded_at = 'infinity'
                        )
                        select m.ref, m.day
                          from membership.movement m
                         where m.superseded_at = 'infinity' and m.from_unit = any (:opened)
                         union
                        select m.ref, m.day
                          from membership.movement m
                         where m.superseded_at = 'infinity' and m.to_unit = any (:opened)
                         union
                        select m.ref, m.day
                          from carried c
                          join membership.movement m on m.register_id = c.register_id and m.member_id = c.member_id
                         where m.superseded_at = 'infinity' and m.entry_id > c.entry_id
                           and (m.from_unit = c.to_unit or m.to_unit = c.to_unit)
                         union
                        -- who was there when the register opened belonged there
                        select p.ref, o.from_day
                          from membership.belonging b
                          join membership.opening o
                            on o.register_id = b.register_id and o.member_id = b.member_id and o.unit_id = b.unit_id
                           and o.superseded_at = 'infinity'
                          join membership.member p
                            on p.register_id = o.register_id and p.member_id = o.member_id and p.superseded_at = 'infinity'
                         where b.unit_id = any (:opened) and b.superseded_at = 'infinity'
                         union
                        select e.ref, e.day
                          from membership.carried c
                          join organisation_api.event e on e.event_id = c.event_id
                         where c.superseded_at = 'infinity' and c.to_unit = any (:opened)
                           and c.event_id <> all (:events)
                         order by 2, 1
                        """)
                .param("events", ids(events))
                .param("opened", opened.toArray(Long[]::new))
                .param("steps", events.stream().map(event -> -event.value()).toArray(Long[]::new))
                .query((row, n) -> new Obstacle(
                        "dòng " + row.getString(1) + " ngày " + Wording.of(row.getObject(2, LocalDate.class)),
                        row.getObject(2, LocalDate.class)))
                .list();
    }

    private static Long[] ids(Collection<EventId> events) {
        return events.stream().map(EventId::value).toArray(Long[]::new);
    }
}

package vn.giaoban.organisation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.organisation.RecordedEvent.Named;
import vn.giaoban.shared.UnitId;

/** What happened to units: their events, and out of what they came. Open to every account, as names and places of units are. */
@Service
@Transactional(readOnly = true)
public class History {

    /** How many steps a lineage is followed to either side. */
    private static final int GENERATIONS = 6;

    private final JdbcClient sql;

    History(JdbcClient sql) {
        this.sql = sql;
    }

    /** The unit's own events, newest day first; those taken back too, marked. */
    public List<RecordedEvent> of(UnitId unit, Instant known) {
        return events(
                sql.sql("""
                        select distinct e.event_id
                          from organisation.event e
                          left join organisation.subject s on s.event_id = e.event_id
                          left join organisation.effect f on f.event_id = e.event_id
                         where (s.unit_id = :unit or f.unit_id = :unit or (f.other_id = :unit and f.aspect = 'CLOSE'))
                           and e.recorded_at <= :known
                        """)
                        .param("unit", unit.value())
                        .param("known", Timestamp.from(known))
                        .query(Long.class)
                        .list(),
                known);
    }

    public List<RecordedEvent> ofPlan(PlanId plan, Instant known) {
        return events(
                sql.sql("select event_id from organisation.event where plan_id = :plan and recorded_at <= :known")
                        .param("plan", plan.value())
                        .param("known", Timestamp.from(known))
                        .query(Long.class)
                        .list(),
                known);
    }

    /** @throws OrganisationRefusal if there is none */
    public RecordedEvent event(EventId event, Instant known) {
        return find(event, known).orElseThrow(OrganisationRefusal::eventNotFound);
    }

    Optional<RecordedEvent> find(EventId event, Instant known) {
        return events(List.of(event.value()), known).stream().findFirst();
    }

    private List<RecordedEvent> events(List<Long> ids, Instant known) {
        var units = new HashMap<Long, Map<String, List<Named>>>();
        sql.sql("""
                        with named as (
                            select event_id, unit_id, 'SUBJECT' as role from organisation.subject where event_id = any (:events)
                             union
                            select event_id, unit_id, 'OPENED' from organisation.effect where event_id = any (:events) and aspect = 'OPEN'
                             union
                            select event_id, other_id, 'OTHER' from organisation.effect
                             where event_id = any (:events) and other_id is not null
                             union
                            select event_id, receiving_cell, 'OTHER' from organisation.event
                             where event_id = any (:events) and receiving_cell is not null
                        )
                        select named.event_id, named.role, named.unit_id, u.code,
                               coalesce((select s.name from organisation.unit_state s where s.unit_id = named.unit_id
                                          order by s.superseded_at desc, s.from_day desc limit 1), u.code)
                          from named
                          join organisation.unit u on u.unit_id = named.unit_id
                         order by named.event_id, named.unit_id
                        """).param("events", ids.toArray(Long[]::new)).query(row -> {
            units.computeIfAbsent(row.getLong(1), event -> new HashMap<>())
                    .computeIfAbsent(row.getString(2), role -> new ArrayList<>())
                    .add(new Named(new UnitId(row.getLong(3)), row.getString(4), row.getString(5)));
        });
        return sql.sql("""
                        select e.event_id, e.kind, e.day, e.decision_no, e.decision_day, e.issuer, e.plan_id, p.name, n.login, e.recorded_at,
                               nullif(e.superseded_at, 'infinity')
                          from organisation.event e
                          left join organisation.plan p on p.plan_id = e.plan_id
                          join record_api.entry n on n.entry_id = e.entry_id
                         where e.event_id = any (:events)
                         order by e.day desc, e.event_id desc
                        """)
                .param("events", ids.toArray(Long[]::new))
                .query((row, n) -> {
                    var plan = row.getObject(7, Long.class);
                    var own = units.getOrDefault(row.getLong(1), Map.of());
                    return new RecordedEvent(
                            new EventId(row.getLong(1)),
                            UnitEventKind.valueOf(row.getString(2)),
                            row.getObject(3, LocalDate.class),
                            new Decision(row.getString(4), row.getObject(5, LocalDate.class), row.getString(6)),
                            plan == null ? null : new PlanId(plan),
                            row.getString(8),
                            own.getOrDefault("SUBJECT", List.of()),
                            own.getOrDefault("OPENED", List.of()),
                            own.getOrDefault("OTHER", List.of()),
                            row.getString(9),
                            row.getTimestamp(10).toInstant(),
                            takenBack(row.getTimestamp(11), known));
                })
                .list();
    }

    private static @Nullable Instant takenBack(@Nullable Timestamp at, Instant known) {
        return at == null || at.toInstant().isAfter(known) ? null : at.toInstant();
    }

    public Lineage lineage(UnitId unit, Instant known) {
        var edges = new LinkedHashMap<List<Long>, Lineage.Edge>();
        var nodes = new LinkedHashMap<Long, Lineage.Node>();
        sql.sql("""
                        with recursive edge as (
                            select distinct f.unit_id as from_id, f.other_id as to_id, e.kind, e.day
                              from organisation.effect f
                              join organisation.event e on e.event_id = f.event_id
                             where f.aspect = 'CLOSE' and e.recorded_at <= :known and :known < e.superseded_at
                             union
                            select s.unit_id, f.unit_id, e.kind, e.day
                              from organisation.event e
                              join organisation.subject s on s.event_id = e.event_id
                              join organisation.effect f on f.event_id = e.event_id and f.aspect = 'OPEN'
                             where e.kind in ('DIVIDE', 'SPLIT_OFF', 'CONSOLIDATE')
                               and e.recorded_at <= :known and :known < e.superseded_at
                        ), line (from_id, to_id, kind, day, node, generation) as (
                            select null::bigint, null::bigint, null::text, null::date, :unit, 0
                             union
                            select g.from_id, g.to_id, g.kind, g.day,
                                   case when l.generation <= 0 and g.to_id = l.node then g.from_id else g.to_id end,
                                   case when l.generation <= 0 and g.to_id = l.node then l.generation - 1 else l.generation + 1 end
                              from line l
                              join edge g on (l.generation <= 0 and g.to_id = l.node) or (l.generation >= 0 and g.from_id = l.node)
                             where abs(l.generation) < :generations
                        )
                        select l.from_id, l.to_id, l.kind, l.day, l.node, l.generation, u.code, life.name, life.opened, life.closed
                          from line l
                          join organisation.unit u on u.unit_id = l.node
                          join lateral (
                              select min(s.from_day) as opened, max(s.until_day) as closed,
                                     (array_agg(s.name order by s.from_day desc))[1] as name
                                from organisation.unit_state s
                               where s.unit_id = l.node and s.recorded_at <= :known and :known < s.superseded_at
                              having count(*) > 0
                          ) life on true
                         order by l.generation, l.node
                        """)
                .param("known", Timestamp.from(known))
                .param("unit", unit.value())
                .param("generations", GENERATIONS)
                .query(row -> {
                    var node = row.getLong(5);
                    nodes.putIfAbsent(
                            node,
                            new Lineage.Node(
                                    new UnitId(node),
                                    row.getString(7),
                                    row.getString(8),
                                    row.getInt(6),
                                    row.getObject(9, LocalDate.class),
                                    row.getObject(10, LocalDate.class)));
                    var kind = row.getString(3);
                    if (kind != null) {
                        edges.putIfAbsent(
                                List.of(row.getLong(1), row.getLong(2)),
                                new Lineage.Edge(
                                        new UnitId(row.getLong(1)),
                                        new UnitId(row.getLong(2)),
                                        UnitEventKind.valueOf(kind),
                                        row.getObject(4, LocalDate.class)));
                    }
                });
        return new Lineage(unit, List.copyOf(nodes.values()), List.copyOf(edges.values()));
    }
}

-- For each unit and range of days, the event on units that explains why it came or went: the latest on the unit itself, else the one
-- nearest above it.
-- Parameters: units bigint[], after and last: days of (after, last], hierarchy, known.
with asked as (
    select unnest(cast(:units as bigint[])) as unit_id
), above as (
    select distinct a.unit_id, s.ancestor_id, s.distance
      from asked a
      join organisation_api.stands_under s
           on s.unit_id = a.unit_id and s.hierarchy_id = :hierarchy
          and s.recorded_at <= :known and :known < s.superseded_at
          and s.from_day <= :last and s.until_day > :after
), itself as (
    select unit_id, unit_id as ancestor_id, -1 as distance from asked
     union all
    select unit_id, ancestor_id, distance from above
)
select distinct on (i.unit_id) i.unit_id, v.event_id, v.kind, v.day
  from itself i
  join organisation_api.effect f
       on f.unit_id = i.ancestor_id and f.aspect in ('OPEN', 'PLACE', 'KIND', 'CLOSE')
      and f.day > :after and f.day <= :last
  join organisation_api.event v
       on v.event_id = f.event_id and v.recorded_at <= :known and :known < v.superseded_at
 order by i.unit_id, i.distance, f.day desc

-- Computes anew where the given units, and all that stand or stood under or for them, stand on every day; supersedes what no longer holds
-- and enters what is new.
-- The planner takes the recursive walk for a few rows, whatever it is. So nothing here joins two sets of this statement with one another:
-- days of life are looked up by index, and what is there is taken from what is wanted, and the other way round, by set operations.
-- Parameters: :hierarchy, :units bigint[] whose states, successors or places changed, :entry, :at; the step up to the parent is filled in by the
-- hierarchy.
with recursive affected as (
    select unnest(:units) as unit_id
     union
    select unit_id from organisation.ancestry where ancestor_id = any (:units) and superseded_at = 'infinity' and hierarchy_id in (1, :hierarchy)
), walk (unit_id, node, distance, from_day, until_day) as (
    select unit_id, unit_id, 0, date '-infinity', date 'infinity' from affected
     union all
    select walk.unit_id, up.node, walk.distance + up.step, greatest(walk.from_day, up.from_day), least(walk.until_day, up.until_day)
      from walk
     cross join lateral (
            -- 1. up to the parent while the node is open
{up}
             union all
            -- 2. over to the successor from the day it closed
            select c.successor_id, 0, c.day, date 'infinity'
              from organisation.closing c
             where c.unit_id = walk.node and c.superseded_at = 'infinity') up
     where greatest(walk.from_day, up.from_day) < least(walk.until_day, up.until_day)
       and walk.distance < 40
), piece as (
    select walk.unit_id, walk.node as ancestor_id, walk.distance,
           unnest(range_agg(daterange(greatest(walk.from_day, life.opened), least(walk.until_day, life.closed)))) as during
      from walk
     cross join lateral (
           select min(s.from_day) as opened, max(s.until_day) as closed
             from organisation.unit_state s
            where s.unit_id = walk.node and s.superseded_at = 'infinity') life
     where life.opened is not null and greatest(walk.from_day, life.opened) < least(walk.until_day, life.closed)
     group by walk.unit_id, walk.node, walk.distance
), wanted as materialized (
    select unit_id, ancestor_id, distance, lower(during) as from_day, upper(during) as until_day from piece
), there as materialized (
    select a.unit_id, a.ancestor_id, a.distance, a.from_day, a.until_day
      from affected
     cross join lateral (
           select unit_id, ancestor_id, distance, from_day, until_day
             from organisation.ancestry
            where unit_id = affected.unit_id and hierarchy_id = :hierarchy and superseded_at = 'infinity'
            offset 0) a
), gone as (
    update organisation.ancestry a
       set superseded_at = :at, superseded_by = :entry
      from (table there except table wanted) g
     where a.unit_id = g.unit_id and a.from_day = g.from_day and a.ancestor_id = g.ancestor_id and a.distance = g.distance
       and a.until_day = g.until_day
       and a.hierarchy_id = :hierarchy and a.superseded_at = 'infinity'
    returning 1
)
insert into organisation.ancestry (hierarchy_id, unit_id, ancestor_id, distance, from_day, until_day, entry_id, recorded_at)
select :hierarchy, w.unit_id, w.ancestor_id, w.distance, w.from_day, w.until_day, :entry, :at
  from (table wanted except table there) w

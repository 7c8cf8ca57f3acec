-- Which units count for a unit on which days: every count of this module begins here.
-- The ancestry goes on through standsFor after a unit has closed, so one join serves the three structures
-- (counting.md 4): "on" is the day whose tree is read, null for the tree of each day.
-- Parameters: unit, hierarchy, known, on; first and last: the days between which anything is counted. Some units may be wanted alone;
-- what they stand under is then read from them upwards.
with line as (
    select cast(:unit as bigint) as line_id, date '-infinity' as from_day, date 'infinity' as until_day,
           date 'infinity' as last_day
){wanted}, stay as (
    select cast(:unit as bigint) as line_id, s.unit_id,
           case when cast(:on as date) is null then s.from_day else '-infinity' end as from_day,
           case when cast(:on as date) is null then s.until_day else 'infinity' end as until_day
      from {standing} s
     where s.hierarchy_id = :hierarchy
       and s.ancestor_id = :unit
       and s.recorded_at <= :known and :known < s.superseded_at
       and s.from_day <= coalesce(cast(:on as date), :last)
       and s.until_day >= coalesce(cast(:on as date) + 1, :first)
)

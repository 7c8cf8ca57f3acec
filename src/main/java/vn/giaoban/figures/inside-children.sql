-- As inside-total.sql, with one line for each unit that stood directly under the unit, and one for the unit itself.
-- Read as it was, a line counts only the days on which it stood there; the day on which it closes is its last.
-- Parameters: unit, hierarchy, known, on, first, last.
with direct as materialized (
    select s.unit_id, s.hierarchy_id, s.from_day, s.until_day
      from organisation_api.stands_under s
     where s.hierarchy_id = :hierarchy
       and s.ancestor_id = :unit
       and s.distance = 1
       and s.recorded_at <= :known and :known < s.superseded_at
), child as (
    select s.unit_id as line_id,
           case when cast(:on as date) is null then greatest(s.from_day, o.from_day) else '-infinity' end as from_day,
           case when cast(:on as date) is null then least(s.until_day, o.until_day) else 'infinity' end as until_day
      from direct s
     cross join lateral (select x.from_day, x.until_day
                           from organisation_api.stands_under x
                          where x.unit_id = s.unit_id and x.ancestor_id = s.unit_id and x.distance = 0
                            and x.hierarchy_id = :hierarchy
                            and x.recorded_at <= :known and :known < x.superseded_at
                         offset 0) o
     where o.from_day < s.until_day and s.from_day < o.until_day
       and greatest(s.from_day, o.from_day) <= coalesce(cast(:on as date), :last)
       and least(s.until_day, o.until_day) >= coalesce(cast(:on as date) + 1, :first + 1)
), child_stay as (
    select line_id, min(from_day) as from_day, max(until_day) as until_day
      from (select b.*, count(*) filter (where b.broken) over (partition by b.line_id order by b.from_day) as island
              from (select c.line_id, c.from_day, c.until_day,
                           coalesce(lag(c.until_day) over (partition by c.line_id order by c.from_day) <> c.from_day,
                                    true) as broken
                      from child c) b) numbered
     group by line_id, island
), line as (
    select k.line_id, k.from_day, k.until_day,
           case when k.until_day < 'infinity'
                 and not exists (select from organisation_api.stands_under o
                                  where o.unit_id = k.line_id and o.ancestor_id = k.line_id and o.distance = 0
                                    and o.hierarchy_id = :hierarchy
                                    and o.recorded_at <= :known and :known < o.superseded_at
                                    and o.from_day <= k.until_day and k.until_day < o.until_day)
                then k.until_day + 1 else k.until_day end as last_day
      from child_stay k
     union all
    select cast(:unit as bigint), '-infinity', 'infinity', 'infinity'
){wanted}, stay as (
    select s.ancestor_id as line_id, s.unit_id,
           case when cast(:on as date) is null then s.from_day else '-infinity' end as from_day,
           case when cast(:on as date) is null then s.until_day else 'infinity' end as until_day
      from {standing} s
     where s.hierarchy_id = :hierarchy
       and (s.ancestor_id in (select line_id from child) or s.ancestor_id = :unit and s.distance = 0)
       and s.recorded_at <= :known and :known < s.superseded_at
       and s.from_day <= coalesce(cast(:on as date), :last)
       and s.until_day >= coalesce(cast(:on as date) + 1, :first)
)

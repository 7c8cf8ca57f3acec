-- People who live where a unit is, by the newest number typed for it up to the last day of the period. Under the tree of another day
-- the unit is made of those that were open on the last day and for which it stands; what lay inside one of them counts with that one.
-- Parameters: unit, hierarchy, known, on, closing_day.
with part as (
    select s.unit_id
      from organisation_api.stands_under s
      join organisation_api.stands_under o
           on o.unit_id = s.unit_id and o.ancestor_id = s.unit_id and o.distance = 0 and o.hierarchy_id = :hierarchy
          and o.recorded_at <= :known and :known < o.superseded_at
          and o.from_day <= :closing_day and :closing_day < o.until_day
     where s.ancestor_id = :unit
       and s.distance = 0
       and s.hierarchy_id = :hierarchy
       and s.recorded_at <= :known and :known < s.superseded_at
       and s.from_day <= coalesce(cast(:on as date), :closing_day)
       and coalesce(cast(:on as date), :closing_day) < s.until_day
), top as (
    select part.unit_id
      from part
     where not exists (select
                         from organisation_api.stands_under a
                         join part upper on upper.unit_id = a.ancestor_id
                        where a.unit_id = part.unit_id and a.distance > 0 and a.hierarchy_id = :hierarchy
                          and a.recorded_at <= :known and :known < a.superseded_at
                          and a.from_day <= :closing_day and :closing_day < a.until_day)
)
select case when count(*) = count(newest.value) then sum(newest.value)::bigint end as value
  from top
  left join lateral (select p.value
                       from figures.population p
                      where p.unit_id = top.unit_id
                        and p.day <= :closing_day
                        and p.recorded_at <= :known and :known < p.superseded_at
                      order by p.day desc
                      limit 1) newest on true

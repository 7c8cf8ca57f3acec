-- Of each register with units under the unit: whether any that may hold members stands under it in the tree that is read at the end of the day;
-- if not all of the register do, which units; and whether nothing of it counts for the period but the unit itself, with others below.
-- Parameters: unit, known, on, day, opening_day.
with below as materialized (
    select s.unit_id, u.register_id, s.from_day, s.until_day
      from organisation_api.stands_under s
      join organisation_api.unit u on u.unit_id = s.unit_id
     where s.hierarchy_id = 1
       and s.ancestor_id = :unit
       and s.recorded_at <= :known and :known < s.superseded_at
       and s.from_day <= coalesce(cast(:on as date), :day)
       and s.until_day > coalesce(cast(:on as date), :opening_day)
), holds as materialized (
    select distinct h.unit_id from organisation_api.holding h
), inside as (
    select b.register_id, count(distinct b.unit_id) as units
      from below b
     where b.from_day <= coalesce(cast(:on as date), :day) and coalesce(cast(:on as date), :day) < b.until_day
       and b.unit_id in (select unit_id from holds)
     group by 1
), part as (
    select b.register_id, b.unit_id
      from below b
     where b.from_day <= coalesce(cast(:on as date), :day) and coalesce(cast(:on as date), :day) < b.until_day
), all_units as (
    select u.register_id, count(distinct s.unit_id) as units
      from organisation_api.stands_under s
      join organisation_api.unit u on u.unit_id = s.unit_id
     where s.hierarchy_id = 1 and s.distance = 0
       and s.recorded_at <= :known and :known < s.superseded_at
       and s.from_day <= coalesce(cast(:on as date), :day) and coalesce(cast(:on as date), :day) < s.until_day
       and s.unit_id in (select unit_id from holds)
     group by 1
)
select r.register_id,
       i.units is not null as any_inside,
       case when i.units < a.units or i.units is null and exists (select from part p where p.register_id = r.register_id)
            then (select array_agg(distinct p.unit_id) from part p where p.register_id = r.register_id) end as units_inside,
       not exists (select from below b
                    where b.register_id = r.register_id
                      and (b.unit_id <> :unit or not exists (select from below o where o.unit_id <> :unit))) as only_itself
  from (select distinct register_id from below) r
  left join inside i on i.register_id = r.register_id
  left join all_units a on a.register_id = r.register_id

-- In which registers that what is inside was first entered; the unit itself says it only if nothing else is inside. An anchor says it at once;
-- of a register that no anchor is of, one unit is looked for.
-- Parameters: anchors, tops, bundles, unit, known, on, last, opening_day.
with said as materialized (
    select distinct u.register_id from organisation_api.unit u where u.unit_id = any (:anchors) and u.unit_id <> :unit
), candidate as (
    select r.first_register from figures.register_of_top r where r.top_id = any (:tops)
     union
    select r.first_register
      from figures.bundle_top t
      join figures.register_of_top r on r.top_id = t.top_id
     where t.bundle_id = any (:bundles)
)
select register_id from said
 union all
select c.first_register
  from candidate c
 cross join lateral (select
                       from (select u.unit_id from organisation_api.unit u
                              where u.register_id = c.first_register and u.unit_id <> :unit offset 0) u
                      cross join lateral (select
                                            from organisation_api.stands_under s
                                           where s.unit_id = u.unit_id and s.ancestor_id = :unit and s.hierarchy_id = 1
                                             and s.recorded_at <= :known and :known < s.superseded_at
                                             and s.from_day <= coalesce(cast(:on as date), :last)
                                             and s.until_day >= coalesce(cast(:on as date) + 1, :opening_day + 1)
                                           limit 1) inside
                      limit 1) one
 where c.first_register not in (select register_id from said)

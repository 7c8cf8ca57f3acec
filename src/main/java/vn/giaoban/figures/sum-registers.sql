-- In which registers that what is inside was first entered; the unit itself says it only if nothing else is inside.
-- Parameters: tops, bundles, unit, known, on, last, opening_day.
select c.first_register
  from (select r.first_register from figures.register_of_top r where r.top_id = any (:tops)
         union
        select r.first_register
          from figures.bundle_top t
          join figures.register_of_top r on r.top_id = t.top_id
         where t.bundle_id = any (:bundles)) c
 where exists (select
                 from organisation_api.unit u
                 join organisation_api.stands_under s on s.unit_id = u.unit_id
                where u.register_id = c.first_register and u.unit_id <> :unit
                  and s.ancestor_id = :unit and s.hierarchy_id = 1
                  and s.recorded_at <= :known and :known < s.superseded_at
                  and s.from_day <= coalesce(cast(:on as date), :last)
                  and s.until_day >= coalesce(cast(:on as date) + 1, :opening_day + 1))

-- When something about people was last entered below each of some units.
-- Parameters: :units, :day, :known
select a.ancestor_id, max(s.recorded_at)
  from membership_api.step s
  join organisation_api.stands_under a
    on a.unit_id = coalesce(s.to_unit, s.from_unit) and a.ancestor_id = any (:units) and a.hierarchy_id = 1
   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
 where s.recorded_at <= :known
 group by a.ancestor_id

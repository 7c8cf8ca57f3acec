-- Cells and base cells below a unit with fewer than three official members who are neither exempt nor suspended; named with what they stand under.
-- Parameters: :top, :day, :since (not used), :known
select s.unit_id, u.name || coalesce(' (' || regexp_replace(p.name, '^Đảng bộ ', '') || ')', '') as name, s.official
  from membership_api.cell_strength_on(:day, :known) s
  join organisation_api.unit_on(:day, :known) u on u.unit_id = s.unit_id
  join organisation_api.stands_under a
    on a.unit_id = s.unit_id and a.ancestor_id = :top and a.hierarchy_id = 1
   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
  left join organisation_api.unit_on(:day, :known) p on p.unit_id = u.parent_id
 where s.official < 3 and cast(:since as date) is not null
 order by s.official, u.name collate "vi-x-icu", s.unit_id

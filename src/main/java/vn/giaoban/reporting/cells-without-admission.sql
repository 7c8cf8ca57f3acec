-- Cells and base cells below a unit in which nobody was admitted since a day; with the number of their members;
-- named with what they stand under, because villages of many communes have the same name.
-- Parameters: :top, :day, :since, :known
with cell as (
    select u.unit_id, u.name, u."position", u.parent_id
      from organisation_api.unit_on(:day, :known) u
      join organisation_api.stands_under a
        on a.unit_id = u.unit_id and a.ancestor_id = :top and a.hierarchy_id = 1
       and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
     where u.class in ('CELL', 'BASE_CELL')
), admitted as (
    select distinct a.ancestor_id as unit_id
      from membership_api.steps_between(cast(:since as date) + 1, cast(:day as date) + 1, :known) s
      join organisation_api.stands_under a
        on a.unit_id = s.to_unit and a.distance = 0 and a.hierarchy_id = 1
       and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
     where s.kind in ('admission', 'readmission')
), size as (
    select a.ancestor_id as unit_id, count(*) as members
      from membership_api.belonging_on(:day, :known) b
      join organisation_api.stands_under a
        on a.unit_id = b.unit_id and a.distance = 0 and a.hierarchy_id = 1
       and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
     group by a.ancestor_id
)
select cell.unit_id, cell.name || coalesce(' (' || regexp_replace(p.name, '^Đảng bộ ', '') || ')', '') as name, size.members
  from cell
  left join organisation_api.unit_on(:day, :known) p on p.unit_id = cell.parent_id
  left join size on size.unit_id = cell.unit_id
 where cell.unit_id not in (select unit_id from admitted)
 order by size.members desc nulls last, cell.unit_id

-- Cells and base cells below a unit in which nobody was admitted since a day; with the number of their members;
-- named with what they stand under, because villages of many communes have the same name.
-- Parameters: :top, :day, :since, :known
select f.unit_id, cell.name || coalesce(' (' || regexp_replace(p.name, '^Đảng bộ ', '') || ')', '') as name, f.members
  from membership_api.cells_without_admission(cast(:top as bigint), cast(:day as date), cast(:since as date), cast(:known as timestamptz)) f
  join organisation_api.unit_on(:day, :known) cell on cell.unit_id = f.unit_id
  left join organisation_api.unit_on(:day, :known) p on p.unit_id = cell.parent_id
 order by f.members desc nulls last, f.unit_id

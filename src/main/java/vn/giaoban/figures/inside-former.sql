-- As inside-total.sql for a former area ("khu vực … cũ", counting.md 4): the cells for which the cells below the unit
-- on its last day stand on the day "on", with all that those cells stand for.
-- Parameters: unit, hierarchy, known, on.
with ended as (
    select max(s.until_day) - 1 as last_day
      from organisation_api.stands_under s
     where s.unit_id = :unit and s.ancestor_id = :unit and s.distance = 0 and s.hierarchy_id = :hierarchy
       and s.recorded_at <= :known and :known < s.superseded_at
       and s.until_day < 'infinity'
), line as (
    select cast(:unit as bigint) as line_id, date '-infinity' as from_day, date 'infinity' as until_day,
           date 'infinity' as last_day
), area as (
    select distinct now_at.ancestor_id as cell_id
      from ended
      join organisation_api.stands_under below on below.from_day <= ended.last_day and ended.last_day < below.until_day
      join organisation_api.stands_under now_at
           on now_at.unit_id = below.unit_id and now_at.distance = 0 and now_at.hierarchy_id = :hierarchy
          and now_at.recorded_at <= :known and :known < now_at.superseded_at
          and now_at.from_day <= :on and :on < now_at.until_day
     cross join lateral organisation_api.unit_on(ended.last_day, :known) cell
     where below.hierarchy_id = :hierarchy
       and below.ancestor_id = :unit
       and below.recorded_at <= :known and :known < below.superseded_at
       and cell.unit_id = below.unit_id and cell.class in ('CELL', 'BASE_CELL')
), stay as (
    select cast(:unit as bigint) as line_id, s.unit_id, date '-infinity' as from_day, date 'infinity' as until_day
      from organisation_api.stands_under s
      join area on area.cell_id = s.ancestor_id
     where s.hierarchy_id = :hierarchy
       and s.distance = 0
       and s.recorded_at <= :known and :known < s.superseded_at
       and s.from_day <= :on and :on < s.until_day
)

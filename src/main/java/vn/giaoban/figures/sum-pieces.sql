-- The sums inside each line with the days on which they are, and when the anchor came into being if that matters; then the days of the lines.
select 0 as branch, c.line_id, c.unit_id, w.layer, c.from_day, c.until_day,
       case when c.from_day > :first
            then (select min(o.from_day) from organisation_api.stands_under o
                   where o.unit_id = c.unit_id and o.distance = 0 and o.hierarchy_id = :hierarchy
                     and o.recorded_at <= :known and :known < o.superseded_at)
            else c.from_day end as born
  from counted c
  join wanted w on w.unit_id = c.unit_id
 union all
select 1, l.line_id, null, null, greatest(l.from_day, :opening_day), least(l.until_day, :until), null
  from line l
 where l.from_day <= :last and l.until_day > :opening_day

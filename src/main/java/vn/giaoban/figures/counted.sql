-- Stays that touch are one; "counted" keeps of them the days on which the line is counted.
, inside as materialized (
    select line_id, unit_id, min(from_day) as from_day, max(until_day) as until_day
      from (select b.*, count(*) filter (where b.broken) over (partition by b.line_id, b.unit_id order by b.from_day) as island
              from (select s.line_id, s.unit_id, s.from_day, s.until_day,
                           coalesce(lag(s.until_day) over (partition by s.line_id, s.unit_id order by s.from_day) <> s.from_day,
                                    true) as broken
                      from stay s) b) numbered
     group by line_id, unit_id, island
), counted as materialized (
    select line_id, unit_id, from_day, until_day
      from (select i.line_id, i.unit_id,
                   greatest(i.from_day, l.from_day) as from_day, least(i.until_day, l.until_day) as until_day
              from inside i
              join line l on l.line_id = i.line_id) both_hold
     where from_day < until_day
)

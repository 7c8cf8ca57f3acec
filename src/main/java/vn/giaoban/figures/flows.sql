-- What crosses the border of each line in [from, until), one row for each person, day and flow (counting.md 3).
-- Parameters besides those of the units inside: from, until. Where steps and who is present come from is put in.
, step as materialized (
    select m.register_id, m.member_id, m.movement_id, m.kind, m.day, m.from_unit, m.to_unit, m.degree
      from {steps}
), at_cell as (
    select c.line_id, s.kind as flow, s.day, s.register_id, s.member_id, s.degree,
           coalesce(s.to_unit, s.from_unit) as unit_id, null::bigint as left_unit, null::bigint as joined_unit,
           s.day as left_on
      from step s
      join counted c on c.unit_id = coalesce(s.to_unit, s.from_unit) and c.from_day <= s.day and s.day < c.until_day
     where s.kind not in ('transfer', 'carried')
), transfer as (
    select s.*, f.line_id as from_line, t.line_id as to_line
      from step s
      left join counted f on f.unit_id = s.from_unit and f.from_day <= s.day and s.day < f.until_day
      left join counted t on t.unit_id = s.to_unit and t.from_day <= s.day and s.day < t.until_day
     where s.kind = 'transfer'
       and (f.line_id is not null or t.line_id is not null)
), transferred as (
    select to_line as line_id, 'transfers-in' as flow, day, register_id, member_id, degree, to_unit as unit_id,
           from_unit as left_unit, to_unit as joined_unit, day as left_on
      from transfer where to_line is not null and to_line is distinct from from_line
     union all
    select from_line, 'transfers-out', day, register_id, member_id, degree, from_unit, from_unit, to_unit, day
      from transfer where from_line is not null and to_line is distinct from from_line
     union all
    select x.to_line, 'transfers-within', x.day, x.register_id, x.member_id, x.degree, x.to_unit, null, null, x.day
      from transfer x
      join organisation_api.stands_under f
           on f.unit_id = x.from_unit and f.distance = 0 and f.hierarchy_id = :hierarchy
          and f.recorded_at <= :known and :known < f.superseded_at
          and f.from_day <= coalesce(cast(:on as date), x.day) and coalesce(cast(:on as date), x.day) < f.until_day
      join organisation_api.stands_under t
           on t.unit_id = x.to_unit and t.distance = 0 and t.hierarchy_id = :hierarchy
          and t.recorded_at <= :known and :known < t.superseded_at
          and t.from_day <= coalesce(cast(:on as date), x.day) and coalesce(cast(:on as date), x.day) < t.until_day
     where x.to_line = x.from_line
       and f.ancestor_id <> t.ancestor_id  -- two cells that are one in the structure read: nothing moved
), border as (
    -- days on which the structure alone takes a unit's people over the border
    select i.line_id, i.unit_id, i.from_day as day, 'with-units-in' as flow
      from inside i
      join line l on l.line_id = i.line_id and l.from_day <= i.from_day and i.from_day < l.last_day
     where i.from_day >= :from and i.from_day < :until
     union all
    select i.line_id, i.unit_id, i.until_day, 'with-units-out'
      from inside i
      join line l on l.line_id = i.line_id and l.from_day <= i.until_day and i.until_day < l.last_day
     where i.until_day >= :from and i.until_day < :until
), followed as (
    select b.line_id, b.flow, b.day, p.register_id, p.member_id, p.degree, b.unit_id,
           b.unit_id as left_unit, b.unit_id as joined_unit, b.day - 1 as left_on
      from border b
     cross join lateral {present} p
     where p.unit_id = b.unit_id
       and not exists (select from step s
                        where s.kind = 'carried' and s.day = b.day
                          and s.register_id = p.register_id and s.member_id = p.member_id)
), carried as (
    select c.line_id, 'with-units-in' as flow, s.day, s.register_id, s.member_id, s.degree, s.to_unit as unit_id,
           s.from_unit as left_unit, s.to_unit as joined_unit, s.day - 1 as left_on
      from step s
      join inside c on c.unit_id = s.to_unit and c.from_day <= s.day and s.day < c.until_day
      join line l on l.line_id = c.line_id and l.from_day <= s.day and s.day < l.last_day
     where s.kind = 'carried'
       and not exists (select from inside f
                        where f.line_id = c.line_id and f.unit_id = s.from_unit
                          and f.from_day <= s.day - 1 and s.day - 1 < f.until_day)
     union all
    select c.line_id, 'with-units-out', s.day, s.register_id, s.member_id, s.degree, s.from_unit,
           s.from_unit, s.to_unit, s.day - 1
      from step s
      join inside c on c.unit_id = s.from_unit and c.from_day <= s.day - 1 and s.day - 1 < c.until_day
      join line l on l.line_id = c.line_id and l.from_day <= s.day and s.day < l.last_day
     where s.kind = 'carried'
       and not exists (select from inside t
                        where t.line_id = c.line_id and t.unit_id = s.to_unit
                          and t.from_day <= s.day and s.day < t.until_day)
), flow as (
    select * from at_cell
     union all select * from transferred
     union all select * from followed
     union all select * from carried
)

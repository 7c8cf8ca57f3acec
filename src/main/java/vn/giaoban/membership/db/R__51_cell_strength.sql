-- Cells and base cells open on a day, each with the official members who belong there, neither exempt nor suspended. Who was entered in a
-- cell that has closed since belongs where that one stands.
create or replace function membership_api.cell_strength_on(on_day date, known timestamptz)
returns table (unit_id bigint, official bigint)
language sql stable as $$
    select u.unit_id, coalesce(sum(present.official), 0)::bigint
      from organisation_api.unit_on(on_day, known) u
      left join organisation_api.stands_under s
        on s.ancestor_id = u.unit_id and s.distance = 0 and s.hierarchy_id = 1
       and s.from_day <= on_day and on_day < s.until_day
       and s.recorded_at <= known and known < s.superseded_at
      left join (select b.unit_id, count(*) as official
                   from membership_api.belonging_on(on_day, known) b
                  where b.degree = 'OFFICIAL' and not b.exempt and not b.suspended
                  group by b.unit_id) present
        on present.unit_id = s.unit_id
     where u.class in ('CELL', 'BASE_CELL')
     group by u.unit_id
$$;

-- Cells and base cells below a unit in which nobody was admitted after a day, with the number of their members.
create or replace function membership_api.cells_without_admission(top bigint, on_day date, since date, known timestamptz)
returns table (unit_id bigint, members bigint)
language sql stable as $$
    with cell as (
        select u.unit_id
          from organisation_api.unit_on(on_day, known) u
          join organisation_api.stands_under a
            on a.unit_id = u.unit_id and a.ancestor_id = top and a.hierarchy_id = 1
           and a.from_day <= on_day and on_day < a.until_day and a.recorded_at <= known and known < a.superseded_at
         where u.class in ('CELL', 'BASE_CELL')
    ), admitted as (
        select distinct a.ancestor_id as unit_id
          from membership_api.steps_between(since + 1, on_day + 1, known) s
          join organisation_api.stands_under a
            on a.unit_id = s.to_unit and a.distance = 0 and a.hierarchy_id = 1
           and a.from_day <= on_day and on_day < a.until_day and a.recorded_at <= known and known < a.superseded_at
         where s.kind in ('admission', 'readmission')
    ), size as (
        select a.ancestor_id as unit_id, count(*) as members
          from membership_api.belonging_on(on_day, known) b
          join organisation_api.stands_under a
            on a.unit_id = b.unit_id and a.distance = 0 and a.hierarchy_id = 1
           and a.from_day <= on_day and on_day < a.until_day and a.recorded_at <= known and known < a.superseded_at
         group by a.ancestor_id
    )
    select cell.unit_id, size.members
      from cell
      left join size on size.unit_id = cell.unit_id
     where cell.unit_id not in (select admitted.unit_id from admitted)
$$;

-- Limits that other modules go by too.
create or replace view membership_api.limit_rule with (security_invoker = true) as
select code, value, from_day, until_day, source, verified from membership.limit_rule;
grant select on membership_api.limit_rule to giaoban_app;

-- Of somebody on probation: when it began (the ceremony of the last admission), when its months are over, and the last day on which the cell may decide.
-- Nulls where no beginning is known. Source of the limits: membership.limit_rule.
create or replace function membership.probation(register smallint, member bigint, ceremony_on date, on_day date, known timestamptz)
returns table (began date, ends date, last date)
language sql stable as $$
    select began.day, ends.day, membership.after_working_days(ends.day, rule.days)
      from (select max(value) filter (where code = 'months-of-probation') as months,
                   max(value) filter (where code = 'working-days-to-recognise') as days
              from membership.limit_rule
             where code in ('months-of-probation', 'working-days-to-recognise') and from_day <= on_day and on_day < until_day) rule
     cross join lateral (select coalesce((select max(m.day)
                                            from membership.movement m
                                           where m.register_id = register and m.member_id = member
                                             and m.kind in ('admission', 'readmission') and m.day <= on_day
                                             and m.recorded_at <= known and known < m.superseded_at), ceremony_on) as day) began
     cross join lateral (select (began.day + make_interval(months => rule.months))::date as day) ends
$$;

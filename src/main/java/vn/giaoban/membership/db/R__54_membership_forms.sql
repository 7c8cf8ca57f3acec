-- What statistical forms ask of people beyond the attributes themselves.
create or replace view membership_api.occupation_group with (security_invoker = true) as
select group_code as code, name, name_en, rank, working from membership.occupation_group;

create or replace function membership_api.occupation_words(on_day date)
returns table (word text, code text)
language sql stable as $$
    select w.word, w.group_code from membership.occupation_word w where w.from_day <= on_day and on_day < w.until_day
$$;

create or replace view membership_api.admission_era with (security_invoker = true) as
select era_code as code, name, name_en, begins, ends from membership.admission_era;

-- Base organisations (base cells too) in which somebody was admitted or readmitted: each once, on the day of the last one.
create or replace function membership_api.bases_admitting(from_day date, until_day date, known timestamptz)
returns table (unit_id bigint, day date)
language sql stable as $$
    select a.ancestor_id, max(s.day)
      from membership.step s
      join organisation_api.stands_under a
        on a.unit_id = s.to_unit and a.hierarchy_id = 1
       and a.from_day <= s.day and s.day < a.until_day and a.recorded_at <= known and known < a.superseded_at
      join lateral (select 1
                      from organisation_api.unit_on(s.day, known) u
                     where u.unit_id = a.ancestor_id and u.class in ('BASE', 'BASE_CELL')) base on true
     where s.kind in ('admission', 'readmission')
       and s.day >= bases_admitting.from_day and s.day < bases_admitting.until_day
       and s.recorded_at <= known and known < s.superseded_at
     group by a.ancestor_id
$$;

grant select on membership_api.occupation_group, membership_api.admission_era to giaoban_app;
grant execute on function membership_api.occupation_words(date), membership_api.bases_admitting(date, date, timestamptz) to giaoban_app;

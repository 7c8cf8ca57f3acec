-- What others may read. Plain functions of one select each, so that the planner sees through them; the row policies hold for the caller.
create or replace function membership_api.belonging_on(on_day date, known timestamptz)
returns table (register_id smallint, member_id bigint, unit_id bigint, degree text, exempt boolean, suspended boolean, away boolean)
language sql stable as $$
    select b.register_id, b.member_id, b.unit_id, b.degree, b.exempt, b.suspended, b.away
      from membership.belonging b
     where b.from_day <= on_day and on_day < b.until_day
       and b.recorded_at <= known and known < b.superseded_at
$$;

create or replace function membership_api.steps_between(from_day date, until_day date, known timestamptz)
returns table (register_id smallint, member_id bigint, movement_id bigint, kind text, day date, from_unit bigint, to_unit bigint, degree text,
               outside text)
language sql stable as $$
    select s.register_id, s.member_id, s.movement_id, s.kind, s.day, s.from_unit, s.to_unit, s.degree, s.outside
      from membership.step s
     where s.day >= steps_between.from_day and s.day < steps_between.until_day
       and s.recorded_at <= known and known < s.superseded_at
$$;

create or replace function membership_api.traits_on(on_day date, known timestamptz)
returns table (register_id smallint, member_id bigint, sex text, birth date, birth_exact boolean, ethnicity text, religion text,
               education text, theory text, occupation text, party_from date)
language sql stable as $$
    select p.register_id, p.member_id, p.sex, p.birth, p.birth_precision = 'DAY', p.ethnicity, p.religion, p.education, p.theory,
           p.occupation, s.party_from
      from membership.profile p
      left join membership.seniority s
        on s.register_id = p.register_id and s.member_id = p.member_id
       and s.from_day <= on_day and on_day < s.until_day
       and s.recorded_at <= known and known < s.superseded_at
     where p.from_day <= on_day and on_day < p.until_day
       and p.recorded_at <= known and known < p.superseded_at
$$;

-- The same of one person: for few people on many days, where the plan should look each of them up.
create or replace function membership_api.traits_of(of_register smallint, of_member bigint, on_day date, known timestamptz)
returns table (register_id smallint, member_id bigint, sex text, birth date, birth_exact boolean, ethnicity text, religion text,
               education text, theory text, occupation text, party_from date)
language sql stable as $$
    select p.register_id, p.member_id, p.sex, p.birth, p.birth_precision = 'DAY', p.ethnicity, p.religion, p.education, p.theory,
           p.occupation, s.party_from
      from membership.profile p
      left join membership.seniority s
        on s.register_id = of_register and s.member_id = of_member
       and s.from_day <= on_day and on_day < s.until_day
       and s.recorded_at <= known and known < s.superseded_at
     where p.register_id = of_register and p.member_id = of_member
       and p.from_day <= on_day and on_day < p.until_day
       and p.recorded_at <= known and known < p.superseded_at
$$;

-- The same of every day at once.
create or replace function membership_api.spans(known timestamptz)
returns table (register_id smallint, member_id bigint, unit_id bigint, degree text, exempt boolean, suspended boolean, away boolean,
               from_day date, until_day date)
language sql stable as $$
    select b.register_id, b.member_id, b.unit_id, b.degree, b.exempt, b.suspended, b.away, b.from_day, b.until_day
      from membership.belonging b
     where b.recorded_at <= known and known < b.superseded_at
$$;

create or replace function membership_api.spans_with_traits(known timestamptz)
returns table (register_id smallint, member_id bigint, unit_id bigint, degree text, exempt boolean, suspended boolean, away boolean, sex text,
               from_day date, until_day date)
language sql stable as $$
    select b.register_id, b.member_id, b.unit_id, b.degree, b.exempt, b.suspended, b.away, p.sex, greatest(b.from_day, p.from_day),
           least(b.until_day, p.until_day)
      from membership.belonging b
      join membership.profile p
        on p.register_id = b.register_id and p.member_id = b.member_id
       and p.from_day < b.until_day and b.from_day < p.until_day
       and p.recorded_at <= known and known < p.superseded_at
     where b.recorded_at <= known and known < b.superseded_at
$$;

drop function if exists membership_api.touched_by(bigint[]);
-- People of whom anything that is counted became known, or was superseded, after one instant and up to another.
create or replace function membership_api.touched(after timestamptz, up_to timestamptz)
returns table (register_id smallint, member_id bigint)
language plpgsql stable as $$
declare
    entries text;
begin
    select 'between ' || min(e.entry_id) || ' and ' || max(e.entry_id) into entries from record_api.entry e where e.at > after and e.at <= up_to;
    -- the numbers stand in the statement: taken for half a per cent of all rows, each table would be read whole by the register of its policy
    return query execute replace($sql$
        select b.register_id, b.member_id from membership.belonging b where b.entry_id {entries} and b.recorded_at > $1 and b.recorded_at <= $2
         union
        select b.register_id, b.member_id from membership.belonging b where b.superseded_by {entries} and b.superseded_at > $1 and b.superseded_at <= $2
         union
        select s.register_id, s.member_id from membership.step s where s.entry_id {entries} and s.recorded_at > $1 and s.recorded_at <= $2
         union
        select s.register_id, s.member_id from membership.step s where s.superseded_by {entries} and s.superseded_at > $1 and s.superseded_at <= $2
         union
        select p.register_id, p.member_id from membership.profile p where p.entry_id {entries} and p.recorded_at > $1 and p.recorded_at <= $2
         union
        select p.register_id, p.member_id from membership.profile p where p.superseded_by {entries} and p.superseded_at > $1 and p.superseded_at <= $2
         union
        select s.register_id, s.member_id from membership.seniority s where s.entry_id {entries} and s.recorded_at > $1 and s.recorded_at <= $2
         union
        select s.register_id, s.member_id from membership.seniority s where s.superseded_by {entries} and s.superseded_at > $1 and s.superseded_at <= $2
        $sql$, '{entries}', coalesce(entries, 'is null and false')) using after, up_to;
end $$;

-- People of whom something begins or ends on days to come, as all is known now: after one day, which is not over, and up to another. Whoever arrives has
-- a step on that day; whatever else begins ends something. Nulls while standing is incomplete.
create or replace function membership_api.ahead(after date, up_to date)
returns table (register_id smallint, member_id bigint)
language sql stable as $$
    select s.register_id, s.member_id from membership.standing s
     where s.until_day < 'infinity' and s.until_day > after and s.until_day <= up_to
     union
    select s.register_id, s.member_id from membership.step s where s.day > after and s.day <= up_to
     union
    select s.register_id, s.member_id
      from membership.standing s
      join record_api.register r on r.register_id = s.register_id and r.first_day > after
     where s.from_day > after and s.from_day <= up_to
     union all
    select null, null where not exists (select from membership.standing_complete)
$$;

-- Every unit that any row about somebody names, whenever and however it was known.
create or replace view membership_api.place with (security_invoker = true) as
select register_id, member_id, unit_id from membership.belonging
 union all
select register_id, member_id, from_unit from membership.step where from_unit is not null
 union all
select register_id, member_id, to_unit from membership.step where to_unit is not null;

-- Rows with both clocks, for checks and for what counts over many days at once.
create or replace view membership_api.belonging with (security_invoker = true) as
select register_id, member_id, unit_id, degree, exempt, suspended, away, from_day, until_day, entry_id, recorded_at, superseded_at
  from membership.belonging;

create or replace view membership_api.step with (security_invoker = true) as
select register_id, member_id, movement_id, kind, day, from_unit, to_unit, degree, outside, entry_id, recorded_at, superseded_at
  from membership.step;

create or replace view membership_api.movement with (security_invoker = true) as
select register_id, movement_id, member_id, ref, kind, day, decision_day, ceremony_day, issued_day, received_day, from_unit, from_outside,
       to_unit, to_outside, decision_no, corrects, entry_id, recorded_at, superseded_at
  from membership.movement;

create or replace view membership_api.carried with (security_invoker = true) as
select register_id, member_id, event_id, day, from_unit, to_unit, entry_id, recorded_at, superseded_at from membership.carried;

-- Who is shown where a number opens: a name, a birth date, nothing sensitive. Whoever reads it records the read.
create or replace function membership_api.person_on(on_day date, known timestamptz)
returns table (register_id smallint, member_id bigint, ref text, name text, birth date, birth_precision text, sex text)
language sql stable as $$
    select m.register_id, m.member_id, m.ref, p.name, p.birth, p.birth_precision, p.sex
      from membership.member m
      join membership.profile p
        on p.register_id = m.register_id and p.member_id = m.member_id
       and p.from_day <= on_day and on_day < p.until_day
       and p.recorded_at <= known and known < p.superseded_at
     where m.recorded_at <= known and known < m.superseded_at
$$;

create or replace view membership_api.word with (security_invoker = true) as
select list, code, name, name_en, rank, from_day, until_day, source from membership.word;

create or replace function membership_api.first_days(known timestamptz)
returns table (register_id smallint, code text, first_day date)
language sql stable as $$
    select r.register_id, r.code, r.first_day from record_api.register r
$$;

grant select on all tables in schema membership_api to giaoban_app;

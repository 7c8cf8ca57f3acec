-- What others may read. Every reading of the tree is one of a day, known at an instant.
create or replace view organisation_api.stands_under with (security_invoker = true) as
select hierarchy_id, unit_id, ancestor_id, distance, from_day, until_day, recorded_at, superseded_at from organisation.ancestry;

create or replace view organisation_api.stands_for with (security_invoker = true) as
select unit_id, successor_id, day as from_day, recorded_at, superseded_at from organisation.closing;

create or replace function organisation_api.unit_on(on_day date, known timestamptz)
returns table (unit_id bigint, register_id smallint, code text, org_code text, name text, committee_name text, symbol text, place text,
               kind text, level text, class text, holds_members boolean, counts boolean, sector text, parent_id bigint, "position" int)
language sql stable as $$
    select s.unit_id, u.register_id, u.code, u.org_code, s.name, s.committee_name, s.symbol, s.place,
           s.kind_code, k.level, k.class, k.holds_members, k.counts, s.sector_code, s.parent_id, s.position
      from organisation.unit_state s
      join organisation.unit u on u.unit_id = s.unit_id
      join organisation.kind k on k.kind_code = s.kind_code
     where s.from_day <= on_day and on_day < s.until_day
       and s.recorded_at <= known and known < s.superseded_at
$$;

-- Units open on a day with their parent in one hierarchy: what counting needs of them.
create or replace function organisation_api.unit_in(hierarchy smallint, on_day date, known timestamptz)
returns table (unit_id bigint, kind text, class text, counts boolean, sector text, parent_id bigint)
language sql stable as $$
    select s.unit_id, s.kind_code, k.class, k.counts, s.sector_code, coalesce(above.ancestor_id, s.parent_id)
      from organisation.unit_state s
      join organisation.kind k on k.kind_code = s.kind_code
      left join organisation.second_place p
        on p.hierarchy_id = unit_in.hierarchy and p.unit_id = s.unit_id
       and p.from_day <= on_day and on_day < p.until_day
       and p.recorded_at <= known and known < p.superseded_at
      left join organisation.ancestry above
        on above.unit_id = p.parent_id and above.distance = 0 and above.hierarchy_id = 1
       and above.from_day <= on_day and on_day < above.until_day
       and above.recorded_at <= known and known < above.superseded_at
     where s.from_day <= on_day and on_day < s.until_day
       and s.recorded_at <= known and known < s.superseded_at
$$;

-- The same of every day at once, in the territorial hierarchy: a row for each state, so touching rows are one stretch.
create or replace function organisation_api.unit_spans(known timestamptz)
returns table (unit_id bigint, kind text, class text, counts boolean, sector text, from_day date, until_day date)
language sql stable as $$
    select s.unit_id, s.kind_code, k.class, k.counts, s.sector_code, s.from_day, s.until_day
      from organisation.unit_state s
      join organisation.kind k on k.kind_code = s.kind_code
     where s.recorded_at <= known and known < s.superseded_at
$$;

-- What a unit was, ever and as anybody knew it.
create or replace view organisation_api.unit_class with (security_invoker = true) as
select s.unit_id, k.class, s.recorded_at, s.superseded_at
  from organisation.unit_state s
  join organisation.kind k on k.kind_code = s.kind_code;

-- The last name a unit had and the days of its life, also of one that closed.
drop function if exists organisation_api.unit_name(timestamptz);
create or replace function organisation_api.unit_name(known timestamptz)
returns table (unit_id bigint, code text, org_code text, name text, register_id smallint, opened_day date, closed_day date)
language sql stable as $$
    select s.unit_id, u.code, u.org_code, (array_agg(s.name order by s.from_day desc))[1], u.register_id, min(s.from_day), max(s.until_day)
      from organisation.unit_state s
      join organisation.unit u on u.unit_id = s.unit_id
     where s.recorded_at <= known and known < s.superseded_at
     group by s.unit_id, u.code, u.org_code, u.register_id
$$;

create or replace function organisation_api.openings(from_day date, until_day date, known timestamptz)
returns table (unit_id bigint, day date, kind text, class text, counts boolean, event_id bigint)
language sql stable as $$
    select e.unit_id, e.day, k.kind_code, k.class, k.counts, e.event_id
      from organisation.effect e
      join organisation.event v on v.event_id = e.event_id
      join organisation.kind k on k.kind_code = e.kind_code
     where e.aspect = 'OPEN'
       and e.day >= openings.from_day and e.day < openings.until_day
       and v.recorded_at <= known and known < v.superseded_at
$$;

create or replace function organisation_api.closings(from_day date, until_day date, known timestamptz)
returns table (unit_id bigint, day date, kind text, class text, counts boolean, event_id bigint)
language sql stable as $$
    select c.unit_id, c.day, k.kind_code, k.class, k.counts, c.event_id
      from organisation.closing c
      join organisation.unit_state s
        on s.unit_id = c.unit_id and s.until_day = c.day and s.recorded_at <= known and known < s.superseded_at
      join organisation.kind k on k.kind_code = s.kind_code
     where c.day >= closings.from_day and c.day < closings.until_day
       and c.recorded_at <= known and known < c.superseded_at
$$;

-- Villages, each once: it lies with the unit that was entered for it and goes where that one stands (standsFor), so whoever absorbs a cell
-- covers its village too. Covered: what stands for one of its cells is a cell. Its head holds the post for the village, whatever becomes of
-- the cell; a secretary holds it in the cell that is open.
drop function if exists organisation_api.villages_on(date, timestamptz);
drop function if exists organisation_api.village_heads_on(date, timestamptz);
create function organisation_api.villages_on(on_day date, known timestamptz)
returns table (village_id bigint, unit_id bigint, name text, covered boolean, secretary_is_head boolean)
language sql stable as $$
    with cover as materialized (
        select c.village_id, c.unit_id, s.ancestor_id as cell_id, k.class in ('CELL', 'BASE_CELL') as is_cell
          from organisation.cover c
          join organisation.ancestry s
            on s.unit_id = c.unit_id and s.distance = 0 and s.hierarchy_id = 1
           and s.from_day <= on_day and on_day < s.until_day
           and s.recorded_at <= known and known < s.superseded_at
          join organisation.unit_state u
            on u.unit_id = s.ancestor_id and u.from_day <= on_day and on_day < u.until_day
           and u.recorded_at <= known and known < u.superseded_at
          join organisation.kind k on k.kind_code = u.kind_code
         where c.from_day <= on_day and on_day < c.until_day
           and c.recorded_at <= known and known < c.superseded_at
    ), post as materialized (
        select h.post_code, h.register_id, h.member_id, h.unit_id, h.village_id
          from organisation.holding h
         where h.from_day <= on_day and on_day < h.until_day
           and h.recorded_at <= known and known < h.superseded_at
           and h.post_code in ('bi-thu', 'truong-thon') and h.member_id is not null
    ), headed as (
        select distinct c.village_id
          from cover c
          join post secretary on secretary.unit_id = c.cell_id and secretary.post_code = 'bi-thu'
          join post head on head.village_id = c.village_id and head.post_code = 'truong-thon'
                        and head.register_id = secretary.register_id and head.member_id = secretary.member_id
         where c.is_cell
    )
    select distinct on (c.village_id) c.village_id, c.unit_id, v.name, c.is_cell, d.village_id is not null
      from cover c
      join organisation.village v on v.village_id = c.village_id
      left join headed d on d.village_id = c.village_id
     order by c.village_id, c.is_cell desc, c.unit_id
$$;

create or replace view organisation_api.unit with (security_invoker = true) as
select unit_id, register_id, code, org_code from organisation.unit;

create or replace view organisation_api.event with (security_invoker = true) as
select event_id, register_id, ref, kind, day, decision_no, decision_day, issuer, plan_id, entry_id, recorded_at, superseded_at,
       receiving_cell, corrects
  from organisation.event;

create or replace view organisation_api.subject with (security_invoker = true) as
select event_id, unit_id from organisation.subject;

create or replace view organisation_api.effect with (security_invoker = true) as
select event_id, unit_id, day, aspect, other_id from organisation.effect;

create or replace view organisation_api.kind with (security_invoker = true) as
select kind_code, name, name_en, class, level, holds_members, counts, rank, from_day, until_day, source, verified from organisation.kind;

create or replace view organisation_api.sector with (security_invoker = true) as
select sector_code, name, name_en, rank, state_owned, from_day, until_day, source, verified from organisation.sector;

-- The days on which a unit is open and its kind holds members; one row for each state, so touching rows are one stretch.
create or replace view organisation_api.holding with (security_invoker = true) as
select s.unit_id, s.from_day, s.until_day, s.recorded_at, s.superseded_at
  from organisation.unit_state s
  join organisation.kind k on k.kind_code = s.kind_code
 where k.holds_members;

-- The same and, besides, the days on which a unit is a temporary cell: where somebody may be beside the cell he belongs to.
create or replace view organisation_api.hosting with (security_invoker = true) as
select s.unit_id, s.from_day, s.until_day, k.holds_members, s.recorded_at, s.superseded_at
  from organisation.unit_state s
  join organisation.kind k on k.kind_code = s.kind_code
 where k.holds_members or k.class = 'TEMPORARY_CELL';

grant select on all tables in schema organisation_api to giaoban_app;

-- Who holds a post on a day, in a unit that is open then.
create or replace function organisation_api.posts_on(on_day date, known timestamptz)
returns table (register_id smallint, holding_id bigint, post_code text, unit_id bigint, village_id bigint, member_id bigint,
               outside_name text, from_day date)
language sql stable as $$
    select h.register_id, h.holding_id, h.post_code, h.unit_id, h.village_id, h.member_id, h.outside_name, h.from_day
      from organisation.holding h
     where h.from_day <= on_day and on_day < h.until_day
       and h.recorded_at <= known and known < h.superseded_at
       and exists (select from organisation.unit_state s
                    where s.unit_id = h.unit_id and s.from_day <= on_day and on_day < s.until_day
                      and s.recorded_at <= known and known < s.superseded_at)
$$;

create or replace view organisation_api.village with (security_invoker = true) as
select village_id, unit_id, name from organisation.village;

create or replace view organisation_api.post with (security_invoker = true) as
select post_code, name, name_en, outside, rank from organisation.post;

grant select on all tables in schema organisation_api to giaoban_app;

-- Terms of committees with both clocks.
create or replace view organisation_api.term with (security_invoker = true) as
select term_id, unit_id, name, from_day, until_day, recorded_at, superseded_at from organisation.term;

-- Who held which post on which days, with both clocks.
create or replace view organisation_api.held_post with (security_invoker = true) as
select h.register_id, h.member_id, h.post_code, p.name, p.name_en, p.rank, h.unit_id, h.from_day, h.until_day, h.recorded_at, h.superseded_at
  from organisation.holding h
  join organisation.post p on p.post_code = h.post_code;

-- When a post of each unit was last held, of those that were over on a day.
create or replace function organisation_api.post_ended(post text, on_day date, known timestamptz)
returns table (unit_id bigint, ended_day date)
language sql stable as $$
    select h.unit_id, max(h.until_day)
      from organisation.holding h
     where h.post_code = post and h.until_day <= on_day
       and h.recorded_at <= known and known < h.superseded_at
     group by h.unit_id
$$;

grant select on all tables in schema organisation_api to giaoban_app;

-- Typed figures of a unit and of those below it on a day, that are of a period: a flow of just its days, a stock the newest of its days.
-- Where a unit has one, those below it are in it already and are left out, so that what is left adds up.
-- Parameters: unit, day, known, from, last
with typed as (
    select distinct on (t.unit_id, t.kind_code) t.*
      from reporting.typed_figure t
      join reporting.typed_kind k on k.kind_code = t.kind_code and k.from_day <= :last and :last < k.until_day
      join organisation_api.stands_under s
        on s.unit_id = t.unit_id and s.ancestor_id = :unit and s.hierarchy_id = 1
       and s.from_day <= :day and :day < s.until_day and s.recorded_at <= :known and :known < s.superseded_at
     where t.recorded_at <= :known and :known < t.superseded_at
       and (k.flow and t.from_day = :from and t.last_day = :last or not k.flow and t.last_day between :from and :last)
     order by t.unit_id, t.kind_code, t.last_day desc
)
select t.typed_id, t.unit_id, u.name, t.from_day, t.last_day, t.value, t.estimate, t.source, e.login, t.recorded_at,
       k.kind_code, k.name, k.name_en, k.measure, k.flow, k.counted, k.source
  from typed t
  join reporting.typed_kind k on k.kind_code = t.kind_code and k.from_day <= :last and :last < k.until_day
  join organisation_api.unit_name(:known) u on u.unit_id = t.unit_id
  join record_api.entry e on e.entry_id = t.entry_id
 where not exists (select
                     from typed o
                     join organisation_api.stands_under a
                       on a.unit_id = t.unit_id and a.ancestor_id = o.unit_id and a.distance > 0 and a.hierarchy_id = 1
                      and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
                    where o.kind_code = t.kind_code)
 order by k.rank, u.name, t.unit_id

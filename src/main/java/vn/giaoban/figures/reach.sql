-- How far each crossing goes: near if both ends stand under the same unit directly under the Centre, each end in the
-- tree it is read in (with units: the day before and the day itself). Who comes from or goes outside goes far.
, centre as materialized (
    select u.unit_id from organisation_api.unit_on(:last, :known) u where u.class = 'CENTRE'
), ends as (
    select distinct left_unit, left_on, joined_unit, day
      from flow
     where left_unit is not null and joined_unit is not null
), reach as materialized (
    select e.left_unit, e.left_on, e.joined_unit, e.day
      from ends e
     where (select s.ancestor_id from organisation_api.stands_under s
             where s.unit_id = e.left_unit and s.hierarchy_id = :hierarchy
               and s.recorded_at <= :known and :known < s.superseded_at
               and s.from_day <= coalesce(cast(:on as date), e.left_on)
               and coalesce(cast(:on as date), e.left_on) < s.until_day
               and s.ancestor_id not in (select unit_id from centre)
             order by s.distance desc limit 1)
         = (select s.ancestor_id from organisation_api.stands_under s
             where s.unit_id = e.joined_unit and s.hierarchy_id = :hierarchy
               and s.recorded_at <= :known and :known < s.superseded_at
               and s.from_day <= coalesce(cast(:on as date), e.day)
               and coalesce(cast(:on as date), e.day) < s.until_day
               and s.ancestor_id not in (select unit_id from centre)
             order by s.distance desc limit 1)
), reached as (
    select f.*, n.day is not null as near
      from flow f
      left join reach n on n.left_unit = f.left_unit and n.left_on = f.left_on
                       and n.joined_unit = f.joined_unit and n.day = f.day
)

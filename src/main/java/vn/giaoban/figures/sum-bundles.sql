-- Where each of some units is added up, for figures.bundle. Parameter: units.
-- A candidate is good if the unit always stood under it, or under what stands for it: on every day on which the unit, or what stands for it, is there,
-- as it was known at every instant. Days and instants are a plane; the area on which both hold is the unit's own area then.
with own as materialized (
    select a.unit_id, a.ancestor_id, a.distance, greatest(a.from_day, date '1800-01-01') as from_day,
           least(a.until_day, date '2300-01-01') as until_day, a.recorded_at, least(a.superseded_at, timestamptz '2300-01-01') as superseded_at
      from organisation_api.stands_under a
     where a.unit_id = any (:units) and a.hierarchy_id = 1
), life as (
    select unit_id, sum((until_day - from_day) * extract(epoch from superseded_at - recorded_at)) as area
      from own
     where distance = 0
     group by unit_id
), candidate as (
    {candidate}
), covered as (
    select c.unit_id, c.anchor_id,
           sum((least(o.until_day, s.until_day) - greatest(o.from_day, s.from_day))
               * extract(epoch from least(o.superseded_at, s.superseded_at) - greatest(o.recorded_at, s.recorded_at))) as area
      from candidate c
      join own o on o.unit_id = c.unit_id
      join organisation_api.stands_under s
           on s.unit_id = c.anchor_id and s.distance = 0 and s.hierarchy_id = 1 and s.ancestor_id = o.ancestor_id
          and s.from_day < o.until_day and o.from_day < s.until_day
          and s.recorded_at < o.superseded_at and o.recorded_at < s.superseded_at
     group by 1, 2
), found as (
    select l.unit_id, case when v.area = l.area then v.anchor_id else l.unit_id end as anchor_id
      from life l
      left join covered v on v.unit_id = l.unit_id
)
{keep}

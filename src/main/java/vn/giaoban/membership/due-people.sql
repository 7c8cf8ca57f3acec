-- Those who belong under a unit on a day and whom the reader may see where they stand today.
-- Parameters: :unit, :day, :known; :all, :tops, :keeps, :today, :now (see Sight); :degree or null for both.
with under as materialized (
    select distinct w.unit_id
      from organisation_api.stands_under w
     where w.hierarchy_id = 1 and w.ancestor_id = :unit
       and w.from_day <= :day and :day < w.until_day and w.recorded_at <= :known and :known < w.superseded_at
), seen as materialized (
    select distinct s.unit_id
      from organisation_api.stands_under s
     where s.hierarchy_id = 1 and s.ancestor_id = any (:tops)
       and s.from_day <= :today and :today < s.until_day and s.recorded_at <= :now and :now < s.superseded_at
), there as (
    select b.register_id, b.member_id
      from under u
      join membership.belonging b on b.unit_id = u.unit_id
     where b.from_day <= :day and :day < b.until_day and b.recorded_at <= :known and :known < b.superseded_at
       and (cast(:degree as text) is null or b.degree = :degree)
       and (:all
            or :today >= b.from_day and :today < b.until_day and :now < b.superseded_at and b.unit_id in (select unit_id from seen)
            or membership.in_sight(b.register_id, b.member_id, :tops, :keeps, :today, :now))
)

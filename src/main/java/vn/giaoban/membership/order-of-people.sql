-- Keys of those who belong under a unit on a day and whom the reader may see where they stand today, in the order asked for.
-- Who stands today as on the day is looked up in one set of units; only the others are asked for one by one.
-- Parameters: :unit, :day, :known; :all, :tops, :keeps, :today, :now (see Sight); :degree, :sex (null for both); :text, :after (names from
-- the one until before the other; empty for all); :by NAME, BIRTH or CELL; :cells in official order, for CELL.
with under as materialized (
    select w.unit_id, z.ancestor_id as cell_id
      from organisation_api.stands_under w
      join organisation_api.stands_under z
        on z.unit_id = w.unit_id and z.hierarchy_id = 1 and z.distance = 0
       and z.from_day <= :day and :day < z.until_day and z.recorded_at <= :known and :known < z.superseded_at
     where w.hierarchy_id = 1 and w.ancestor_id = :unit
       and w.from_day <= :day and :day < w.until_day and w.recorded_at <= :known and :known < w.superseded_at
), seen as materialized (
    select s.unit_id
      from organisation_api.stands_under s
     where s.hierarchy_id = 1 and s.ancestor_id = any (:tops)
       and s.from_day <= :today and :today < s.until_day and s.recorded_at <= :now and :now < s.superseded_at
), few as materialized (
    -- Read from the units outwards, one unit costs what a fifth of a unit's share does when everybody is passed over.
    select (select count(*) from under) < greatest(c.reltuples, 0) / 450 as units
      from pg_catalog.pg_class c
     where c.oid = 'membership.belonging'::regclass
), there as materialized (
    select b.register_id, b.member_id, b.unit_id, u.cell_id, :today >= b.from_day and :today < b.until_day and :now < b.superseded_at as stays
      from (select distinct unit_id, cell_id from under where (select units from few)) u
     cross join lateral (
           select b.register_id, b.member_id, b.unit_id, b.from_day, b.until_day, b.superseded_at
             from membership.belonging b
            where b.unit_id = u.unit_id
              and b.from_day <= :day and :day < b.until_day and b.recorded_at <= :known and :known < b.superseded_at
              and (cast(:degree as text) is null or b.degree = :degree)
           offset 0) b
     union all
    select b.register_id, b.member_id, b.unit_id, u.cell_id, :today >= b.from_day and :today < b.until_day and :now < b.superseded_at
      from membership.belonging b
      join (select distinct unit_id, cell_id from under) u on u.unit_id = b.unit_id
     where not (select units from few)
       and b.from_day <= :day and :day < b.until_day and b.recorded_at <= :known and :known < b.superseded_at
       and (cast(:degree as text) is null or b.degree = :degree)
), elsewhere as materialized (
    select t.register_id, t.member_id, now.unit_id
      from there t
     cross join lateral (
           select b.unit_id
             from membership.belonging b
            where b.register_id = t.register_id and b.member_id = t.member_id
              and b.from_day <= :today and :today < b.until_day and b.recorded_at <= :now and :now < b.superseded_at
            limit 1) now
     where not t.stays and not :all
)
select t.register_id, t.member_id
  from there t
  join membership.profile p
    on p.register_id = t.register_id and p.member_id = t.member_id
   and p.from_day <= :day and :day < p.until_day and p.recorded_at <= :known and :known < p.superseded_at
  left join unnest(cast(:cells as bigint[])) with ordinality as place (cell_id, nth) on place.cell_id = t.cell_id
 where (cast(:sex as text) is null or p.sex = :sex)
   and (:text = ''
        or (t.register_id, t.member_id) in (
           select n.register_id, n.member_id from membership.member_name n
            where n.rotation >= :text and n.rotation < :after and n.superseded_at = 'infinity'))
   and (:all
        or t.stays and t.unit_id in (select unit_id from seen)
        or not t.stays and (t.register_id, t.member_id) in (
           select e.register_id, e.member_id from elsewhere e where e.unit_id in (select unit_id from seen))
        or not t.stays and membership.in_sight(t.register_id, t.member_id, :tops, :keeps, :today, :now))
 order by case when :by = 'BIRTH' then p.birth end, case when :by = 'CELL' then place.nth end, p.name_key, p.birth, t.register_id,
          t.member_id

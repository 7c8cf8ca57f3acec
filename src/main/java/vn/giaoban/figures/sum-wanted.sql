-- Of which sums a line is made (decision 0070). What stands above a line is not inside it as a whole, so such a top gives way to its bundles, and such
-- a bundle to its units (layer 0: not kept). Parameters besides those of the units inside: none.
, above as materialized (
    select distinct a.ancestor_id
      from line l
     cross join lateral (select x.ancestor_id
                           from organisation_api.stands_under x
                          where x.unit_id = l.line_id and x.distance > 0 and x.hierarchy_id = :hierarchy
                            and x.recorded_at <= :known and :known < x.superseded_at
                            and x.from_day <= coalesce(cast(:on as date), :last)
                            and x.until_day >= coalesce(cast(:on as date) + 1, :first)
                         offset 0) a
), up as materialized (
    select distinct f.unit_id
      from above a
     cross join lateral (select x.unit_id
                           from organisation_api.stands_under x
                          where x.ancestor_id = a.ancestor_id and x.distance = 0 and x.hierarchy_id = :hierarchy
                            and x.recorded_at <= :known and :known < x.superseded_at
                            and x.from_day <= coalesce(cast(:on as date), :last)
                            and x.until_day >= coalesce(cast(:on as date) + 1, :first)
                         offset 0) f
), parted as materialized (
    select u.unit_id
      from up u
     cross join lateral (select from figures.bundle m where m.bundle_id = u.unit_id and m.unit_id <> u.unit_id limit 1) other
), wanted as materialized (
    select t.bundle_id as unit_id, 2 as layer
      from figures.bundle_top t
     where t.bundle_id = t.top_id and t.top_id not in (select unit_id from up)
     union all
    select t.bundle_id, 1
      from up
     cross join lateral (select b.bundle_id from figures.bundle_top b where b.top_id = up.unit_id offset 0) t
     where t.bundle_id not in (select unit_id from parted)
     union all
    select m.unit_id, 0
      from parted p
     cross join lateral (select b.unit_id from figures.bundle b where b.bundle_id = p.unit_id offset 0) m
     cross join lateral (select b.top_id from figures.bundle_top b where b.bundle_id = p.unit_id offset 0) t
     where t.top_id in (select unit_id from up)
)

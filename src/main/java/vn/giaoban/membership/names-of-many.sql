-- The next names in their folded order that begin as typed, of people first entered in some registers or ever entered in their units; and
-- whether the reader may see each, where he stands today. Nobody is asked for who is not among the next names, so that "nguyen van" costs
-- no more than a rare name.
-- Parameters: :places smallint[] registers of the units under the reader's tops; :folded, :until (names from the one, before the other);
-- :rotation, :register, :member the last of the names before, :most how many; :all, :tops, :keeps, :today, :now (see Sight).
with next as materialized (
    select n.rotation, n.register_id, n.member_id, n.visits
      from unnest(cast(:places as smallint[])) as place (register_id)
     cross join lateral (
           (select m.rotation, m.register_id, m.member_id, false as visits
              from membership.member_name m
             where m.register_id = place.register_id and m.superseded_at = 'infinity'
               and m.rotation >= :folded and m.rotation >= :rotation and m.rotation < :until
               and (m.rotation > :rotation or m.register_id > :register or m.register_id = :register and m.member_id > :member)
             order by m.rotation, m.member_id
             limit :most)
            union all
           (select v.rotation, v.register_id, v.member_id, true
              from membership.visitor_name v
             where v.place_register = place.register_id and v.register_id <> all (:places)
               and v.rotation >= :folded and v.rotation >= :rotation and v.rotation < :until
               and (v.rotation > :rotation or v.register_id > :register or v.register_id = :register and v.member_id > :member)
             order by v.rotation, v.register_id, v.member_id
             limit :most)) n
     order by n.rotation, n.register_id, n.member_id
     limit :most
)
select n.rotation, n.register_id, n.member_id,
       -- a visitor may have changed his name since
       (not n.visits
        or exists (select from membership.member_name m
                    where m.register_id = n.register_id and m.member_id = n.member_id and m.rotation = n.rotation
                      and m.superseded_at = 'infinity'))
       and (:all
            or exists (select
                         from membership.belonging b
                         join organisation_api.stands_under s
                           on s.unit_id = b.unit_id and s.hierarchy_id = 1 and s.ancestor_id = any (:tops)
                          and s.from_day <= :today and :today < s.until_day and s.recorded_at <= :now and :now < s.superseded_at
                        where b.register_id = n.register_id and b.member_id = n.member_id
                          and b.from_day <= :today and :today < b.until_day and b.recorded_at <= :now and :now < b.superseded_at)
            or cardinality(cast(:keeps as bigint[])) > 0
           and not exists (select from membership.belonging b
                            where b.register_id = n.register_id and b.member_id = n.member_id
                              and b.from_day <= :today and :today < b.until_day and b.recorded_at <= :now and :now < b.superseded_at)
           and membership.in_sight(n.register_id, n.member_id, :tops, :keeps, :today, :now)) as seen
  from next n
 order by n.rotation, n.register_id, n.member_id

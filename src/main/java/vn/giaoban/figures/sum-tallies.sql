-- The tallies of pieces at the end of the months that are asked for, and of the flows of a period. Parameters: lines, anchors, layers, openings,
-- closings, befores, withins (arrays, an element for each piece), opening, closing, before, first, last (months).
with piece as (
    select *
      from unnest(cast(:lines as bigint[]), cast(:anchors as bigint[]), cast(:layers as smallint[]), cast(:openings as boolean[]),
                  cast(:closings as boolean[]), cast(:befores as boolean[]), cast(:withins as boolean[]))
           as p (line_id, anchor_id, layer, opening, closing, before, within)
), wanted as (
    select p.line_id, p.anchor_id, p.layer, m.role, m.month
      from piece p
     cross join lateral (select 'OPENING' as role, cast(:opening as int) as month where p.opening
                          union all select 'CLOSING', :closing where p.closing
                          union all select 'YEAR_BEFORE', :before where p.before
                          union all select 'WITHIN', g from generate_series(cast(:first as int), :last) g where p.within) m
)
select w.line_id, w.role, array[{sums}] as tally
  from wanted w
 cross join lateral (select k.tally from figures.month_sum k
                      where k.anchor_id = w.anchor_id and k.layer = w.layer and k.month = w.month offset 0) s
 group by 1, 2

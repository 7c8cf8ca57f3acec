-- Transfers over the border of each line, in pieces that are inside for the whole period. Parameters: lines, anchors, layers, first, last.
with piece as materialized (
    select *
      from unnest(cast(:lines as bigint[]), cast(:anchors as bigint[]), cast(:layers as smallint[])) as p (line_id, anchor_id, layer)
), month as materialized (
    select g.month from generate_series(cast(:first as int), :last) as g (month)
)
select p.line_id, 'transfers-in' as flow, sum(x.passed) as passed
  from month m
 cross join piece p
 cross join lateral (select from_anchor, passed from figures.passing
                      where month = m.month and layer = p.layer and to_anchor = p.anchor_id offset 0) x
  left join piece o on o.line_id = p.line_id and o.anchor_id = x.from_anchor
 where o.anchor_id is null
 group by 1
 union all
select p.line_id, 'transfers-out', sum(x.passed)
  from month m
 cross join piece p
 cross join lateral (select to_anchor, passed from figures.passing
                      where month = m.month and layer = p.layer and from_anchor = p.anchor_id offset 0) x
  left join piece o on o.line_id = p.line_id and o.anchor_id = x.to_anchor
 where o.anchor_id is null
 group by 1

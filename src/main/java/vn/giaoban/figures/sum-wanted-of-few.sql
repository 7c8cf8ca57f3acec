-- Of which sums few units are made (decision 0070): the bundles among them. A unit whose bundle is not inside on the same days stands below what it is
-- added up with (layer 0: not kept). Parameters besides those of the units inside: none.
, wanted as materialized (
    select distinct b.bundle_id as unit_id, 1 as layer
      from counted c
      join figures.bundle b on b.unit_id = c.unit_id
     where b.bundle_id = c.unit_id
     union all
    select c.unit_id, 0
      from counted c
      join figures.bundle b on b.unit_id = c.unit_id
     where b.bundle_id <> c.unit_id
       and not exists (select from counted o
                        where o.line_id = c.line_id and o.unit_id = b.bundle_id
                          and o.from_day <= greatest(c.from_day, :first) and o.until_day >= least(c.until_day, :last + 1))
)

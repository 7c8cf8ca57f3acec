-- What Citus refuses in a table, each by its rule (docs/decisions/0060). A unique index or an exclusion of a spread table must contain the
-- distribution column; a spread table points to another only with it, and a copied one never to a spread one.
with ours as (
    select c.oid, c.relrowsecurity as spread, a.attnum as column_number, a.attnotnull as filled, c.relkind
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_roles r on r.oid = c.relowner
      left join pg_attribute a on a.attrelid = c.oid and a.attname = :column and not a.attisdropped
     where c.relkind in ('r', 'p') and r.rolname = 'giaoban_owner' and n.nspname <> 'migration'
)
select oid::regclass::text as name, 'a record without ' || :column || ' not null' as obstacle
  from ours
 where spread and filled is not true
 union all
select o.oid::regclass::text, 'unique index ' || i.indexrelid::regclass || ' without ' || :column
  from ours o
  join pg_index i on i.indrelid = o.oid
 where o.spread and i.indisunique and not o.column_number = any (i.indkey)
 union all
select o.oid::regclass::text, 'exclusion ' || k.conname || ' without ' || :column || ' with ='
  from ours o
  join pg_constraint k on k.conrelid = o.oid and k.contype = 'x'
 where o.spread
   and not exists (select
                     from unnest(k.conkey, k.conexclop) as part (number, operator)
                     join pg_operator p on p.oid = part.operator
                    where part.number = o.column_number and p.oprname = '=')
 union all
select o.oid::regclass::text, 'foreign key ' || k.conname || case when o.spread then ' without ' || :column else ' to a spread table' end
  from ours o
  join pg_constraint k on k.conrelid = o.oid and k.contype = 'f'
  join ours target on target.oid = k.confrelid
 where target.spread
   and not (o.spread and exists (select
                                   from unnest(k.conkey, k.confkey) as pair (here, there)
                                  where pair.here = o.column_number and pair.there = target.column_number))
 union all
select o.oid::regclass::text, 'foreign key ' || k.conname || ' changes rows that others point from'
  from ours o
  join pg_constraint k on k.conrelid = o.oid and k.contype = 'f'
 where k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd', 'c')
 union all
select o.oid::regclass::text, 'trigger ' || t.tgname
  from ours o
  join pg_trigger t on t.tgrelid = o.oid and not t.tgisinternal
 union all
select o.oid::regclass::text, 'rule ' || w.rulename
  from ours o
  join pg_rewrite w on w.ev_class = o.oid and w.rulename <> '_RETURN'
 union all
select o.oid::regclass::text, 'partitioned or inherited'
  from ours o
 where o.relkind = 'p' or exists (select from pg_inherits h where o.oid in (h.inhrelid, h.inhparent))
 union all
select o.oid::regclass::text, 'identity or sequence smaller than bigint'
  from ours o
  join pg_attribute a on a.attrelid = o.oid and (a.attidentity <> '' or pg_get_serial_sequence(o.oid::regclass::text, a.attname) is not null)
 where o.spread and a.attnum > 0 and not a.attisdropped and a.atttypid <> 'bigint'::regtype
 order by 1, 2

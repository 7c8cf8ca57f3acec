-- Our tables. Row security marks a record; the history of migrations stays where it is.
select c.oid::regclass::text as name, c.relrowsecurity as spread
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_roles r on r.oid = c.relowner
 where c.relkind in ('r', 'p') and r.rolname = 'giaoban_owner' and n.nspname <> 'migration'
 order by 1

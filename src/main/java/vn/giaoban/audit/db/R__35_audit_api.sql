-- Tables whose rows name the entry that made them, and the columns that nobody but the owner of the database could change: what the
-- application's role may update is not evidence.
create or replace view audit_api.evidence as
select format('%I.%I', n.nspname, c.relname) as table_name,
       array_agg(a.attname::text order by a.attnum)
           filter (where not has_column_privilege('giaoban_app', c.oid, a.attnum, 'update')) as columns,
       bool_or(a.attname = 'superseded_by') as superseding
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
 where c.relkind in ('r', 'p') and not c.relispartition
   and c.relpersistence = 'p'
   and n.nspname not in ('audit', 'pg_catalog', 'information_schema')
   and has_schema_privilege('giaoban_app', n.oid, 'usage')
   and has_table_privilege('giaoban_app', c.oid, 'select')
 group by n.nspname, c.relname
having bool_or(a.attname = 'entry_id' and a.atttypid = 'bigint'::regtype)
   and (n.nspname, c.relname) <> ('record', 'entry');

-- For each of these entries that touched the table: how many rows it made and superseded, and one digest over them. The settings make a
-- row the same text wherever it is digested.
create or replace function audit_api.digest_of(of_table text, of_columns text[], superseding boolean, entries bigint[])
returns table (entry_id bigint, made int, superseded int, digest bytea)
language plpgsql stable
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
set intervalstyle = 'postgres'
set bytea_output = 'hex'
set extra_float_digits = 1
as $$
declare
    listed text := (select string_agg(format('t.%I', one), ', ' order by place)
                      from unnest(of_columns) with ordinality as named (one, place));
    statement text := format(
        'select t.entry_id as e, true as made, sha256(convert_to(''+'' || row(%s)::text, ''UTF8'')) as h
           from %s t where t.entry_id = any ($1)', listed, of_table);
begin
    if superseding then
        statement := statement || format(
            ' union all
             select t.superseded_by, false, sha256(convert_to(''-'' || row(%s, t.superseded_at)::text, ''UTF8''))
               from %s t where t.superseded_by = any ($1)', listed, of_table);
    end if;
    return query execute format(
        'select x.e, (count(*) filter (where x.made))::int, (count(*) filter (where not x.made))::int,
                sha256(string_agg(x.h, ''''::bytea order by x.h))
           from (%s) x group by x.e', statement) using entries;
end
$$;

-- Who, when, why of the entries, as one digest each.
create or replace function audit_api.digest_of_entries(entries bigint[])
returns table (entry_id bigint, digest bytea)
language sql stable
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
as $$
    select e.entry_id,
           sha256(convert_to(row(e.entry_id, e.at, e.account, e.login, e.what, e.reason, e.registers)::text, 'UTF8'))
      from record_api.entry e
     where e.entry_id = any (digest_of_entries.entries)
$$;

-- A stretch of reads, with the ways to them from the persons they showed: how many, and one digest over them.
create or replace function audit_api.digest_of_reads(of_after bigint, of_until bigint)
returns table (answers bigint, digest bytea)
language sql stable
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
set bytea_output = 'hex'
as $$
    select count(*), sha256(coalesce(string_agg(one.h, ''::bytea order by one.read_id), ''::bytea))
      from (select r.read_id,
                   sha256(convert_to(row(r.register_id, r.read_id, r.answer_id, r.at, r.account_id, r.login, r.kind, r.what, r.reason,
                                         r.outside, r.case_no, r.members,
                                         (select array_agg(p.member_id order by p.member_id)
                                            from audit.read_person p
                                           where p.register_id = r.register_id and p.read_id = r.read_id))::text, 'UTF8')) as h
              from audit.read r
             where r.read_id > of_after and r.read_id <= of_until) one
$$;

grant usage on schema audit_api to giaoban_app;
grant select on audit_api.evidence to giaoban_app;
grant execute on function audit_api.digest_of(text, text[], boolean, bigint[]), audit_api.digest_of_entries(bigint[]),
    audit_api.digest_of_reads(bigint, bigint) to giaoban_app;

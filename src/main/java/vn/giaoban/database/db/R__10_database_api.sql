-- Which program's tables these are: the newest migration that was carried out. The history itself is its owner's alone.
create schema if not exists database_api;

create or replace view database_api.schema_version as
select version
  from migration.flyway_schema_history
 where success
   and version is not null
 order by pg_catalog.string_to_array(version, '.')::bigint[] desc
 limit 1;

grant usage on schema database_api to giaoban_app;
grant select on database_api.schema_version to giaoban_app;

-- Run once by the superuser of an existing PostgreSQL (15 or newer), and again after an upgrade of Giao Ban; every step may be repeated:
--     psql -U postgres -f operator-bootstrap.sql
--     psql -U postgres -c '\password giaoban'
-- The embedded server is prepared by this same file (see Bootstrap.java, which runs the parts between psql's own commands).

-- Two roles without login: one owns all tables and runs the migrations, the other is the application and owns nothing.
-- The one login is a member of both and has no right of its own (noinherit): it must choose a role.
do $$
begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'giaoban_owner') then
        create role giaoban_owner nologin nosuperuser nobypassrls;
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'giaoban_app') then
        create role giaoban_app nologin nosuperuser nobypassrls;
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'giaoban') then
        create role giaoban login noinherit nosuperuser nobypassrls;
    end if;
end $$;
grant giaoban_owner, giaoban_app to giaoban;
alter role giaoban set search_path = "$user", public, ext;

\echo database
select 'create database giaoban owner giaoban_owner template template0 encoding ''UTF8'' locale ''C'' locale_provider icu icu_locale ''vi-VN'''
 where not exists (select from pg_catalog.pg_database where datname = 'giaoban')
\gexec
\connect giaoban

-- Extensions stay out of the way of our own schemas.
create schema if not exists ext;
grant usage on schema ext to public;
create extension if not exists btree_gist with schema ext;
create extension if not exists pg_trgm with schema ext;
create extension if not exists unaccent with schema ext;

-- For searching: lower case, no marks, đ as d, single spaces; composed and decomposed text, old and new tone marks fold to the same.
-- The same as Vietnamese.folded in Java (tested). Not built on unaccent, which is STABLE, leaves decomposed marks and turns ß into ss.
create or replace function ext.folded(text) returns text
    language sql immutable strict parallel safe
    return pg_catalog.replace(
               pg_catalog.lower(
                   pg_catalog.regexp_replace(
                       pg_catalog.btrim(
                           pg_catalog.regexp_replace(
                               pg_catalog.normalize($1, 'NFD') collate pg_catalog."C",
                               E'[ \t\n\u000b\f\r\u00a0]+', ' ', 'g'),
                           U&' \1680\2000\2001\2002\2003\2004\2005\2006\2008\2009\200a\2028\2029\205f\3000'),
                       E'[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+', '', 'g')
                   collate pg_catalog."und-x-icu"),
               'đ', 'd');

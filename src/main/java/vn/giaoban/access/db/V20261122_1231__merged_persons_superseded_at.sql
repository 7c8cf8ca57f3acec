-- The chain digests what an entry supersedes with the instant of it: a table that says by whom must say when, too. Without it no link of the
-- chain, and so no freeze, could be made.
alter table access.merged_person add column superseded_at timestamptz not null default 'infinity';
grant update (superseded_at) on access.merged_person to giaoban_app;

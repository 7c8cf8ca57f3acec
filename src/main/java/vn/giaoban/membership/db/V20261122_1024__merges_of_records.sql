-- Two records of one human being, entered twice, become one from an entry on. What either said stays readable as it was known before; an
-- undo enters again what the merge had superseded.
create table membership.merge (
    register_id   smallint not null,
    merge_id      bigint generated always as identity,
    kept_id       bigint not null,
    merged_id     bigint not null check (merged_id <> kept_id),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at),
    primary key (register_id, merge_id)
);
create unique index merged_once on membership.merge (register_id, merged_id) where superseded_at = 'infinity';
create index merge_kept on membership.merge (register_id, kept_id);
create index merge_entry on membership.merge using brin (entry_id);

alter table membership.merge enable row level security;
alter table membership.merge force row level security;
create policy own_register on membership.merge
    using (register_id = any ((select current_setting('giaoban.registers')::smallint[])::smallint[]));
grant select, insert on membership.merge to giaoban_app;
grant update (superseded_at, superseded_by) on membership.merge to giaoban_app;

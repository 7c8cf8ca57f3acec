-- A plan that is prepared and not applied: the events as they were written down. Applied when a plan of its name has events that hold.
create table organisation.draft (
    draft_id      bigint generated always as identity primary key,
    register_id   smallint not null references record.register,
    name          text not null check (length(name) between 1 and 200),
    events        jsonb not null,
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at)
);
create unique index draft_name_once on organisation.draft (name) where superseded_at = 'infinity';
grant select, insert on organisation.draft to giaoban_app;
grant update (superseded_at, superseded_by) on organisation.draft to giaoban_app;
grant usage on all sequences in schema organisation to giaoban_app;

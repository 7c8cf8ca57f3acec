-- Figures that were settled: the values as they were read at one instant, with a digest that paper can carry. Reading the registers again
-- at that instant must give them again. No name and no number of a person is in here.
create table figures.freeze (
    register_id  smallint not null references record.register,  -- of the unit
    freeze_id    bigint generated always as identity,
    unit_id      bigint not null,
    from_day     date not null,
    until_day    date not null check (until_day > from_day),
    structure    text not null,
    former       boolean not null,
    hierarchy_id smallint not null,
    known_at     timestamptz not null,
    login        text not null,
    note         text check (length(note) <= 500),
    content      text not null,  -- canonical JSON (RFC 8785)
    digest       text not null check (digest ~ '^[0-9a-f]{64}$'),
    entry_id     bigint not null references record.entry,
    recorded_at  timestamptz not null,
    primary key (register_id, freeze_id)
);
create index on figures.freeze (unit_id, from_day);

alter table figures.freeze enable row level security;
alter table figures.freeze force row level security;
create policy own_register on figures.freeze
    using (register_id = any ((select current_setting('giaoban.registers')::smallint[])::smallint[]));

grant select, insert on figures.freeze to giaoban_app;

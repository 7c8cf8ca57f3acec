-- What was uploaded and what became of it. A job is work in progress, not a record: its state changes in place, and what it holds of
-- people is sealed with a key that is not in this database and goes as soon as it is confirmed or a week old.
create schema importing;

create table importing.job (
    register_id    smallint not null references record.register,
    import_id      bigint generated always as identity constraint import_number unique,
    kind           text not null,
    state          text not null check (state in ('PREVIEWED', 'RUNNING', 'DONE', 'REFUSED', 'LOST')),
    file_name      text not null check (length(file_name) <= 200),
    account        bigint not null,
    login          text not null,
    uploaded_at    timestamptz not null,
    row_count      int not null,
    problem_count  int not null,
    ended_at       timestamptz,
    recorded_at    timestamptz,  -- instant of the entry; the registers are complete up to it
    why            text,
    primary key (register_id, import_id),
    constraint done_has_instant check ((state = 'DONE') = (recorded_at is not null))
);
create index job_by_upload on importing.job (register_id, uploaded_at desc);
create index job_running on importing.job (state) where state in ('PREVIEWED', 'RUNNING');

-- Lines as they came, and what was found in them.
create table importing.sealed (
    register_id  smallint not null,
    import_id    bigint not null,
    part         text not null check (part in ('HEADINGS', 'LINES', 'FINDINGS')),
    number       int not null,
    content      bytea not null,
    primary key (register_id, import_id, part, number),
    foreign key (register_id, import_id) references importing.job
);

-- What a foreign heading was matched with, kept for the next file of that register.
create table importing.heading (
    register_id  smallint not null references record.register,
    kind         text not null,
    heading      text not null check (length(heading) between 1 and 200),  -- folded
    column_code  text not null,                                          -- '-' leaves the column out
    primary key (register_id, kind, heading)
);

-- Rows of events on units as they were sent: several rows may be one event, and people may be named for a row before it comes or after.
create table importing.event_row (
    register_id    smallint not null references record.register,
    ref            text not null,
    event_ref      text not null,   -- ref of the row under which organisation knows the whole event
    replaces       text,            -- the row that this one corrects
    cells          text[] not null, -- "column=value"; a row that comes or goes later makes the event anew out of all its rows
    entry_id       bigint not null references record.entry,
    recorded_at    timestamptz not null,
    superseded_at  timestamptz not null default 'infinity' check (superseded_at > recorded_at),
    superseded_by  bigint references record.entry,
    primary key (register_id, ref, entry_id)
);
create unique index event_row_once on importing.event_row (register_id, ref) where superseded_by is null;

create table importing.event_person (
    register_id    smallint not null references record.register,
    event_ref      text not null,   -- as sent: any row of the event
    member_ref     text not null,
    cell           text not null,   -- empty: he follows the successor after all
    entry_id       bigint not null references record.entry,
    recorded_at    timestamptz not null,
    superseded_at  timestamptz not null default 'infinity' check (superseded_at > recorded_at),
    superseded_by  bigint references record.entry,
    primary key (register_id, event_ref, member_ref, entry_id)
);
create unique index event_person_once on importing.event_person (register_id, event_ref, member_ref) where superseded_by is null;

do $$
declare
    part text;
begin
    foreach part in array array['job', 'sealed', 'heading', 'event_row', 'event_person'] loop
        execute format('alter table importing.%I enable row level security', part);
        execute format('alter table importing.%I force row level security', part);
        execute format($policy$create policy own_register on importing.%I
            using (register_id = any (current_setting('giaoban.registers')::smallint[]))$policy$, part);
    end loop;
end
$$;

grant usage on schema importing to giaoban_app;
grant select, insert, update, delete on importing.job, importing.sealed, importing.heading to giaoban_app;
grant select, insert on importing.event_row, importing.event_person to giaoban_app;
grant update (superseded_at, superseded_by) on importing.event_row, importing.event_person to giaoban_app;

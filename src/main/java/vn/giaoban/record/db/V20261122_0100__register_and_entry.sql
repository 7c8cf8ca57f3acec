-- A register is where a record was first entered; an entry is one transaction: who, when, why.
-- Every other table of records names the entry that made a row and, if so, the one that superseded it.
create schema record;
create schema record_api;

create table record.entry (
    entry_id   bigint generated always as identity primary key,
    at         timestamptz not null,  -- record time: from the clock, never from the database
    account    bigint not null,
    login      text not null,
    what       text not null,
    reason     text,
    registers  smallint[] not null
);
create index entry_at on record.entry (at);

create table record.register (
    register_id  smallint primary key,
    code         text not null constraint register_code_once unique check (code ~ '^[A-Z0-9][A-Z0-9-]{0,11}$'),
    name         text not null check (length(name) between 1 and 200),
    first_day    date not null,  -- nothing is counted before it; who belongs the day before is "opening"
    entry_id     bigint not null references record.entry
);

create view record_api.register as select register_id, code, name, first_day from record.register;
create view record_api.entry as select entry_id, at, account, login, what, reason, registers from record.entry;

grant usage on schema record, record_api to giaoban_app;
grant select, insert on record.entry, record.register to giaoban_app;
grant select on record_api.register, record_api.entry to giaoban_app;

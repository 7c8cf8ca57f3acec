-- Who read whom, and a chain of digests over everything that was recorded. Both only grow: the application may insert and select.
create schema audit;
create schema audit_api;

-- One answer that showed persons; one row for each register among them. No foreign keys: a read is recorded in a transaction of its own
-- and must not fail because what it names is still being entered.
create sequence audit.answer;
create table audit.read (
    register_id  smallint not null,
    read_id      bigint generated always as identity,
    answer_id    bigint not null,
    at           timestamptz not null,
    account_id   bigint not null,
    login        text not null,
    kind         text not null check (kind in ('FILE', 'LIST', 'SEARCH', 'OPENED_NUMBER', 'EXPORT', 'PRINT', 'API')),
    what         text not null,      -- the filter, the number, the file
    reason       text,
    outside      boolean not null,   -- not in the reader's own chain
    case_no      text,               -- sealed until the case closes
    members      bigint[] not null check (cardinality(members) > 0),
    primary key (register_id, read_id),
    constraint reason_outside check (not outside or reason is not null)
);
create index read_at on audit.read (register_id, at);
create index read_by_account on audit.read (register_id, account_id, at);
-- Long answers (exports) are few and are searched through; see read_person.
create index read_long on audit.read (register_id) where cardinality(members) > 1000;

-- The way from a person to the short answers. An index over the array would not be used under a row policy.
create table audit.read_person (
    register_id  smallint not null,
    member_id    bigint not null,
    read_id      bigint not null,
    primary key (register_id, member_id, read_id),
    foreign key (register_id, read_id) references audit.read
);

create table audit.closed_case (
    case_no    text primary key,
    closed_at  timestamptz not null,
    login      text not null
);

alter table audit.read enable row level security;
alter table audit.read force row level security;
create policy own_register on audit.read using (register_id = any (current_setting('giaoban.registers')::smallint[]));
alter table audit.read_person enable row level security;
alter table audit.read_person force row level security;
create policy own_register on audit.read_person using (register_id = any (current_setting('giaoban.registers')::smallint[]));

-- What was digested of a table: the columns the application can never change, as they were when an entry was sealed.
create table audit.shape (
    shape_id    int generated always as identity primary key,
    table_name  text not null,
    columns     text[] not null,
    superseding boolean not null,
    constraint shape_once unique (table_name, columns, superseding)
);

create table audit.link (
    position   bigint primary key,
    entry_id   bigint not null constraint entry_sealed_once unique references record.entry,
    content    bytea not null,       -- of the entry and all its rows
    previous   bytea not null,       -- hash of the link before; zeros for the first
    hash       bytea not null,
    sealed_at  timestamptz not null
);

create table audit.part (
    position    bigint not null references audit.link,
    shape_id    int not null references audit.shape,
    rows        int not null,
    superseded  int not null,
    digest      bytea not null,
    primary key (position, shape_id)
);

grant usage on schema audit, audit_api to giaoban_app;
grant select, insert on all tables in schema audit to giaoban_app;
grant usage on all sequences in schema audit to giaoban_app;

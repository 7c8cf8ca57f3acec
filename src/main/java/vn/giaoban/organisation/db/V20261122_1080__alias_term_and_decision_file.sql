-- Codes of units are taken as they are written: letters of any script, digits, dot, hyphen, underscore. The code refuses more; this is its net.
alter table organisation.unit drop constraint unit_code_check;
alter table organisation.unit add constraint unit_code_shape check (code ~ '^[^[:space:][:cntrl:];,/]{1,30}$');

alter table organisation.alias add constraint alias_name_length check (length(name) between 1 and 300);
alter table organisation.alias add constraint alias_superseded_later check (superseded_at > recorded_at);
alter table organisation.alias add constraint one_alias_of_a_name_per_day
    exclude using gist (unit_id with =, name with =, daterange(from_day, until_day) with &&) where (superseded_at = 'infinity');
create index on organisation.alias (unit_id);

alter table organisation.term add constraint term_name_length check (length(name) between 1 and 100);
create index on organisation.term (unit_id);

-- The paper on which an event rests. What was sent is kept under what it is (its SHA-256); the same file sent twice is one.
create table organisation.decision_file (
    register_id smallint not null references record.register,
    sha256      bytea not null check (length(sha256) = 32),
    type        text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
    content     bytea not null check (length(content) between 1 and 10485760),
    entry_id    bigint not null references record.entry,
    recorded_at timestamptz not null,
    primary key (register_id, sha256)
);
create table organisation.event_file (
    register_id   smallint not null,
    event_file_id bigint generated always as identity,
    event_id      bigint not null references organisation.event,
    sha256        bytea not null,
    name          text not null check (length(name) between 1 and 200),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    primary key (register_id, event_file_id),
    foreign key (register_id, sha256) references organisation.decision_file,
    check (superseded_at > recorded_at)
);
create index on organisation.event_file (event_id);

alter table organisation.decision_file enable row level security;
alter table organisation.decision_file force row level security;
create policy own_register on organisation.decision_file
    using (register_id = any (current_setting('giaoban.registers')::smallint[]));
alter table organisation.event_file enable row level security;
alter table organisation.event_file force row level security;
create policy own_register on organisation.event_file
    using (register_id = any (current_setting('giaoban.registers')::smallint[]));

grant select, insert on organisation.decision_file, organisation.event_file to giaoban_app;
grant update (superseded_at, superseded_by) on organisation.event_file to giaoban_app;
grant usage on all sequences in schema organisation to giaoban_app;

-- Empty forms that the superior supplies and that must not be altered, and which of their cells is which cell of ours. Kept by content, so
-- that the same file is matched once; a corrected match supersedes the one before.
create table reporting.template (
    register_id   smallint not null references record.register,
    template_id   bigint generated always as identity,
    unit_id       bigint not null references organisation.unit,
    sha256        bytea not null check (length(sha256) = 32),
    name          text not null check (length(name) between 1 and 200),
    content       bytea not null check (length(content) <= 5242880),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    primary key (register_id, template_id),
    check (superseded_at > recorded_at)
);
create unique index one_template on reporting.template (register_id, unit_id, sha256) where superseded_at = 'infinity';

-- A row of a form stands in a line, a column of a form in a column of a sheet; both from 1.
create table reporting.template_match (
    register_id   smallint not null,
    match_id      bigint generated always as identity,
    template_id   bigint not null,
    sheet         text not null,
    form_code     text not null,
    axis          text not null check (axis in ('ROW', 'COLUMN')),
    code          text not null,
    place         int not null check (place between 1 and 1048576),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    primary key (register_id, match_id),
    foreign key (register_id, template_id) references reporting.template,
    check (superseded_at > recorded_at)
);
create index on reporting.template_match (register_id, template_id) where superseded_at = 'infinity';
create index on reporting.template using brin (entry_id);
create index on reporting.template_match using brin (entry_id);

alter table reporting.template enable row level security;
alter table reporting.template force row level security;
create policy own_register on reporting.template using (register_id = any (current_setting('giaoban.registers')::smallint[]));
alter table reporting.template_match enable row level security;
alter table reporting.template_match force row level security;
create policy own_register on reporting.template_match using (register_id = any (current_setting('giaoban.registers')::smallint[]));
grant select, insert on reporting.template, reporting.template_match to giaoban_app;
grant update (superseded_at, superseded_by) on reporting.template, reporting.template_match to giaoban_app;
grant usage on all sequences in schema reporting to giaoban_app;

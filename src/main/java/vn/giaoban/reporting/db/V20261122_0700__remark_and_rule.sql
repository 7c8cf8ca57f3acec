-- The officers' own words in a report, and the limits from which something stands out.
create schema reporting;

create table reporting.remark (
    register_id   smallint not null references record.register,
    remark_id     bigint generated always as identity,
    unit_id       bigint not null references organisation.unit,
    period        text not null,
    words         text not null check (length(words) <= 20000),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    primary key (register_id, remark_id),
    check (superseded_at > recorded_at)
);
create unique index one_remark on reporting.remark (register_id, unit_id, period) where superseded_at = 'infinity';
create index on reporting.remark using brin (entry_id);
alter table reporting.remark enable row level security;
alter table reporting.remark force row level security;
create policy own_register on reporting.remark using (register_id = any (current_setting('giaoban.registers')::smallint[]));

-- What stands out is a rule with its limit; none of these is from a regulation, and the page says so.
create table reporting.rule (
    rule_code text not null,
    value     numeric not null,
    measure   text not null,
    from_day  date not null default '-infinity',
    until_day date not null default 'infinity' check (until_day > from_day),
    source    text not null,
    verified  boolean not null default false,
    primary key (rule_code, from_day)
);
insert into reporting.rule (rule_code, value, measure, source) values
('months-without-admission', 12, 'month', 'Biểu 2-BTCTW, mục III; mức do hệ thống đặt'),
('change-of-members', 5, 'percent', 'mức do hệ thống đặt'),
('days-without-entry', 92, 'day', 'rà soát 3 tháng một lần, HD 06-HD/TW 8.3b; mức do hệ thống đặt'),
('cells-for-rank', 10, 'cell', 'mức do hệ thống đặt: không xếp hạng nơi có ít chi bộ');

grant usage on schema reporting to giaoban_app;
grant select on reporting.remark, reporting.rule to giaoban_app;
grant insert on reporting.remark to giaoban_app;
grant update (superseded_at, superseded_by) on reporting.remark to giaoban_app;
grant usage on all sequences in schema reporting to giaoban_app;

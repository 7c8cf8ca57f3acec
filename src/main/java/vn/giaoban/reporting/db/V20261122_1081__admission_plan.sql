-- How many admissions a unit is to reach in a year: typed, with the document that says so. One number for a unit and a year; earlier ones kept.
create table reporting.admission_plan (
    register_id   smallint not null references record.register,
    plan_id       bigint generated always as identity,
    unit_id       bigint not null references organisation.unit,
    year          int not null check (year between 1930 and 2200),
    admissions    int not null check (admissions between 0 and 1000000),
    document      text not null check (length(document) between 1 and 200),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    primary key (register_id, plan_id),
    check (superseded_at > recorded_at)
);
create unique index one_admission_plan on reporting.admission_plan (register_id, unit_id, year) where superseded_at = 'infinity';
create index on reporting.admission_plan using brin (entry_id);
alter table reporting.admission_plan enable row level security;
alter table reporting.admission_plan force row level security;
create policy own_register on reporting.admission_plan
    using (register_id = any (current_setting('giaoban.registers')::smallint[]));
grant select, insert on reporting.admission_plan to giaoban_app;
grant update (superseded_at, superseded_by) on reporting.admission_plan to giaoban_app;
grant usage on all sequences in schema reporting to giaoban_app;

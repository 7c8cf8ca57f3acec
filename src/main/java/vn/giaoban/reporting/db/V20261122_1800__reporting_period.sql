-- Reporting periods (kỳ báo cáo): what a unit asks of those below it. Who is asked reads it as well as who asks, whatever their registers,
-- and it holds no person: so without a register, like units. A correction and the closing are later rows of the same period.
create sequence reporting.period_key;
create table reporting.reporting_period (
    row_id        bigint generated always as identity primary key,
    period_id     bigint not null,
    unit_id       bigint not null references organisation.unit,
    name          text not null check (length(name) between 1 and 120),
    from_day      date not null,
    last_day      date not null,  -- the cut-off, inside the period
    confirm_by    date not null,
    asked         text not null check (asked in ('DIRECT', 'BASE')),
    document      text not null check (length(document) <= 200),
    freeze_id     bigint,  -- of figures.freeze: the period is closed
    known_at      timestamptz,  -- what was settled is read at this instant
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    constraint period_ends_before_it_begins check (last_day >= from_day),
    check ((freeze_id is null) = (known_at is null)),
    check (superseded_at > recorded_at)
);
create unique index one_row_of_a_period on reporting.reporting_period (period_id) where superseded_at = 'infinity';
create unique index one_period_of_a_name on reporting.reporting_period (unit_id, lower(name)) where superseded_at = 'infinity';
create index on reporting.reporting_period using brin (entry_id);

-- What a unit that was asked says of its own figures: the values as its officer saw them. Canonical JSON with its digest; no person in it.
create table reporting.confirmation (
    register_id     smallint not null references record.register,  -- of the unit that confirms
    confirmation_id bigint generated always as identity,
    period_id       bigint not null,
    unit_id         bigint not null references organisation.unit,
    content         text not null,
    digest          text not null check (digest ~ '^[0-9a-f]{64}$'),
    known_at        timestamptz not null,  -- the values are what was known then
    post            text not null check (length(post) between 1 and 120),
    document        text not null check (length(document) <= 200),  -- where who asks notes what came on paper
    entry_id        bigint not null references record.entry,
    recorded_at     timestamptz not null,
    superseded_at   timestamptz not null default 'infinity',
    superseded_by   bigint references record.entry,
    primary key (register_id, confirmation_id),
    check (superseded_at > recorded_at)
);
create unique index one_confirmation on reporting.confirmation (register_id, period_id, unit_id) where superseded_at = 'infinity';
create index on reporting.confirmation using brin (entry_id);

-- Who was reminded, by whom and when. One row for a unit and a day: nobody is reminded twice a day.
create table reporting.reminder (
    register_id smallint not null references record.register,  -- of the unit that is reminded
    reminder_id bigint generated always as identity,
    period_id   bigint not null,
    unit_id     bigint not null references organisation.unit,
    on_day      date not null,
    entry_id    bigint not null references record.entry,
    recorded_at timestamptz not null,
    primary key (register_id, reminder_id)
);
create unique index one_reminder_a_day on reporting.reminder (register_id, period_id, unit_id, on_day);
create index on reporting.reminder using brin (entry_id);

-- The figures of each unit that was asked, as they were when the period was closed: read at the one instant of the freeze.
create table reporting.closed_line (
    register_id smallint not null references record.register,
    line_id     bigint generated always as identity,
    period_id   bigint not null,
    unit_id     bigint not null references organisation.unit,
    content     text not null,
    digest      text not null check (digest ~ '^[0-9a-f]{64}$'),
    entry_id    bigint not null references record.entry,
    recorded_at timestamptz not null,
    primary key (register_id, line_id)
);
create unique index one_closed_line on reporting.closed_line (register_id, period_id, unit_id);
create index on reporting.closed_line using brin (entry_id);

alter table reporting.confirmation enable row level security;
alter table reporting.confirmation force row level security;
create policy own_register on reporting.confirmation
    using (register_id = any ((select current_setting('giaoban.registers')::smallint[])::smallint[]));
alter table reporting.reminder enable row level security;
alter table reporting.reminder force row level security;
create policy own_register on reporting.reminder
    using (register_id = any ((select current_setting('giaoban.registers')::smallint[])::smallint[]));
alter table reporting.closed_line enable row level security;
alter table reporting.closed_line force row level security;
create policy own_register on reporting.closed_line
    using (register_id = any ((select current_setting('giaoban.registers')::smallint[])::smallint[]));

grant select, insert on reporting.reporting_period, reporting.confirmation, reporting.reminder, reporting.closed_line to giaoban_app;
grant update (superseded_at, superseded_by) on reporting.reporting_period, reporting.confirmation to giaoban_app;
grant usage on all sequences in schema reporting to giaoban_app;

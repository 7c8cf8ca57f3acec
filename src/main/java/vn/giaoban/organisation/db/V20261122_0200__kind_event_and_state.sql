-- What an event does to a unit is recorded (event, effect). Where each unit stood on each day (unit_state, closing, ancestry) is derived
-- from all known events of the unit, stored for reading, and superseded when an event is added, corrected or undone.
create schema organisation;
create schema organisation_api;

-- Kinds, and which may stand under which, are dated data: the end of the district level on 1 July 2025 is two rows with an end.
create table organisation.kind (
    kind_code     text primary key,  -- a kind whose meaning changes is a new kind
    name          text not null,
    name_en       text not null,
    class         text not null check (class in ('CENTRE', 'PROVINCE', 'ABOVE_BASE', 'BASE', 'BASE_CELL', 'PART', 'CELL', 'CAUCUS',
                                                 'GROUP', 'TEMPORARY_CELL')),
    level         text not null check (level in ('CENTRE', 'PROVINCE', 'ABOVE_BASE', 'BASE', 'PART', 'CELL', 'GROUP')),
    holds_members boolean not null,
    counts        boolean not null,  -- whether it enters "units"
    rank          int not null,      -- for lists
    from_day      date not null default '-infinity',
    until_day     date not null default 'infinity' check (until_day > from_day),
    source        text not null,
    verified      boolean not null default false
);

create table organisation.kind_under (
    kind_code   text not null references organisation.kind,
    parent_kind text not null references organisation.kind,
    from_day    date not null default '-infinity',
    until_day   date not null default 'infinity' check (until_day > from_day),
    source      text not null,
    verified    boolean not null default false,
    primary key (kind_code, parent_kind, from_day)
);

create table organisation.sector (
    sector_code text primary key,
    name        text not null,
    name_en     text not null,
    rank        int not null,
    state_owned boolean not null,  -- false: the non-state sector of the reports
    from_day    date not null default '-infinity',
    until_day   date not null default 'infinity' check (until_day > from_day),
    source      text not null,
    verified    boolean not null default false
);

create table organisation.unit (
    unit_id     bigint generated always as identity primary key,
    register_id smallint not null references record.register,  -- where it was first entered; never changes, whoever it stands under
    code        text not null constraint unit_code_once unique check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,29}$'),
    org_code    text constraint unit_org_code_once unique check (org_code ~ '^[0-9]{14}$'),
    entry_id    bigint not null references record.entry
);

create table organisation.plan (
    plan_id     bigint generated always as identity primary key,
    register_id smallint not null,
    name        text not null,
    entry_id    bigint not null references record.entry,
    recorded_at timestamptz not null
);

create table organisation.event (
    event_id         bigint generated always as identity primary key,
    register_id      smallint not null references record.register,
    ref              text,  -- the sender's own key
    kind             text not null,
    day              date not null,
    decision_no      text,
    decision_day     date,
    issuer           text,
    plan_id          bigint references organisation.plan,
    receiving_cell   bigint references organisation.unit,
    corrects         bigint references organisation.event,
    entry_id         bigint not null references record.entry,
    recorded_at      timestamptz not null,
    superseded_at    timestamptz not null default 'infinity',
    superseded_by    bigint references record.entry,
    check (superseded_at > recorded_at)
);
create unique index event_ref_once on organisation.event (register_id, ref) where superseded_at = 'infinity';
create index on organisation.event (plan_id);
create index on organisation.event (day);

create table organisation.effect (
    effect_id      bigint generated always as identity primary key,
    event_id       bigint not null references organisation.event,
    unit_id        bigint not null references organisation.unit,
    day            date not null,
    aspect         text not null check (aspect in ('OPEN', 'NAME', 'PLACE', 'KIND', 'SECTOR', 'CLOSE')),
    other_id       bigint references organisation.unit,  -- the parent of OPEN and PLACE, the successor of CLOSE
    position       int,
    name           text check (length(name) between 1 and 300),
    committee_name text,
    symbol         text,
    place          text,
    kind_code      text,
    sector_code    text
);
create index on organisation.effect (unit_id);
create index on organisation.effect (event_id);
create index on organisation.effect (other_id);

-- The units an event is about, whether or not it changes a fact of theirs (a unit from which a part leaves stays as it was).
create table organisation.subject (
    event_id bigint not null references organisation.event,
    unit_id  bigint not null references organisation.unit,
    primary key (event_id, unit_id)
);
create index on organisation.subject (unit_id);

create table organisation.unit_state (
    state_id       bigint generated always as identity primary key,
    unit_id        bigint not null references organisation.unit,
    from_day       date not null,
    until_day      date not null check (until_day > from_day),
    parent_id      bigint references organisation.unit,
    position       int not null,
    name           text not null,
    committee_name text not null,
    symbol         text not null,
    place          text not null,
    kind_code      text not null,
    sector_code    text,
    entry_id       bigint not null references record.entry,
    recorded_at    timestamptz not null,
    superseded_at  timestamptz not null default 'infinity',
    superseded_by  bigint references record.entry,
    check (superseded_at > recorded_at),
    constraint one_state_per_day
        exclude using gist (unit_id with =, daterange(from_day, until_day) with &&) where (superseded_at = 'infinity')
);
create index on organisation.unit_state (unit_id);
create index on organisation.unit_state (parent_id);
create index unit_state_name on organisation.unit_state using gin (ext.folded(name) ext.gin_trgm_ops) where superseded_at = 'infinity';

create table organisation.closing (
    closing_id    bigint generated always as identity primary key,
    unit_id       bigint not null references organisation.unit,
    day           date not null,
    successor_id  bigint not null references organisation.unit,
    event_id      bigint not null references organisation.event,
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at)
);
create unique index closes_once on organisation.closing (unit_id) where superseded_at = 'infinity';
create index on organisation.closing (successor_id);

-- Ancestry in time, continued through the successor after a unit closed. See decision 0007.
create table organisation.ancestry (
    hierarchy_id  smallint not null default 1,
    unit_id       bigint not null references organisation.unit,
    ancestor_id   bigint not null references organisation.unit,
    distance      int not null,
    from_day      date not null,
    until_day     date not null check (until_day > from_day),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at)
);
create index ancestry_below on organisation.ancestry (ancestor_id, from_day, until_day);
create index ancestry_above on organisation.ancestry (unit_id, from_day);

-- A unit may stand in a second hierarchy beside the territorial one (a bloc, an enterprise group); pages come later.
create table organisation.hierarchy (
    hierarchy_id smallint primary key,
    code         text not null unique,
    name         text not null
);
insert into organisation.hierarchy values (1, 'territorial', 'Theo địa bàn');

create table organisation.second_place (
    place_id      bigint generated always as identity primary key,
    hierarchy_id  smallint not null references organisation.hierarchy check (hierarchy_id > 1),
    unit_id       bigint not null references organisation.unit,
    parent_id     bigint references organisation.unit,
    from_day      date not null,
    until_day     date not null default 'infinity' check (until_day > from_day),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at),
    constraint one_second_place_per_day
        exclude using gist (hierarchy_id with =, unit_id with =, daterange(from_day, until_day) with &&)
        where (superseded_at = 'infinity')
);

create table organisation.alias (
    alias_id      bigint generated always as identity primary key,
    unit_id       bigint not null references organisation.unit,
    name          text not null,
    from_day      date not null default '-infinity',
    until_day     date not null default 'infinity' check (until_day > from_day),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry
);

-- Villages and residential groups, and which cells cover them. A joint cell covers several.
create table organisation.village (
    village_id  bigint generated always as identity primary key,
    unit_id     bigint not null references organisation.unit,  -- the unit whose area it lies in, read through what that stands for
    name        text not null,
    entry_id    bigint not null references record.entry,
    unique (unit_id, name)
);

create table organisation.cover (
    cover_id      bigint generated always as identity primary key,
    village_id    bigint not null references organisation.village,
    unit_id       bigint not null references organisation.unit,
    from_day      date not null,
    until_day     date not null default 'infinity' check (until_day > from_day),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry
);
create index on organisation.cover (unit_id);
create index on organisation.cover (village_id);

grant usage on schema organisation, organisation_api to giaoban_app;
grant select on all tables in schema organisation to giaoban_app;
grant insert on organisation.unit, organisation.plan, organisation.event, organisation.effect, organisation.subject, organisation.unit_state,
    organisation.closing, organisation.ancestry, organisation.second_place, organisation.alias, organisation.village, organisation.cover,
    organisation.hierarchy to giaoban_app;
grant update (superseded_at, superseded_by) on organisation.event, organisation.unit_state, organisation.closing, organisation.ancestry,
    organisation.second_place, organisation.alias, organisation.cover to giaoban_app;
grant usage on all sequences in schema organisation to giaoban_app;

-- What is recorded about people are facts; where they belonged and the steps they took are derived from them (Life in Java), stored with
-- both clocks beside them, and superseded when a fact is added, corrected or withdrawn. Nothing is overwritten, nothing is deleted.
create schema membership;
create schema membership_api;
grant usage on schema membership, membership_api to giaoban_app;

create sequence membership.member_number;
create sequence membership.movement_number;
grant usage on sequence membership.member_number, membership.movement_number to giaoban_app;

-- A person of a register. A corrected row has another entry and may have another ref; both refs name the same person.
create table membership.member (
    register_id     smallint not null references record.register,
    member_id       bigint not null,
    ref             text not null check (length(ref) between 1 and 100),  -- the sender's own key
    arriving_degree text check (arriving_degree in ('OFFICIAL', 'PROBATIONARY')),  -- with which he first came from outside
    merged_into     bigint,  -- the same human being, entered twice
    entry_id        bigint not null references record.entry,
    recorded_at     timestamptz not null,
    superseded_at   timestamptz not null default 'infinity',
    superseded_by   bigint references record.entry,
    check (superseded_at > recorded_at),
    primary key (register_id, member_id, entry_id)
);
create unique index member_ref_once on membership.member (register_id, ref) where superseded_at = 'infinity';
create index member_any_ref on membership.member (register_id, ref);

-- Everything a person was between two days. Religion is here for the file and for figures of large units, never for lists.
create table membership.profile (
    register_id     smallint not null,
    member_id       bigint not null,
    from_day        date not null,
    until_day       date not null check (until_day > from_day),
    name            text not null check (length(name) between 2 and 100),
    other_name      text,
    birth           date not null,  -- by the rule: to the year from 1 July, to the month from the 1st
    birth_precision text not null check (birth_precision in ('DAY', 'MONTH', 'YEAR')),
    sex             text not null check (sex in ('M', 'F')),
    ethnicity       text,
    religion        text,
    native_place    text,
    residence       text,
    occupation      text,
    education       text,
    theory          text,
    languages       text,
    card            text check (card !~ '^[0-9]{12}$'),  -- of the older series; one of 12 digits is the citizen number
    cv_number       text,
    decided_on      date,  -- of the first admission, where no movement of this register says it
    ceremony_on     date,
    official_on     date,
    gap_days        int not null default 0 check (gap_days >= 0),
    entry_id        bigint not null references record.entry,
    recorded_at     timestamptz not null,
    superseded_at   timestamptz not null default 'infinity',
    superseded_by   bigint references record.entry,
    check (superseded_at > recorded_at),
    primary key (register_id, member_id, from_day, entry_id)
);
create index profile_card on membership.profile (register_id, card) where card is not null;
create index profile_cv_number on membership.profile (register_id, cv_number) where cv_number is not null;
create index profile_birth on membership.profile (register_id, birth);

-- Encrypted; the key is a file outside the database. The keyed digest finds equal numbers and nothing else.
create table membership.citizen_number (
    register_id   smallint not null,
    member_id     bigint not null,
    digest        bytea not null,
    sealed        bytea not null,
    is_card       boolean not null,  -- whether it is printed on the card, as since 2 September 2025
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at),
    primary key (register_id, member_id, entry_id)
);
create unique index citizen_number_once on membership.citizen_number (register_id, digest) where superseded_at = 'infinity';

-- Every rotation of the syllables of a name, folded: what begins with the typed text is a hit, wherever in the name it stands.
-- A prefix on "C" text is the only search that stays fast under a row policy.
create table membership.member_name (
    register_id   smallint not null,
    rotation      text collate "C" not null,
    member_id     bigint not null,
    entry_id      bigint not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint
);
create index member_name_rotation on membership.member_name (register_id, rotation, member_id) where superseded_at = 'infinity';
create index member_name_member on membership.member_name (register_id, member_id) where superseded_at = 'infinity';

-- Who belongs on the evening before the register's first day: no flow.
create table membership.opening (
    register_id   smallint not null,
    member_id     bigint not null,
    unit_id       bigint not null references organisation.unit,
    from_day      date not null,
    degree        text not null check (degree in ('OFFICIAL', 'PROBATIONARY')),
    told_entry    bigint not null,  -- when the person was first said to be in this cell; share-outs recorded later knew of him
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at),
    primary key (register_id, member_id, entry_id)
);

create table membership.movement (
    register_id   smallint not null,
    movement_id   bigint not null,
    member_id     bigint not null,
    ref           text not null check (length(ref) between 1 and 100),
    kind          text not null,
    day           date not null,  -- the one that counts; which that is, see day_rule
    decision_day  date,
    ceremony_day  date,
    issued_day    date,
    received_day  date,
    from_unit     bigint references organisation.unit,
    from_outside  text,
    to_unit       bigint references organisation.unit,
    to_outside    text,
    decision_no   text,
    corrects      bigint,  -- the movement that this one replaces
    told_entry    bigint not null,  -- when the person was first said to come to this cell; share-outs recorded later knew of him
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at),
    primary key (register_id, movement_id)
);
create unique index movement_ref_once on membership.movement (register_id, ref) where superseded_at = 'infinity';
create index movement_any_ref on membership.movement (register_id, ref);
create index movement_member on membership.movement (register_id, member_id);
create index movement_from on membership.movement (from_unit) where from_unit is not null;
create index movement_to on membership.movement (to_unit) where to_unit is not null;

-- Who does not follow the successor of a unit that was shared out, or left it with a part.
create table membership.carried (
    register_id   smallint not null,
    member_id     bigint not null,
    event_id      bigint not null references organisation.event,
    day           date not null,
    from_unit     bigint not null references organisation.unit,
    to_unit       bigint not null references organisation.unit,
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at),
    primary key (register_id, member_id, event_id, entry_id)
);
create unique index carried_once on membership.carried (register_id, member_id, event_id) where superseded_at = 'infinity';
create index carried_event on membership.carried (event_id);
create index carried_from on membership.carried (from_unit);

-- Derived: in which cell, of which degree, in which condition on each day.
create table membership.belonging (
    belonging_id  bigint generated always as identity,
    register_id   smallint not null,
    member_id     bigint not null,
    unit_id       bigint not null references organisation.unit,  -- as entered; read standsFor from the day it closed
    degree        text not null check (degree in ('OFFICIAL', 'PROBATIONARY')),
    exempt        boolean not null,
    suspended     boolean not null,
    away          boolean not null,
    from_day      date not null,
    until_day     date not null check (until_day > from_day),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at),
    primary key (register_id, belonging_id),
    constraint one_cell_per_day
        exclude using gist (register_id with =, member_id with =, daterange(from_day, until_day) with &&)
        where (superseded_at = 'infinity')
);
create index belonging_unit on membership.belonging (unit_id, from_day, until_day);
create index belonging_member on membership.belonging (register_id, member_id);

-- Derived: what flows are counted from.
create table membership.step (
    step_id       bigint generated always as identity,
    register_id   smallint not null,
    member_id     bigint not null,
    movement_id   bigint not null,  -- of one who was carried: the event on units, negated
    kind          text not null,
    day           date not null,
    from_unit     bigint references organisation.unit,
    to_unit       bigint references organisation.unit,
    degree        text not null check (degree in ('OFFICIAL', 'PROBATIONARY')),
    outside       text,
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at),
    check (from_unit is not null or to_unit is not null),
    primary key (register_id, step_id)
);
create index step_day on membership.step (day);
create index step_from on membership.step (from_unit, day) where from_unit is not null;
create index step_to on membership.step (to_unit, day) where to_unit is not null;
create index step_member on membership.step (register_id, member_id);
create index step_carried on membership.step (movement_id) where movement_id < 0;

-- Derived: from which day party age counts: the first decision to admit, moved by the time out of the Party.
create table membership.seniority (
    register_id   smallint not null,
    member_id     bigint not null,
    from_day      date not null,
    until_day     date not null check (until_day > from_day),
    party_from    date not null,
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at),
    primary key (register_id, member_id, from_day, entry_id)
);

-- A change told by a cell, which its base turns into a record or answers with a reason.
create table membership.report (
    register_id   smallint not null,
    report_id     bigint generated always as identity,
    unit_id       bigint not null references organisation.unit,
    member_id     bigint not null,
    kind          text not null,
    day           date not null,
    to_cell       text,
    outside       text,
    words         text check (length(words) <= 500),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',  -- when it was answered
    superseded_by bigint references record.entry,
    primary key (register_id, report_id)
);
create index report_unit on membership.report (unit_id) where superseded_at = 'infinity';

do $$
declare
    name text;
begin
    foreach name in array array['member', 'profile', 'citizen_number', 'member_name', 'opening', 'movement', 'carried', 'belonging', 'step',
                                'seniority', 'report']
    loop
        execute format('alter table membership.%I enable row level security', name);
        execute format('alter table membership.%I force row level security', name);
        -- The subquery makes the setting be read once for each statement, not for each row.
        execute format('create policy own_register on membership.%I
                            using (register_id = any ((select current_setting(''giaoban.registers'')::smallint[])::smallint[]))', name);
        execute format('grant select, insert on membership.%I to giaoban_app', name);
        execute format('grant update (superseded_at, superseded_by) on membership.%I to giaoban_app', name);
    end loop;
end $$;

-- Who may sign in, and who may do what, where and when. Rights are rows with days and record time: "who could read this file in
-- March" must have an answer years later. Accounts are not personal records of members: no register, no row policy.
create schema access;
create schema access_api;

create table access.account (
    account_id    bigint generated always as identity primary key,
    login         text not null constraint login_once unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    name          text not null check (length(name) between 1 and 120),
    locale        text not null default 'vi' check (locale in ('vi', 'en')),
    home_unit_id  bigint,            -- administrators over this unit look after the account; null: only those over everything
    disabled_at   timestamptz,
    session_epoch int not null default 0,  -- raised by whatever must end the sessions that are open
    entry_id      bigint not null references record.entry
);
comment on table access.account is 'Account 0 is the system itself and has no row.';

-- Not a table of records: a superseded hash is worth something to a thief and nothing to anyone else, so it is overwritten.
create table access.credential (
    account_id  bigint primary key references access.account,
    hash        text not null,
    one_time    boolean not null,    -- a code from two administrators: good for choosing a password and for nothing else
    expires_at  timestamptz,
    changed_at  timestamptz not null,
    check (one_time = (expires_at is not null))
);

create table access.role (
    role_code   text not null,
    verb        text not null,
    from_day    date not null default '-infinity',
    until_day   date not null default 'infinity' check (until_day > from_day),
    primary key (role_code, verb, from_day)
);
comment on table access.role is 'Ready-made bundles of verbs; dated, because what an office may do is decided and changed.';

create table access.granted (
    granted_id     bigint generated always as identity primary key,
    account_id     bigint not null references access.account,
    role_code      text,
    verb           text,
    unit_id        bigint,           -- null: everything, also registers that come later
    from_day       date not null,
    until_day      date not null default 'infinity' check (until_day > from_day),
    post_id        bigint,           -- holds only while the person behind the account holds this post
    given_by       bigint not null,
    confirmed_by   bigint not null,
    entry_id       bigint not null references record.entry,
    recorded_at    timestamptz not null,
    superseded_at  timestamptz not null default 'infinity' check (superseded_at > recorded_at),
    superseded_by  bigint references record.entry,
    constraint role_or_verb check (num_nonnulls(role_code, verb) = 1),
    constraint two_people check (given_by <> confirmed_by or given_by = 0),
    constraint not_to_oneself check (account_id <> given_by and account_id <> confirmed_by)
);
create index granted_of_account on access.granted (account_id) where superseded_by is null;
create index granted_over_unit on access.granted (unit_id) where superseded_by is null;

-- What one administrator asked for and another has to confirm.
create table access.proposal (
    proposal_id  bigint generated always as identity primary key,
    kind         text not null check (kind in ('GRANT', 'PASSWORD', 'ENABLE')),
    account_id   bigint not null references access.account,
    role_code    text,
    unit_id      bigint,
    from_day     date,
    until_day    date,
    post_id      bigint,
    first_half   text,               -- of a one-time code; useless without the half the second person sees; erased when decided
    reason       text not null check (length(reason) between 1 and 500),
    proposed_by  bigint not null references access.account,
    proposed_at  timestamptz not null,
    expires_at   timestamptz not null,
    decided_by   bigint references access.account,
    decided_at   timestamptz,
    confirmed    boolean,
    entry_id     bigint not null references record.entry,
    constraint decided_whole check (num_nonnulls(decided_by, decided_at, confirmed) in (0, 3)),
    constraint confirmed_by_another check (not confirmed or (decided_by <> proposed_by and decided_by <> account_id)),
    constraint not_for_oneself check (account_id <> proposed_by),
    constraint half_is_erased check (decided_at is null or first_half is null)
);

create table access.notice (
    notice_id   bigint generated always as identity primary key,
    account_id  bigint not null references access.account,
    at          timestamptz not null,
    code        text not null,       -- key into the message files
    arguments   text[] not null,
    seen_at     timestamptz
);
create index notice_of_account on access.notice (account_id, at desc);

create table access.token (
    token_id    bigint generated always as identity primary key,
    account_id  bigint not null references access.account,
    name        text not null check (length(name) between 1 and 80),
    digest      bytea not null constraint token_once unique,  -- SHA-256: the token itself is 256 random bits, nothing to stretch
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz
);
create index token_of_account on access.token (account_id);

-- Members who crossed from one register's tree into another's: readers of the first register's tree meet records of the second.
create table access.register_sight (
    viewer_register  smallint not null,
    register_id      smallint not null,
    entry_id         bigint not null references record.entry,
    primary key (viewer_register, register_id)
);

grant usage on schema access, access_api to giaoban_app;
grant select, insert on all tables in schema access to giaoban_app;
grant update (name, locale, home_unit_id, disabled_at, session_epoch) on access.account to giaoban_app;
grant update (hash, one_time, expires_at, changed_at) on access.credential to giaoban_app;
grant update (superseded_at, superseded_by) on access.granted to giaoban_app;
grant update (decided_by, decided_at, confirmed, first_half) on access.proposal to giaoban_app;
grant update (seen_at) on access.notice to giaoban_app;
grant update (revoked_at) on access.token to giaoban_app;

insert into access.role (role_code, verb) values
    ('cell-secretary', 'SEE_FIGURES'), ('cell-secretary', 'SEE_PERSONS'), ('cell-secretary', 'RECORD'),
    ('base-officer', 'SEE_FIGURES'), ('base-officer', 'SEE_PERSONS'), ('base-officer', 'SEE_SENSITIVE'),
    ('base-officer', 'RECORD'), ('base-officer', 'CONFIRM'), ('base-officer', 'EXPORT_PERSONS'),
    ('provincial-members-officer', 'SEE_FIGURES'), ('provincial-members-officer', 'SEE_PERSONS'),
    ('provincial-members-officer', 'SEE_SENSITIVE'), ('provincial-members-officer', 'RECORD'),
    ('provincial-members-officer', 'CONFIRM'), ('provincial-members-officer', 'SEE_REMOVALS'),
    ('provincial-members-officer', 'EXPORT_PERSONS'), ('provincial-members-officer', 'KEEP_REGISTER'),
    ('provincial-organisation-officer', 'SEE_FIGURES'), ('provincial-organisation-officer', 'SEE_PERSONS'),
    ('provincial-organisation-officer', 'SEE_SENSITIVE'), ('provincial-organisation-officer', 'RECORD'),
    ('provincial-organisation-officer', 'CONFIRM'), ('provincial-organisation-officer', 'SEE_REMOVALS'),
    ('provincial-organisation-officer', 'EXPORT_PERSONS'), ('provincial-organisation-officer', 'KEEP_REGISTER'),
    ('provincial-organisation-officer', 'CHANGE_STRUCTURE'),
    ('committee-office', 'SEE_FIGURES'),
    ('figures-reader', 'SEE_FIGURES'),
    ('inspection', 'SEE_FIGURES'), ('inspection', 'SEE_PERSONS'), ('inspection', 'SEE_REMOVALS'),
    ('centre-officer', 'SEE_FIGURES'), ('centre-officer', 'SEE_PERSONS'), ('centre-officer', 'SEE_SENSITIVE'),
    ('centre-officer', 'RECORD'), ('centre-officer', 'CONFIRM'), ('centre-officer', 'SEE_REMOVALS'),
    ('centre-officer', 'EXPORT_PERSONS'), ('centre-officer', 'KEEP_REGISTER'), ('centre-officer', 'CHANGE_STRUCTURE'),
    ('administrator', 'MANAGE_ACCOUNTS');

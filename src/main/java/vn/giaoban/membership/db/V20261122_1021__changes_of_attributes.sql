-- What changed about a person from a day on: a fact of its own, so that a corrected person's row keeps it. The profiles from one day to
-- the next are derived: what the person's row says, then each change in the order of days.
create table membership.change (
    register_id   smallint not null,
    change_id     bigint generated always as identity,
    member_id     bigint not null,
    day           date not null,
    attribute     text not null,  -- name of one that changes, see Attribute
    value         text check (length(value) <= 300),  -- code of the list where there is one; null: none any more
    decision_no   text check (length(decision_no) <= 100),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at),
    primary key (register_id, change_id)
);
create unique index one_change_per_day on membership.change (register_id, member_id, attribute, day) where superseded_at = 'infinity';
create index change_member on membership.change (register_id, member_id);
create index change_entry on membership.change using brin (entry_id);
create index change_superseded_by on membership.change (superseded_by) where superseded_by is not null;

alter table membership.change enable row level security;
alter table membership.change force row level security;
create policy own_register on membership.change
    using (register_id = any ((select current_setting('giaoban.registers')::smallint[])::smallint[]));
grant select, insert on membership.change to giaoban_app;
grant update (superseded_at, superseded_by) on membership.change to giaoban_app;

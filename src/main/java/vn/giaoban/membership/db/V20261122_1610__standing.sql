-- Who stands where by all that is known now, with what lists are sorted by: a reading aid, made anew for a person whenever his belongings or
-- profiles are written, in the same transaction. No record: it holds nothing that belonging and profile do not, and no entry.
create table membership.standing (
    register_id    smallint not null,
    member_id      bigint not null,
    from_day       date not null,
    until_day      date not null,
    place_register smallint not null,  -- of the unit: never changes, whatever becomes of the unit
    unit_id        bigint not null,    -- as entered
    name_key       text collate "C" not null,
    birth          date not null,
    degree         text not null,
    sex            text not null,
    primary key (register_id, member_id, from_day)
);
create index standing_place on membership.standing (place_register, name_key, birth, register_id, member_id)
    include (from_day, until_day, unit_id, degree, sex);
create index standing_unit on membership.standing (unit_id, name_key, birth, register_id, member_id)
    include (from_day, until_day, degree, sex);

-- Since when it is complete; no row: what was there before it is still to be read in.
create table membership.standing_complete (
    since timestamptz primary key
);

alter table membership.standing enable row level security;
alter table membership.standing force row level security;
create policy own_register on membership.standing
    using (register_id = any ((select current_setting('giaoban.registers')::smallint[])::smallint[]));
grant select, insert, delete on membership.standing to giaoban_app;
grant select, insert on membership.standing_complete to giaoban_app;

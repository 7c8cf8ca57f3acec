-- How many stand where, as differences: whoever writes standing adds rows in the same transaction and changes none, so that nobody waits for another;
-- what holds is their sum. Now and then they are added up. Days that had begun when a row was written begin with -infinity.
create table membership.standing_count (
    register_id    smallint not null,
    count_id       bigint generated always as identity,
    place_register smallint not null,
    degree         text not null,
    sex            text not null,
    from_day       date not null,
    until_day      date not null,
    people         int not null,
    primary key (register_id, count_id)
);
create index standing_count_place on membership.standing_count (place_register)
    include (register_id, degree, sex, from_day, until_day, people);
alter table membership.standing_count enable row level security;
alter table membership.standing_count force row level security;
create policy own_register on membership.standing_count
    using (register_id = any ((select current_setting('giaoban.registers')::smallint[])::smallint[]));
grant select, insert, delete on membership.standing_count to giaoban_app;

-- What breakdowns of people came to at the end of some days (decision 0096), by the register of the cell. A read model that can be made again
-- from the records at any time; no person is in it, but a number may be small, so the policy of the registers holds.
create table figures.part_day (
    day     date primary key,
    known   timestamptz not null,  -- what the sums know
    entries bigint not null,       -- how many entries there were in the day up to then: one more, committed late, and the sums are not used
    counted text not null          -- what the places of a tally are, and which divisions are kept; another text: made again
);

create table figures.part_sum (
    register_id smallint not null references record.register,  -- of the cell, as entered
    day         date not null,
    division    text not null,
    key         text not null,
    tally       bigint[] not null,
    primary key (register_id, day, division, key)
);
create index part_sum_of_day on figures.part_sum (day, division);

alter table figures.part_sum enable row level security;
alter table figures.part_sum force row level security;
create policy own_register on figures.part_sum
    using (register_id = any ((select current_setting('giaoban.registers')::smallint[])::smallint[]));

grant select, insert, update, delete on figures.part_day, figures.part_sum to giaoban_app;

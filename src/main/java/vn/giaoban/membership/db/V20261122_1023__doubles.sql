-- Limits that are data, because practice will move them.
create table membership.limit_rule (
    code      text not null,
    value     int not null,
    from_day  date not null default '-infinity',
    until_day date not null default 'infinity' check (until_day > from_day),
    source    text not null,
    primary key (code, from_day)
);
insert into membership.limit_rule (code, value, source) values
('doubles-outside-per-day', 5, 'đặt ra khi thiết kế, chưa xác minh: nhập thật hiếm khi trùng người ngoài phạm vi quá 5 lần một ngày');
grant select on membership.limit_rule to giaoban_app;

-- Somebody was being entered who seems to stand already where the enterer may not look. He is told nothing else; whoever sees both is told
-- here. No record of anybody: nothing was entered.
create table membership.double_hit (
    register_id   smallint not null,   -- of the person who was found
    hit_id        bigint generated always as identity,
    member_id     bigint not null,
    by_number     boolean not null,    -- by citizen number; else by name and birth date
    asked_unit    bigint not null references organisation.unit,  -- where he was being entered
    account_id    bigint not null,
    login         text not null,
    at            timestamptz not null,
    primary key (register_id, hit_id)
);
create index double_hit_account on membership.double_hit (register_id, account_id, at);

create table membership.double_seen (
    register_id   smallint not null,
    hit_id        bigint not null,
    login         text not null,
    at            timestamptz not null,
    primary key (register_id, hit_id),
    foreign key (register_id, hit_id) references membership.double_hit
);

do $$
declare
    name text;
begin
    foreach name in array array['double_hit', 'double_seen']
    loop
        execute format('alter table membership.%I enable row level security', name);
        execute format('alter table membership.%I force row level security', name);
        execute format('create policy own_register on membership.%I
                            using (register_id = any ((select current_setting(''giaoban.registers'')::smallint[])::smallint[]))', name);
        execute format('grant select, insert on membership.%I to giaoban_app', name);
    end loop;
end $$;

-- A list of another system held against the register on a day. Work in progress, no record: nothing about members is written. What came out
-- names people, so it lies sealed, is read by whoever may see them, and goes after the days that the rule says.
create table importing.keep_rule (
    code      text not null,
    days      int not null check (days > 0),
    from_day  date not null default '-infinity',
    until_day date not null default 'infinity' check (until_day > from_day),
    source    text not null,
    verified  boolean not null default false,
    primary key (code, from_day)
);
insert into importing.keep_rule (code, days, source) values
('comparison', 180, 'đặt ra khi thiết kế: rà soát hồ sơ với danh sách 6 tháng một lần (HD 06-HD/TW, 8.2)');
grant select on importing.keep_rule to giaoban_app;

create table importing.comparison (
    register_id    smallint not null references record.register,  -- of the unit
    comparison_id  bigint generated always as identity,
    unit_id        bigint not null references organisation.unit,
    on_day         date not null,
    known          timestamptz not null,
    state          text not null check (state in ('RUNNING', 'DONE', 'FAILED', 'FORGOTTEN')),
    file_name      text not null check (length(file_name) <= 200),
    account        bigint not null,
    login          text not null,
    started_at     timestamptz not null,
    ended_at       timestamptz,
    keep_until     date not null,
    rows_there     int not null,
    members_here   int not null default 0,
    paired         int not null default 0,
    why            text,
    primary key (register_id, comparison_id)
);
create index comparison_unit on importing.comparison (unit_id);

create table importing.compared (
    register_id    smallint not null,
    comparison_id  bigint not null,
    number         int not null,
    kind           text not null check (kind in ('ONLY_HERE', 'ONLY_THERE', 'DIFFERS', 'DOUBTFUL', 'TWICE_THERE', 'TWICE_HERE')),
    sure           text check (sure in ('CERTAIN', 'LIKELY', 'DOUBTFUL')),
    file_row       int,
    of_register    smallint,
    member_id      bigint,
    content        bytea not null,  -- sealed: what the other list tells
    decision       text check (decision in ('FIX_HERE', 'FIX_THERE', 'SAME', 'NOT_SAME', 'LATER')),
    words          text check (length(words) <= 300),
    decided_by     text,
    decided_at     timestamptz,
    primary key (register_id, comparison_id, number),
    foreign key (register_id, comparison_id) references importing.comparison
);

do $$
declare
    part text;
begin
    foreach part in array array['comparison', 'compared'] loop
        execute format('alter table importing.%I enable row level security', part);
        execute format('alter table importing.%I force row level security', part);
        execute format($policy$create policy own_register on importing.%I
            using (register_id = any ((select current_setting('giaoban.registers')::smallint[])::smallint[]))$policy$, part);
        execute format('grant select, insert, update, delete on importing.%I to giaoban_app', part);
    end loop;
end
$$;

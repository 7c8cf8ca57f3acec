-- What a member asks about the data that is kept of him (to see it, to have it put right, a complaint), or that he confirms it; on paper or
-- by word of mouth, entered by whoever took it. Answered by a row of its own.
create table membership.data_request (
    register_id   smallint not null,
    request_id    bigint generated always as identity,
    member_id     bigint not null,
    unit_id       bigint not null references organisation.unit,  -- where he belonged when he asked
    kind          text not null check (kind in ('SEE', 'CORRECT', 'COMPLAIN', 'CONFIRM')),
    words         text not null check (length(words) between 1 and 1000),
    asked_on      date not null,
    due_on        date not null,   -- by the limit that held on the day he asked
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity' check (superseded_at > recorded_at),
    superseded_by bigint references record.entry,
    primary key (register_id, request_id)
);
create index data_request_unit on membership.data_request (unit_id);
create index data_request_member on membership.data_request (register_id, member_id);

create table membership.data_answer (
    register_id   smallint not null,
    request_id    bigint not null,
    outcome       text not null check (outcome in ('DONE', 'PARTLY', 'REFUSED')),
    words         text not null check (length(words) between 1 and 1000),
    answered_on   date not null,
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity' check (superseded_at > recorded_at),
    superseded_by bigint references record.entry,
    primary key (register_id, request_id),
    foreign key (register_id, request_id) references membership.data_request
);

do $$
declare
    name text;
begin
    foreach name in array array['data_request', 'data_answer']
    loop
        execute format('alter table membership.%I enable row level security', name);
        execute format('alter table membership.%I force row level security', name);
        execute format('create policy own_register on membership.%I
                            using (register_id = any ((select current_setting(''giaoban.registers'')::smallint[])::smallint[]))', name);
        execute format('grant select, insert on membership.%I to giaoban_app', name);
        execute format('grant update (superseded_at, superseded_by) on membership.%I to giaoban_app', name);
    end loop;
end $$;

insert into membership.limit_rule (code, value, source) values
('working-days-to-answer-data-request', 10, 'đặt ra khi thiết kế; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và nghị định hướng dẫn chưa đối chiếu bản gốc');

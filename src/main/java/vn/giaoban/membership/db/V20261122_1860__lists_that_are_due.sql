-- What the lists of what is due go by. Nobody has compared these limits with the regulations' text yet.
insert into membership.limit_rule (code, value, source) values
('days-ahead-of-probation', 60, 'đặt ra khi thiết kế: báo trước khi hết dự bị để chi bộ kịp làm thủ tục'),
('months-ahead-of-term', 6, 'đặt ra khi thiết kế: báo trước khi hết nhiệm kỳ để kịp chuẩn bị đại hội'),
('official-for-a-cell', 3, '294-QĐ/TW, 20.2.1: lập chi bộ khi có từ 3 đảng viên chính thức'),
('official-for-a-cell-committee', 9, 'Điều lệ Đảng, điều 24: từ 9 đảng viên chính thức thì bầu chi ủy'),
('official-for-a-base-organisation', 30, '294-QĐ/TW, 20.3: từ 30 đảng viên chính thức thì lập đảng bộ'),
('months-without-admission', 12, 'Biểu 2-BTCTW, mục III; mức do hệ thống đặt');

-- Why nobody was admitted in a cell. Words are data; a cell's reason is a record, entered by whoever answers for it.
create table membership.idle_reason (
    reason_code text primary key,
    name        text not null,
    name_en     text not null,
    rank        int not null,
    source      text not null,
    verified    boolean not null default false
);
insert into membership.idle_reason (reason_code, name, name_en, rank, source) values
('khong-con-quan-chung', 'Không còn quần chúng', 'No non-members left', 1, 'Biểu 2-BTCTW, mục III'),
('dang-boi-duong', 'Có nguồn, đang bồi dưỡng', 'Candidates are being prepared', 2, 'đặt ra khi thiết kế'),
('chua-co-nguon', 'Có quần chúng nhưng chưa có nguồn', 'No candidates yet', 3, 'đặt ra khi thiết kế'),
('moi-thanh-lap', 'Chi bộ mới thành lập', 'The cell is new', 4, 'đặt ra khi thiết kế'),
('khac', 'Lý do khác', 'Another reason', 5, 'đặt ra khi thiết kế');
grant select on membership.idle_reason to giaoban_app;

create table membership.idle_cell (
    register_id   smallint not null references record.register,  -- of the unit
    idle_id       bigint generated always as identity,
    unit_id       bigint not null references organisation.unit,
    reason_code   text not null references membership.idle_reason,
    words         text check (length(words) <= 300),
    from_day      date not null,
    until_day     date not null default 'infinity' check (until_day > from_day),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity' check (superseded_at > recorded_at),
    superseded_by bigint references record.entry,
    primary key (register_id, idle_id)
);
create index idle_cell_unit on membership.idle_cell (unit_id);
alter table membership.idle_cell enable row level security;
alter table membership.idle_cell force row level security;
create policy own_register on membership.idle_cell
    using (register_id = any ((select current_setting('giaoban.registers')::smallint[])::smallint[]));
grant select, insert on membership.idle_cell to giaoban_app;
grant update (superseded_at, superseded_by) on membership.idle_cell to giaoban_app;

-- Badges are looked for from the day that party age counts from.
create index seniority_party_from on membership.seniority (register_id, party_from) where superseded_at = 'infinity';

-- Who holds which post. A post outside (village head) is held for a village; a post inside, in a unit. The holding ends with the unit: the
-- published functions read it only while the unit is open.
create table organisation.post (
    post_code  text primary key,
    name       text not null,
    name_en    text not null,
    outside    boolean not null,
    rank       int not null,
    source     text not null,
    verified   boolean not null default false
);
insert into organisation.post (post_code, name, name_en, outside, rank, source) values
('bi-thu', 'Bí thư', 'Secretary', false, 1, 'Điều lệ Đảng'),
('pho-bi-thu-thuong-truc', 'Phó Bí thư Thường trực', 'Standing deputy secretary', false, 2, 'Điều lệ Đảng'),
('pho-bi-thu', 'Phó Bí thư', 'Deputy secretary', false, 3, 'Điều lệ Đảng'),
('uy-vien-thuong-vu', 'Ủy viên Ban Thường vụ', 'Member of the standing committee', false, 4, 'Điều lệ Đảng'),
('uy-vien', 'Ủy viên Ban Chấp hành', 'Member of the committee', false, 5, 'Điều lệ Đảng'),
('chi-uy-vien', 'Chi ủy viên', 'Member of the cell committee', false, 6, 'Điều lệ Đảng'),
('truong-ban-to-chuc', 'Trưởng Ban Tổ chức', 'Head of the organisation commission', false, 7, '294-QĐ/TW, 18.1'),
('chanh-van-phong', 'Chánh Văn phòng', 'Head of the office', false, 8, '294-QĐ/TW, 18.1'),
('chu-nhiem-ubkt', 'Chủ nhiệm Ủy ban Kiểm tra', 'Head of the inspection commission', false, 9, '294-QĐ/TW, 18.1'),
('truong-thon', 'Trưởng thôn, tổ trưởng tổ dân phố', 'Village or residential group head', true, 20, 'kiêm nhiệm'),
('chu-tich-ubnd', 'Chủ tịch Ủy ban nhân dân', 'Chair of the people''s committee', true, 21, 'kiêm nhiệm'),
('chu-tich-hdnd', 'Chủ tịch Hội đồng nhân dân', 'Chair of the people''s council', true, 22, 'kiêm nhiệm');

create table organisation.term (
    term_id       bigint generated always as identity primary key,
    unit_id       bigint not null references organisation.unit,
    name          text not null,
    from_day      date not null,
    until_day     date not null default 'infinity' check (until_day > from_day),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    constraint one_term_per_day exclude using gist (unit_id with =, daterange(from_day, until_day) with &&)
        where (superseded_at = 'infinity')
);

create table organisation.holding (
    register_id   smallint not null references record.register,
    holding_id    bigint generated always as identity,
    post_code     text not null references organisation.post,
    unit_id       bigint not null references organisation.unit,  -- of an outside post: the cell that covers the village
    village_id    bigint references organisation.village,
    member_id     bigint,  -- in the same register; else a name
    outside_name  text,
    from_day      date not null,
    until_day     date not null default 'infinity' check (until_day > from_day),
    decision_no   text,
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    primary key (register_id, holding_id),
    check ((member_id is null) <> (outside_name is null)),
    check (superseded_at > recorded_at),
    constraint one_secretary_per_day exclude using gist (register_id with =, unit_id with =, daterange(from_day, until_day) with &&)
        where (superseded_at = 'infinity' and post_code = 'bi-thu'),
    constraint one_head_per_village_and_day
        exclude using gist (register_id with =, village_id with =, daterange(from_day, until_day) with &&)
        where (superseded_at = 'infinity' and post_code = 'truong-thon')
);
create index on organisation.holding (register_id, unit_id);
create index on organisation.holding (register_id, member_id);
alter table organisation.holding enable row level security;
alter table organisation.holding force row level security;
create policy own_register on organisation.holding
    using (register_id = any (current_setting('giaoban.registers')::smallint[]));

grant select on organisation.post, organisation.term, organisation.holding to giaoban_app;
grant insert on organisation.term, organisation.holding to giaoban_app;
grant update (superseded_at, superseded_by) on organisation.term, organisation.holding to giaoban_app;
grant usage on all sequences in schema organisation to giaoban_app;

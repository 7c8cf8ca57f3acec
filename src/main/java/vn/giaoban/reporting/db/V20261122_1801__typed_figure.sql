-- Numbers that no record yields, typed with their source. What may be typed is a dated list; a kind that records yield (counted) may be typed
-- only for days before the register began, or as an estimate of days to come.
create table reporting.typed_kind (
    kind_code text not null,
    name      text not null,
    name_en   text not null,
    measure   text not null,  -- in what it is counted, as it is printed
    flow      boolean not null,  -- of a period; else of the end of a day
    counted   text,  -- the indicator that yields it where there are records
    rank      int not null,
    from_day  date not null default '-infinity',
    until_day date not null default 'infinity' check (until_day > from_day),
    source    text not null,
    verified  boolean not null default false,
    primary key (kind_code, from_day)
);
insert into reporting.typed_kind (kind_code, name, name_en, measure, flow, counted, rank, source) values
('appointment-turns', 'Bổ nhiệm, giới thiệu ứng cử', 'Appointments and nominations', 'lượt', true, null, 10, 'Biểu số 13-BTCTW (2022): tính lượt, không tính người'),
('rotation-turns', 'Luân chuyển cán bộ', 'Rotations', 'lượt', true, null, 20, 'Biểu số 11-BTCTW (2022): tính lượt'),
('handbook-members', 'Đảng viên dùng sổ tay đảng viên điện tử', 'Members who use the handbook', 'đảng viên', false, null, 30, 'QĐ 339-QĐ/TW; sổ tay là hệ thống khác'),
('handbook-cells', 'Chi bộ dùng sổ tay đảng viên điện tử', 'Cells that use the handbook', 'chi bộ', false, null, 40, 'QĐ 339-QĐ/TW; sổ tay là hệ thống khác'),
('members-then', 'Đảng viên (trước khi mở sổ, hoặc ước)', 'Members (before the registers, or expected)', 'đảng viên', false, 'members', 50, 'báo cáo đã ban hành'),
('admissions-then', 'Kết nạp (trước khi mở sổ, hoặc ước)', 'Admissions (before the registers, or expected)', 'đảng viên', true, 'all-admissions', 60, 'báo cáo đã ban hành'),
('base-organisations-then', 'Tổ chức cơ sở đảng (trước khi mở sổ, hoặc ước)', 'Base organisations (before the registers, or expected)', 'tổ chức', false, 'base-organisations', 70, 'báo cáo đã ban hành');

create table reporting.typed_figure (
    register_id   smallint not null references record.register,  -- of the unit
    typed_id      bigint generated always as identity,
    unit_id       bigint not null references organisation.unit,
    kind_code     text not null,
    from_day      date not null,  -- of a stock the same as last_day
    last_day      date not null,
    value         bigint not null constraint typed_is_a_number check (value between 0 and 10000000000),
    estimate      boolean not null,  -- "ước"
    source        text not null check (length(source) between 1 and 300),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    primary key (register_id, typed_id),
    check (last_day >= from_day),
    check (superseded_at > recorded_at)
);
create unique index one_typed_figure on reporting.typed_figure (register_id, unit_id, kind_code, from_day, last_day)
    where superseded_at = 'infinity';
create index on reporting.typed_figure using brin (entry_id);
alter table reporting.typed_figure enable row level security;
alter table reporting.typed_figure force row level security;
create policy own_register on reporting.typed_figure
    using (register_id = any ((select current_setting('giaoban.registers')::smallint[])::smallint[]));
grant select on reporting.typed_kind to giaoban_app;
grant select, insert on reporting.typed_figure to giaoban_app;
grant update (superseded_at, superseded_by) on reporting.typed_figure to giaoban_app;
grant usage on all sequences in schema reporting to giaoban_app;

-- What must lie between two days of a person or a movement: read by files, forms and checks alike. REFUSED: it cannot be so. DOUBTED: a file
-- is told beside its row, a form asks once more. Kind "person" is what the person's row says, "*" every movement, "change" an attribute from
-- a day on, "report" what a cell reports. Days of a movement: DAY is the one that counts; ADMITTED the ceremony before it, LEFT the removal.
create table membership.day_span (
    kind         text not null,
    earlier      text not null check (earlier in ('BIRTH', 'ADMITTED', 'LEFT', 'DECISION', 'CEREMONY', 'ISSUED', 'DAY')),
    later        text not null check (later in ('DECISION', 'CEREMONY', 'OFFICIAL', 'RECEIVED', 'DAY', 'TODAY')),
    code         text not null,  -- what is said
    least_days   int,
    least_months int,
    most_days    int,
    most_months  int,
    effect       text not null check (effect in ('REFUSED', 'DOUBTED')),
    from_day     date not null default '-infinity',
    until_day    date not null default 'infinity' check (until_day > from_day),
    source       text not null,
    verified     boolean not null default false,
    constraint one_limit check (num_nonnulls(least_days, least_months, most_days, most_months) = 1),
    primary key (kind, earlier, later, code, from_day)
);
grant select on membership.day_span to giaoban_app;

insert into membership.day_span (kind, earlier, later, code, least_days, least_months, most_days, most_months, effect, source) values
('person', 'BIRTH', 'TODAY', 'day-to-come', 0, null, null, null, 'REFUSED', 'lẽ thường'),
('person', 'BIRTH', 'DECISION', 'before-birth', 1, null, null, null, 'REFUSED', 'lẽ thường'),
('person', 'BIRTH', 'CEREMONY', 'before-birth', 1, null, null, null, 'REFUSED', 'lẽ thường'),
('person', 'BIRTH', 'OFFICIAL', 'before-birth', 1, null, null, null, 'REFUSED', 'lẽ thường'),
('person', 'BIRTH', 'DECISION', 'doubt-too-young', null, 216, null, null, 'DOUBTED', '294-QĐ/TW điều 1.1: đủ 18 tuổi tính theo tháng'),
('person', 'DECISION', 'CEREMONY', 'doubt-ceremony-first', 0, null, null, null, 'DOUBTED', '294-QĐ/TW điều 4.1: lễ sau quyết định'),
('person', 'DECISION', 'CEREMONY', 'doubt-ceremony-late', null, null, 45, null, 'DOUBTED', '294-QĐ/TW điều 4.1: 30 ngày làm việc, ở đây 45 ngày lịch'),
('person', 'CEREMONY', 'OFFICIAL', 'doubt-probation-short', null, 12, null, null, 'DOUBTED', 'Điều lệ Đảng, điều 5; HD 06-HD/TW mục 4.2'),
('person', 'DECISION', 'TODAY', 'doubt-to-come', 0, null, null, null, 'DOUBTED', 'đặt ra khi thiết kế'),
('person', 'CEREMONY', 'TODAY', 'doubt-to-come', 0, null, null, null, 'DOUBTED', 'đặt ra khi thiết kế'),
('*', 'BIRTH', 'DAY', 'before-birth', 1, null, null, null, 'REFUSED', 'lẽ thường'),
('*', 'BIRTH', 'DAY', 'doubt-too-old', null, null, null, 1260, 'DOUBTED', 'đặt ra khi thiết kế: 105 tuổi'),
('*', 'DAY', 'TODAY', 'doubt-to-come', 0, null, null, null, 'DOUBTED', 'đặt ra khi thiết kế'),
('admission', 'BIRTH', 'DAY', 'doubt-too-young', null, 216, null, null, 'DOUBTED', '294-QĐ/TW điều 1.1: đủ 18 tuổi tính theo tháng'),
('admission', 'DECISION', 'CEREMONY', 'doubt-ceremony-first', 0, null, null, null, 'DOUBTED', '294-QĐ/TW điều 4.1: lễ sau quyết định'),
('admission', 'DECISION', 'CEREMONY', 'doubt-ceremony-late', null, null, 45, null, 'DOUBTED', '294-QĐ/TW điều 4.1: 30 ngày làm việc, ở đây 45 ngày lịch'),
('readmission', 'DECISION', 'CEREMONY', 'doubt-ceremony-first', 0, null, null, null, 'DOUBTED', '294-QĐ/TW điều 4.1: lễ sau quyết định'),
('readmission', 'DECISION', 'CEREMONY', 'doubt-ceremony-late', null, null, 45, null, 'DOUBTED', '294-QĐ/TW điều 4.1: 30 ngày làm việc, ở đây 45 ngày lịch'),
('readmission', 'LEFT', 'DAY', 'doubt-readmission-early', null, 36, null, null, 'DOUBTED', '294-QĐ/TW điều 3.5: ít nhất 36 tháng'),
('recognition', 'ADMITTED', 'DAY', 'doubt-probation-short', null, 12, null, null, 'DOUBTED', 'Điều lệ Đảng, điều 5; HD 06-HD/TW mục 4.2'),
('transfer', 'ISSUED', 'RECEIVED', 'doubt-received-first', 0, null, null, null, 'DOUBTED', '294-QĐ/TW điều 6.3: giấy đi trước người'),
('struck-off', 'DECISION', 'DAY', 'doubt-effect-first', 0, null, null, null, 'DOUBTED', '294-QĐ/TW điều 8'),
('resigned', 'DECISION', 'DAY', 'doubt-effect-first', 0, null, null, null, 'DOUBTED', 'HD 06-HD/TW mục 11.2'),
('annulled', 'DECISION', 'DAY', 'doubt-effect-first', 0, null, null, null, 'DOUBTED', '294-QĐ/TW điều 4.4'),
('change', 'BIRTH', 'DAY', 'before-birth', 1, null, null, null, 'REFUSED', 'lẽ thường'),
('change', 'DAY', 'TODAY', 'day-to-come', 0, null, null, null, 'REFUSED', 'điều chưa xảy ra thì chưa ghi'),
('report', 'DAY', 'TODAY', 'day-to-come', 0, null, null, null, 'REFUSED', 'điều chưa xảy ra thì chưa báo');

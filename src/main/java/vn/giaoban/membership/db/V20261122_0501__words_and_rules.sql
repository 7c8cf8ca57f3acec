-- Words that people's attributes are written in, and rules, as dated data with their source.
create table membership.word (
    list      text not null check (list in ('ethnicity', 'religion', 'education', 'theory')),
    code      text not null,
    name      text not null,
    name_en   text not null,
    also      text[] not null default '{}',  -- other ways to write it
    rank      int not null,
    from_day  date not null default '-infinity',
    until_day date not null default 'infinity' check (until_day > from_day),
    source    text not null,
    primary key (list, code)
);

insert into membership.word (list, code, name, name_en, also, rank, source)
select 'ethnicity', translate(ext.folded(name), ' -', '--'), name, name, coalesce(also, '{}') || array[lpad(rank::text, 2, '0')],
       rank, 'Danh mục các dân tộc Việt Nam, 121-TCTK/PPCĐ'
  from (values
    (1, 'Kinh', array['Việt']), (2, 'Tày', null), (3, 'Thái', null), (4, 'Hoa', array['Hán']), (5, 'Khơ-me', array['Khmer', 'Khơ me']),
    (6, 'Mường', null), (7, 'Nùng', null), (8, 'Mông', array['H''Mông', 'Hmông', 'Mèo']), (9, 'Dao', null),
    (10, 'Gia-rai', array['Gia rai', 'Jrai']), (11, 'Ngái', null), (12, 'Ê-đê', array['Ê đê']), (13, 'Ba-na', array['Ba na', 'Bahnar']),
    (14, 'Xơ-đăng', array['Xơ đăng']), (15, 'Sán Chay', array['Cao Lan', 'Sán Chỉ', 'Cao Lan - Sán Chỉ']), (16, 'Cơ-ho', array['Cơ ho']),
    (17, 'Chăm', null), (18, 'Sán Dìu', null), (19, 'Hrê', null), (20, 'Mnông', array['M''Nông']), (21, 'Ra-glai', array['Ra glai']),
    (22, 'Xtiêng', array['Stiêng']), (23, 'Bru-Vân Kiều', array['Bru Vân Kiều', 'Vân Kiều']), (24, 'Thổ', null), (25, 'Giáy', null),
    (26, 'Cơ-tu', array['Cơ tu']), (27, 'Gié-Triêng', array['Gié Triêng']), (28, 'Mạ', null), (29, 'Khơ-mú', array['Khơ mú']),
    (30, 'Co', array['Cor']), (31, 'Ta-ôi', array['Tà Ôi', 'Ta ôi']), (32, 'Chơ-ro', array['Chơ ro']), (33, 'Kháng', null),
    (34, 'Xinh-mun', array['Xinh mun']), (35, 'Hà Nhì', null), (36, 'Chu-ru', array['Chu ru']), (37, 'Lào', null), (38, 'La Chí', null),
    (39, 'La Ha', null), (40, 'Phù Lá', null), (41, 'La Hủ', null), (42, 'Lự', null), (43, 'Lô Lô', null), (44, 'Chứt', null),
    (45, 'Mảng', null), (46, 'Pà Thẻn', null), (47, 'Cơ Lao', null), (48, 'Cống', null), (49, 'Bố Y', null), (50, 'Si La', null),
    (51, 'Pu Péo', null), (52, 'Brâu', null), (53, 'Ơ Đu', null), (54, 'Rơ-măm', array['Rơ măm']),
    (55, 'Người nước ngoài', array['Nước ngoài'])) as people (rank, name, also);

insert into membership.word (list, code, name, name_en, also, rank, source) values
('religion', 'khong', 'Không', 'None', array['none', 'no', 'không có', 'không theo tôn giáo'], 1, 'Danh mục tôn giáo, Ban Tôn giáo Chính phủ'),
('religion', 'phat-giao', 'Phật giáo', 'Buddhism', array['Phật', 'đạo Phật', 'buddhist'], 2, 'Danh mục tôn giáo, Ban Tôn giáo Chính phủ'),
('religion', 'cong-giao', 'Công giáo', 'Catholicism', array['Thiên Chúa giáo', 'Thiên chúa', 'catholic'], 3, 'Danh mục tôn giáo, Ban Tôn giáo Chính phủ'),
('religion', 'tin-lanh', 'Tin Lành', 'Protestantism', array['đạo Tin Lành', 'protestant'], 4, 'Danh mục tôn giáo, Ban Tôn giáo Chính phủ'),
('religion', 'cao-dai', 'Cao Đài', 'Caodaism', array['đạo Cao Đài'], 5, 'Danh mục tôn giáo, Ban Tôn giáo Chính phủ'),
('religion', 'phat-giao-hoa-hao', 'Phật giáo Hòa Hảo', 'Hoa Hao Buddhism', array['Hòa Hảo'], 6, 'Danh mục tôn giáo, Ban Tôn giáo Chính phủ'),
('religion', 'hoi-giao', 'Hồi giáo', 'Islam', array['Islam'], 7, 'Danh mục tôn giáo, Ban Tôn giáo Chính phủ'),
('religion', 'ba-la-mon', 'Bà la môn', 'Brahmanism', array['Bàlamôn', 'Bà-la-môn'], 8, 'Danh mục tôn giáo, Ban Tôn giáo Chính phủ'),
('religion', 'khac', 'Tôn giáo khác', 'Other', array['khác', 'other'], 99, 'Danh mục tôn giáo, Ban Tôn giáo Chính phủ'),
('education', 'chua-qua-dao-tao', 'Chưa tốt nghiệp tiểu học', 'Primary school not finished', array['không', 'none', 'chưa qua đào tạo'], 1, 'Biểu thống kê cơ bản (bậc cao nhất)'),
('education', 'tieu-hoc', 'Tiểu học', 'Primary school', array['cấp I', 'cấp 1', 'primary'], 2, 'Biểu thống kê cơ bản (bậc cao nhất)'),
('education', 'trung-hoc-co-so', 'Trung học cơ sở', 'Lower secondary', array['THCS', 'cấp II', 'cấp 2', 'lower-secondary', '7/10', '9/12'], 3, 'Biểu thống kê cơ bản (bậc cao nhất)'),
('education', 'trung-hoc-pho-thong', 'Trung học phổ thông', 'Upper secondary', array['THPT', 'cấp III', 'cấp 3', 'upper-secondary', 'secondary', '10/10', '12/12'], 4, 'Biểu thống kê cơ bản (bậc cao nhất)'),
('education', 'so-cap', 'Sơ cấp', 'Elementary vocational', array['sơ cấp nghề', 'công nhân kỹ thuật'], 5, 'Biểu thống kê cơ bản (bậc cao nhất)'),
('education', 'trung-cap', 'Trung cấp', 'Intermediate', array['trung cấp chuyên nghiệp', 'trung học chuyên nghiệp', 'intermediate'], 6, 'Biểu thống kê cơ bản (bậc cao nhất)'),
('education', 'cao-dang', 'Cao đẳng', 'College', array['college'], 7, 'Biểu thống kê cơ bản (bậc cao nhất)'),
('education', 'dai-hoc', 'Đại học', 'University', array['cử nhân', 'kỹ sư', 'university', 'bachelor'], 8, 'Biểu thống kê cơ bản (bậc cao nhất)'),
('education', 'thac-si', 'Thạc sĩ', 'Master', array['thạc sỹ', 'sau đại học', 'master', 'bác sĩ chuyên khoa I'], 9, 'Biểu thống kê cơ bản (bậc cao nhất)'),
('education', 'tien-si', 'Tiến sĩ', 'Doctor', array['tiến sỹ', 'doctor', 'phd', 'bác sĩ chuyên khoa II'], 10, 'Biểu thống kê cơ bản (bậc cao nhất)'),
('theory', 'chua-qua', 'Chưa qua đào tạo', 'None', array['không', 'none', 'chưa', 'chưa học'], 1, '57-QĐ/TW 2022 về đào tạo lý luận chính trị'),
('theory', 'so-cap', 'Sơ cấp', 'Elementary', array['elementary'], 2, '57-QĐ/TW 2022 về đào tạo lý luận chính trị'),
('theory', 'trung-cap', 'Trung cấp', 'Intermediate', array['intermediate'], 3, '57-QĐ/TW 2022 về đào tạo lý luận chính trị'),
('theory', 'cao-cap', 'Cao cấp', 'Advanced', array['advanced'], 4, '57-QĐ/TW 2022 về đào tạo lý luận chính trị'),
('theory', 'cu-nhan', 'Cử nhân', 'Bachelor', array['đại học', 'cử nhân chính trị', 'bachelor'], 5, '57-QĐ/TW 2022 về đào tạo lý luận chính trị');

-- Which day of a movement counts (counting, section 3). Marked unverified: practice may differ, then a row is ended and another entered.
create table membership.day_rule (
    kind      text not null,
    counts    text not null check (counts in ('DECISION', 'CEREMONY', 'ISSUED', 'RECEIVED', 'DAY')),
    from_day  date not null default '-infinity',
    until_day date not null default 'infinity' check (until_day > from_day),
    source    text not null,
    verified  boolean not null default false,
    primary key (kind, from_day)
);
insert into membership.day_rule (kind, counts, source) values
('admission', 'CEREMONY', '294-QĐ/TW điều 4; HD 06-HD/TW mục 4.2'),
('readmission', 'CEREMONY', '294-QĐ/TW điều 4'),
('recognition', 'DAY', '294-QĐ/TW điều 4.2.2: ngày công nhận chính thức'),
('recognition-annulled', 'DECISION', '294-QĐ/TW điều 4.4'),
('transfer', 'RECEIVED', '294-QĐ/TW điều 6.3: ngày nơi đến tiếp nhận'),
('restored', 'DECISION', '294-QĐ/TW'),
('struck-off', 'DAY', '294-QĐ/TW điều 8: ngày quyết định có hiệu lực'),
('resigned', 'DAY', 'HD 06-HD/TW mục 11.2: ngày quyết định có hiệu lực'),
('expelled', 'DAY', 'ngày quyết định có hiệu lực'),
('annulled', 'DAY', '294-QĐ/TW điều 4.4: ngày quyết định có hiệu lực'),
('died', 'DAY', 'ngày từ trần');

-- Badge levels and award days. Source: 294-QĐ/TW điều 28.1.2; HD 06-HD/TW mục 18.
create table membership.badge_level (
    years     int primary key,
    from_day  date not null default '-infinity',
    until_day date not null default 'infinity' check (until_day > from_day),
    source    text not null
);
insert into membership.badge_level (years, source)
select years, '294-QĐ/TW điều 28.1.2; HD 06-HD/TW mục 18.1' from unnest(array[30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90]) as years;

create table membership.award_day (
    month     int not null,
    day       int not null,
    from_day  date not null default '-infinity',
    until_day date not null default 'infinity' check (until_day > from_day),
    source    text not null,
    primary key (month, day)
);
insert into membership.award_day (month, day, source) values
(2, 3, 'HD 06-HD/TW mục 18.4'), (5, 19, 'HD 06-HD/TW mục 18.4'), (9, 2, 'HD 06-HD/TW mục 18.4'), (11, 7, 'HD 06-HD/TW mục 18.4');

-- First three digits of citizen numbers that belong to a province: 001 to 096 with gaps. A demonstration takes none of them.
-- Source: Thông tư 59/2021/TT-BCA and its predecessors.
create table membership.assigned_province (
    code      text primary key check (code ~ '^[0-9]{3}$'),
    from_day  date not null default '-infinity',
    until_day date not null default 'infinity' check (until_day > from_day),
    source    text not null
);
insert into membership.assigned_province (code, source)
select lpad(code::text, 3, '0'), 'Thông tư 59/2021/TT-BCA'
  from unnest(array[1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44, 45, 46, 48,
                    49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95,
                    96]) as code;

grant select on membership.word, membership.day_rule, membership.badge_level, membership.award_day, membership.assigned_province
   to giaoban_app;

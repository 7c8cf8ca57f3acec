-- What statistical forms ask of people beyond what is kept of them word by word: groups of occupations, and in which time somebody was
-- admitted. Not checked against the original forms.
create table membership.occupation_group (
    group_code text primary key,
    name       text not null,
    name_en    text not null,
    rank       int not null,
    working    boolean not null,  -- counted as "đang công tác, lao động, học tập"; else retired
    source     text not null,
    verified   boolean not null default false
);
insert into membership.occupation_group (group_code, name, name_en, rank, working, source) values
('co-quan', 'Cán bộ, công chức cơ quan Đảng, Nhà nước, Mặt trận, đoàn thể', 'Officials of Party, state and mass organisations', 1, true, 'Biểu 2-BTCTW'),
('can-bo-xa', 'Cán bộ, công chức xã, phường, thị trấn', 'Officials of communes', 2, true, 'Biểu 2-BTCTW'),
('vien-chuc', 'Viên chức, người lao động đơn vị sự nghiệp', 'Staff of public services', 3, true, 'Biểu 2-BTCTW'),
('doanh-nghiep', 'Cán bộ, nhân viên, công nhân doanh nghiệp', 'Staff of enterprises', 4, true, 'Biểu 2-BTCTW'),
('hop-tac-xa', 'Xã viên, lao động hợp tác xã', 'Members of cooperatives', 5, true, 'Biểu 2-BTCTW'),
('quan-doi', 'Sĩ quan, chiến sĩ, công nhân viên quốc phòng', 'Army', 6, true, 'Biểu 2-BTCTW'),
('cong-an', 'Sĩ quan, chiến sĩ, công nhân viên công an', 'Police', 7, true, 'Biểu 2-BTCTW'),
('nong-dan', 'Lao động nông, lâm, ngư nghiệp', 'Farmers, foresters, fishers', 8, true, 'Biểu 2-BTCTW'),
('hoc-sinh-sinh-vien', 'Học sinh, sinh viên', 'Pupils and students', 9, true, 'Biểu 2-BTCTW'),
('tu-do', 'Lao động tự do, kinh doanh, buôn bán và nghề khác', 'Own account and others', 10, true, 'Biểu 2-BTCTW'),
('nghi-huu', 'Nghỉ hưu, nghỉ công tác', 'Retired', 11, false, 'Biểu 3-BTCTW');

-- How an occupation is written, in small letters; other ways are added as rows.
create table membership.occupation_word (
    word       text not null check (word = lower(word)),
    group_code text not null references membership.occupation_group,
    from_day   date not null default '-infinity',
    until_day  date not null default 'infinity' check (until_day > from_day),
    source     text not null default 'danh mục của hệ thống',
    constraint one_group_for_a_word exclude using gist (word with =, daterange(from_day, until_day) with &&)
);
insert into membership.occupation_word (group_code, word)
select group_code, unnest(words)
  from (values
('co-quan', array['cán bộ, công chức', 'cán bộ công chức', 'cán bộ', 'công chức', 'chuyên viên', 'chuyên viên chính', 'công chức nhà nước']),
('can-bo-xa', array['cán bộ, công chức xã', 'cán bộ công chức xã', 'cán bộ xã', 'công chức xã', 'cán bộ phường', 'công chức phường',
                    'cán bộ, công chức phường', 'cán bộ không chuyên trách xã', 'cán bộ thôn', 'trưởng thôn', 'bí thư chi bộ thôn']),
('vien-chuc', array['viên chức', 'giáo viên', 'giảng viên', 'nhân viên y tế', 'bác sĩ', 'y sĩ', 'điều dưỡng', 'dược sĩ', 'nhân viên trường học']),
('doanh-nghiep', array['công nhân, nhân viên doanh nghiệp', 'công nhân', 'nhân viên', 'nhân viên doanh nghiệp', 'công nhân viên',
                       'cán bộ doanh nghiệp', 'giám đốc doanh nghiệp', 'kỹ sư', 'nhân viên ngân hàng']),
('hop-tac-xa', array['xã viên hợp tác xã', 'xã viên', 'thành viên hợp tác xã']),
('quan-doi', array['quân nhân', 'bộ đội', 'sĩ quan quân đội', 'quân nhân chuyên nghiệp']),
('cong-an', array['công an', 'sĩ quan công an', 'công an viên']),
('nong-dan', array['nông dân', 'làm ruộng', 'nông nghiệp', 'trồng trọt', 'chăn nuôi', 'làm nông', 'ngư dân', 'lâm nghiệp']),
('hoc-sinh-sinh-vien', array['học sinh', 'sinh viên', 'học sinh, sinh viên', 'học viên']),
('tu-do', array['lao động tự do', 'buôn bán nhỏ', 'buôn bán', 'kinh doanh', 'tự do', 'nội trợ', 'thợ xây', 'lái xe']),
('nghi-huu', array['hưu trí', 'nghỉ hưu', 'hưu', 'cán bộ hưu trí', 'nghỉ mất sức', 'mất sức lao động'])) as groups (group_code, words);

-- The times of admission that form 3 divides members by; "ends" is exclusive.
create table membership.admission_era (
    era_code text primary key,
    name     text not null,
    name_en  text not null,
    begins   date not null,
    ends     date not null check (ends > begins),
    source   text not null,
    verified boolean not null default false,
    constraint eras_do_not_overlap exclude using gist (daterange(begins, ends) with &&)
);
insert into membership.admission_era (era_code, name, name_en, begins, ends, source) values
('truoc-19-8-1945', 'Trước ngày 19/8/1945', 'Before 19 August 1945', '-infinity', '1945-08-19', 'Biểu 3-BTCTW'),
('den-20-7-1954', 'Từ 19/8/1945 đến 20/7/1954', '19 August 1945 to 20 July 1954', '1945-08-19', '1954-07-21', 'Biểu 3-BTCTW'),
('den-30-4-1975', 'Từ 21/7/1954 đến 30/4/1975', '21 July 1954 to 30 April 1975', '1954-07-21', '1975-05-01', 'Biểu 3-BTCTW'),
('tu-1-5-1975', 'Từ 01/5/1975 đến nay', 'Since 1 May 1975', '1975-05-01', 'infinity', 'Biểu 3-BTCTW');

grant select on membership.occupation_group, membership.occupation_word, membership.admission_era to giaoban_app;

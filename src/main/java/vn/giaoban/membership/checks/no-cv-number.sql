-- what: Đảng viên chưa có số lý lịch.
-- what.en: Members without a CV number.
-- why: Số lý lịch là khóa của hồ sơ giấy (HD 38-HD/BTCTW, II.1.2).
-- why.en: It is the key of the paper file (HD 38-HD/BTCTW, II.1.2).
-- repair: Mở hồ sơ, ghi số lý lịch 6 số và chữ của tỉnh.
-- repair.en: Open the file and enter six digits and the letters of the province.
-- level: warning
select a.ancestor_id as unit_id, 'chưa có số lý lịch' as subject, b.register_id, b.member_id
  from membership_api.belonging_on(:day, :known) b 
  join organisation_api.stands_under a
    on a.unit_id = b.unit_id and a.distance = 0 and a.hierarchy_id = 1
   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
  join membership.profile p
    on p.register_id = b.register_id and p.member_id = b.member_id and p.from_day <= :day and :day < p.until_day
   and p.recorded_at <= :known and :known < p.superseded_at
 where p.cv_number is null

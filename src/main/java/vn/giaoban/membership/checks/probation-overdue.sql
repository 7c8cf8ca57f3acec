-- what: Đảng viên dự bị quá 13 tháng chưa được xét công nhận chính thức.
-- what.en: Members on probation for more than 13 months.
-- why: Chi bộ phải xét trong 30 ngày làm việc sau khi hết 12 tháng dự bị (294-QĐ/TW, 4.2.1).
-- why.en: The cell must decide within 30 working days after month 12 (294-QĐ/TW, 4.2.1).
-- repair: Ghi công nhận chính thức, hoặc xóa tên theo quyết định.
-- repair.en: Record the recognition, or the striking off, by its decision.
-- level: error
select a.ancestor_id as unit_id, 'kết nạp ngày ' || to_char(m.day, 'DD/MM/YYYY') as subject, b.register_id, b.member_id
  from membership_api.belonging_on(:day, :known) b 
  join organisation_api.stands_under a
    on a.unit_id = b.unit_id and a.distance = 0 and a.hierarchy_id = 1
   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
  join membership.movement m
    on m.register_id = b.register_id and m.member_id = b.member_id and m.kind in ('admission', 'readmission')
   and m.recorded_at <= :known and :known < m.superseded_at
 where b.degree = 'PROBATIONARY' and m.day + interval '13 months' < :day

-- what: Đảng viên dự bị đã quá hạn xét công nhận chính thức.
-- what.en: Members on probation whose recognition is overdue.
-- why: Chi bộ phải xét trong 30 ngày làm việc sau khi hết 12 tháng dự bị, kể từ lễ kết nạp (294-QĐ/TW, 4.2.1; chưa trừ ngày lễ).
-- why.en: The cell must decide within 30 working days after month 12 from the ceremony (294-QĐ/TW, 4.2.1; holidays not deducted).
-- repair: Ghi công nhận chính thức, hoặc xóa tên theo quyết định.
-- repair.en: Record the recognition, or the striking off, by its decision.
-- level: error
select a.ancestor_id as unit_id,
       'kết nạp ngày ' || to_char(probation.began, 'DD/MM/YYYY') || ', hạn xét ' || to_char(probation.last, 'DD/MM/YYYY') as subject,
       b.register_id, b.member_id
  from membership_api.belonging_on(:day, :known) b
  join organisation_api.stands_under a
    on a.unit_id = b.unit_id and a.distance = 0 and a.hierarchy_id = 1
   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
  join membership.profile p
    on p.register_id = b.register_id and p.member_id = b.member_id and p.from_day <= :day and :day < p.until_day
   and p.recorded_at <= :known and :known < p.superseded_at
 cross join lateral membership.probation(b.register_id, b.member_id, p.ceremony_on, :day, :known) probation
 where b.degree = 'PROBATIONARY' and probation.last < :day

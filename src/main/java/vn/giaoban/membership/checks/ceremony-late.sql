-- what: Lễ kết nạp tổ chức sau 30 ngày làm việc kể từ quyết định.
-- what.en: Ceremonies more than 30 working days after the decision.
-- why: Lễ kết nạp phải trong 30 ngày làm việc từ khi nhận quyết định (294-QĐ/TW, 4.1); ở đây tính 45 ngày lịch từ ngày ký.
-- why.en: Within 30 working days of receiving the decision (294-QĐ/TW, 4.1); here 45 calendar days from its date.
-- repair: Kiểm tra hai ngày; nếu đúng thì cần báo cáo cấp trên đồng ý.
-- repair.en: Look at both days; if they are right, the superior must have consented.
-- level: warning
select a.ancestor_id as unit_id,
       to_char(m.decision_day, 'DD/MM/YYYY') || ' – ' || to_char(m.ceremony_day, 'DD/MM/YYYY') as subject, b.register_id, b.member_id
  from membership_api.belonging_on(:day, :known) b 
  join organisation_api.stands_under a
    on a.unit_id = b.unit_id and a.distance = 0 and a.hierarchy_id = 1
   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
  join membership.movement m
    on m.register_id = b.register_id and m.member_id = b.member_id and m.kind in ('admission', 'readmission')
   and m.recorded_at <= :known and :known < m.superseded_at
  join membership.day_span r
    on r.kind = m.kind and r.code = 'doubt-ceremony-late' and r.from_day <= m.ceremony_day and m.ceremony_day < r.until_day
 where m.ceremony_day > m.decision_day + r.most_days

-- what: Kết nạp khi chưa đủ 18 tuổi.
-- what.en: Admitted before the age of 18.
-- why: Người vào Đảng phải đủ 18 tuổi tính theo tháng khi chi bộ xét (294-QĐ/TW, 1.1).
-- why.en: 18 completed, counted in months (294-QĐ/TW, 1.1).
-- repair: Kiểm tra ngày sinh và ngày kết nạp; sửa dòng nhập sai.
-- repair.en: Look at both days; correct the wrong one.
-- level: error
select a.ancestor_id as unit_id, 'kết nạp ngày ' || to_char(m.day, 'DD/MM/YYYY') as subject, b.register_id, b.member_id
  from membership_api.belonging_on(:day, :known) b 
  join organisation_api.stands_under a
    on a.unit_id = b.unit_id and a.distance = 0 and a.hierarchy_id = 1
   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
  join membership.movement m
    on m.register_id = b.register_id and m.member_id = b.member_id and m.kind = 'admission'
   and m.recorded_at <= :known and :known < m.superseded_at
  join membership.profile p
    on p.register_id = b.register_id and p.member_id = b.member_id and p.from_day <= :day and :day < p.until_day
   and p.recorded_at <= :known and :known < p.superseded_at
  join membership.day_span r
    on r.kind = 'admission' and r.code = 'doubt-too-young' and r.from_day <= m.day and m.day < r.until_day
 where p.birth + make_interval(months => r.least_months) > m.day

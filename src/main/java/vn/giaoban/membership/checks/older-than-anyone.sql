-- what: Đảng viên trên 105 tuổi.
-- what.en: Members older than 105.
-- why: Thường là người đã từ trần chưa ghi, hoặc gõ nhầm năm sinh.
-- why.en: Mostly a death that was not entered, or a slip of the year.
-- repair: Hỏi chi bộ; ghi từ trần hoặc sửa ngày sinh có căn cứ.
-- repair.en: Ask the cell; record the death or correct the birth date.
-- level: warning
select a.ancestor_id as unit_id, 'sinh năm ' || to_char(p.birth, 'YYYY') as subject, b.register_id, b.member_id
  from membership_api.belonging_on(:day, :known) b 
  join organisation_api.stands_under a
    on a.unit_id = b.unit_id and a.distance = 0 and a.hierarchy_id = 1
   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
  join membership.profile p
    on p.register_id = b.register_id and p.member_id = b.member_id and p.from_day <= :day and :day < p.until_day
   and p.recorded_at <= :known and :known < p.superseded_at
  join membership.day_span r
    on r.kind = '*' and r.code = 'doubt-too-old' and r.from_day <= :day and :day < r.until_day
 where p.birth + make_interval(months => r.most_months) < :day

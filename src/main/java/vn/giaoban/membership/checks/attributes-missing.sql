-- what: Đảng viên thiếu dân tộc, học vấn hoặc lý luận chính trị.
-- what.en: Members without ethnicity, education or political theory.
-- why: Biểu cơ cấu đảng viên thiếu dòng tương ứng.
-- why.en: They are “not stated” in the structure of members.
-- repair: Mở hồ sơ, bổ sung theo lý lịch.
-- repair.en: Open the file and complete it from the curriculum vitae.
-- level: warning
select a.ancestor_id as unit_id,
       concat_ws(', ', case when p.ethnicity is null then 'dân tộc' end, case when p.education is null then 'học vấn' end,
                 case when p.theory is null then 'lý luận chính trị' end) as subject, b.register_id, b.member_id
  from membership_api.belonging_on(:day, :known) b 
  join organisation_api.stands_under a
    on a.unit_id = b.unit_id and a.distance = 0 and a.hierarchy_id = 1
   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
  join membership.profile p
    on p.register_id = b.register_id and p.member_id = b.member_id and p.from_day <= :day and :day < p.until_day
   and p.recorded_at <= :known and :known < p.superseded_at
 where p.ethnicity is null or p.education is null or p.theory is null

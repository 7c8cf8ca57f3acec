-- what: Chi bộ không có đảng viên nào.
-- what.en: Cells without a member.
-- why: Chi bộ chỉ được lập khi có từ 3 đảng viên chính thức (294-QĐ/TW, 20.2.1).
-- why.en: A cell needs three official members (294-QĐ/TW, 20.2.1).
-- repair: Giải thể hoặc sáp nhập chi bộ, hoặc nhập đảng viên còn thiếu.
-- repair.en: Dissolve or absorb the cell, or enter its members.
-- level: error
select u.unit_id, 'không có đảng viên' as subject, null::smallint as register_id, null::bigint as member_id
  from organisation_api.unit_on(:day, :known) u
 where u.holds_members
   and not exists (select from membership_api.belonging_on(:day, :known) b 
  join organisation_api.stands_under a
    on a.unit_id = b.unit_id and a.distance = 0 and a.hierarchy_id = 1
   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at where a.ancestor_id = u.unit_id)

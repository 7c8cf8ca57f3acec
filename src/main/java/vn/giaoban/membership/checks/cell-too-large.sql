-- what: Chi bộ cơ sở có từ 30 đảng viên.
-- what.en: Base cells with 30 members or more.
-- why: Từ 30 đảng viên thì lập đảng bộ cơ sở, trừ khi cấp trên đồng ý (294-QĐ/TW, 20.3).
-- why.en: From 30 members a base organisation is formed, unless the superior consents (294-QĐ/TW, 20.3).
-- repair: Xem xét lập đảng bộ cơ sở; hoặc giữ nguyên nếu đã có văn bản đồng ý.
-- repair.en: Consider a base organisation, or keep it if there is consent.
-- level: warning
select a.ancestor_id as unit_id, count(*) || ' đảng viên' as subject, null::smallint as register_id, null::bigint as member_id
  from membership_api.belonging_on(:day, :known) b 
  join organisation_api.stands_under a
    on a.unit_id = b.unit_id and a.distance = 0 and a.hierarchy_id = 1
   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
  join organisation_api.unit_on(:day, :known) u on u.unit_id = a.ancestor_id and u.class = 'BASE_CELL'
 group by a.ancestor_id
having count(*) >= 30

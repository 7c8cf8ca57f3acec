-- what: Chi bộ, chi bộ cơ sở chưa nhập bí thư.
-- what.en: Cells for which no secretary is entered.
-- why: Báo cáo về bí thư đồng thời là trưởng thôn và quyền theo chức vụ dựa vào chức vụ đã nhập.
-- why.en: The share of secretaries who are village heads, and rights that follow a post, rest on the posts entered.
-- repair: Mở trang đơn vị, ghi bí thư với ngày bắt đầu và quyết định.
-- repair.en: Open the unit's page and enter the secretary with the first day and the decision.
-- level: warning
select u.unit_id, 'chưa có bí thư' as subject, null::smallint as register_id, null::bigint as member_id
  from organisation_api.unit_on(:day, :known) u
 where u.class in ('CELL', 'BASE_CELL')
   and not exists (select from organisation_api.posts_on(:day, :known) p where p.unit_id = u.unit_id and p.post_code = 'bi-thu')

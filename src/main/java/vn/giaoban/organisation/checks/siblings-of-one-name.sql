-- what: Hai đơn vị cùng cấp trên trùng tên.
-- what.en: Two units of one name under the same superior.
-- why: Người nhập dễ chọn nhầm; có thể là một đơn vị nhập hai lần.
-- why.en: People choose the wrong one; it may be one unit entered twice.
-- repair: Đổi tên cho phân biệt, hoặc rút lại dòng nhập trùng.
-- repair.en: Rename one, or withdraw the one entered twice.
-- level: warning
select u.unit_id, u.name as subject, null::smallint as register_id, null::bigint as member_id
  from organisation_api.unit_on(:day, :known) u
 where exists (select from organisation_api.unit_on(:day, :known) o
                where o.parent_id = u.parent_id and o.unit_id <> u.unit_id and ext.folded(o.name) = ext.folded(u.name))

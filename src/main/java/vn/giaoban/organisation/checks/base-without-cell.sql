-- what: Đảng bộ cơ sở, đảng bộ bộ phận không có chi bộ.
-- what.en: Base and part organisations without a cell.
-- why: Đảng viên chỉ thuộc chi bộ: nơi không có chi bộ thì không có đảng viên trong số liệu.
-- why.en: Members belong to cells only: without a cell nobody is counted there.
-- repair: Thành lập chi bộ, hoặc đổi loại hình thành chi bộ cơ sở.
-- repair.en: Found a cell, or change the kind to base cell.
-- level: error
select u.unit_id, 'không có chi bộ' as subject, null::smallint as register_id, null::bigint as member_id
  from organisation_api.unit_on(:day, :known) u
 where u.class in ('BASE', 'PART')
   and not exists (select from organisation_api.unit_on(:day, :known) c where c.parent_id = u.unit_id)

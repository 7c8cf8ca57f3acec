-- what: Đơn vị trực thuộc nơi mà loại hình không cho phép.
-- what.en: Units that stand where their kind may not.
-- why: Cây tổ chức sai cấp làm sai số đơn vị trực thuộc và đường tổng hợp.
-- why.en: A unit on the wrong level falsifies counts of direct units.
-- repair: Mở đơn vị, ghi sự kiện chuyển hoặc đổi loại hình.
-- repair.en: Open the unit and record a move or a change of kind.
-- level: error
select u.unit_id, k.name || ' dưới ' || pk.name as subject, null::smallint as register_id, null::bigint as member_id
  from organisation_api.unit_on(:day, :known) u
  join organisation_api.unit_on(:day, :known) p on p.unit_id = u.parent_id
  join organisation.kind k on k.kind_code = u.kind
  join organisation.kind pk on pk.kind_code = p.kind
 where not exists (select from organisation.kind_under r
                    where r.kind_code = u.kind and r.parent_kind = p.kind and r.from_day <= :day and :day < r.until_day)

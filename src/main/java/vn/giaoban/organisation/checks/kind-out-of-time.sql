-- what: Đơn vị có loại hình không còn theo quy định.
-- what.en: Units of a kind that the rules no longer know.
-- why: Từ ngày quy định thay đổi, loại hình cũ không còn; báo cáo theo cấp sẽ sai.
-- why.en: Since the rules changed the kind is gone; reports by level would be wrong.
-- repair: Ghi sự kiện đổi loại hình, hợp nhất hoặc giải thể theo quyết định.
-- repair.en: Record the change of kind, consolidation or dissolution that the decision says.
-- level: error
select u.unit_id, k.name || ' đến ' || to_char(k.until_day, 'DD/MM/YYYY') as subject, null::smallint as register_id, null::bigint as member_id
  from organisation_api.unit_on(:day, :known) u
  join organisation.kind k on k.kind_code = u.kind
 where not (k.from_day <= :day and :day < k.until_day)

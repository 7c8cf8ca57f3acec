-- what: Đảng viên sinh hoạt tạm thời đã quá ngày ghi trong giấy giới thiệu.
-- what.en: Temporary stays past the last day of their letter.
-- why: Hết hạn thì trở về chi bộ chính thức hoặc được gia hạn; khi chưa ghi, sổ vẫn coi là đang sinh hoạt tạm thời.
-- why.en: After that day the member returns or the stay is prolonged; until one of them is recorded the stay goes on in the register.
-- repair: Hỏi chi bộ; ghi ngày trở về, hoặc sửa ngày hết hạn của đợt đã ghi theo giấy gia hạn.
-- repair.en: Ask the cell; record the return, or correct the last day of the stay by the letter that prolongs it.
-- level: warning
select a.ancestor_id as unit_id, 'đến ngày ' || to_char(stay.until_day, 'DD/MM/YYYY') as subject, b.register_id, b.member_id
  from membership_api.belonging_on(:day, :known) b
  join organisation_api.stands_under a
    on a.unit_id = b.unit_id and a.distance = 0 and a.hierarchy_id = 1
   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
 cross join lateral (select m.until_day
                       from membership.movement m
                      where m.register_id = b.register_id and m.member_id = b.member_id and m.kind = 'away' and m.day <= :day
                        and m.recorded_at <= :known and :known < m.superseded_at
                      order by m.day desc, m.movement_id desc
                      limit 1) stay
 where b.away and stay.until_day < :day

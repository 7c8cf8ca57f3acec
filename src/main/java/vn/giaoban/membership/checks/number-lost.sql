-- what: Số định danh cá nhân phải nhập lại vì khóa đọc đã mất.
-- what.en: Citizen numbers to be entered again, their key being lost.
-- why: Số cũ không còn đọc được; người ấy không tìm được theo số, trùng số cũng không bị phát hiện.
-- why.en: The old number cannot be read; nobody finds the person by it, and nobody notices it a second time.
-- repair: Mở hồ sơ, nhập lại số định danh theo thẻ hoặc căn cước.
-- repair.en: Open the file and enter the number again from the card or the identity card.
-- level: warning
select a.ancestor_id as unit_id, 'phải nhập lại số định danh' as subject, b.register_id, b.member_id
  from membership_api.belonging_on(:day, :known) b
  join organisation_api.stands_under a
    on a.unit_id = b.unit_id and a.distance = 0 and a.hierarchy_id = 1
   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
 where exists (select from membership.citizen_number n
                 join record_api.entry e on e.entry_id = n.superseded_by
                where n.register_id = b.register_id and n.member_id = b.member_id and e.what = 'membership.numbers-given-up'
                  and e.at <= :known)
   and not exists (select from membership.citizen_number n
                    where n.register_id = b.register_id and n.member_id = b.member_id
                      and n.recorded_at <= :known and :known < n.superseded_at)

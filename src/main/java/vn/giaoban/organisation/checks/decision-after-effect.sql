-- what: Quyết định ghi sau ngày có hiệu lực.
-- what.en: Decisions dated after the day of effect.
-- why: Thường là gõ nhầm ngày hoặc năm.
-- why.en: Mostly a slip of the day or the year.
-- repair: Kiểm tra lại quyết định, sửa sự kiện nếu nhầm.
-- repair.en: Look at the decision; correct the event.
-- level: warning
select distinct on (s.unit_id, e.event_id) s.unit_id,
       to_char(e.decision_day, 'DD/MM/YYYY') || ' sau ' || to_char(e.day, 'DD/MM/YYYY') as subject, null::smallint as register_id, null::bigint as member_id
  from organisation.event e
  join organisation.subject s on s.event_id = e.event_id
 where e.decision_day > e.day and e.day <= :day and e.recorded_at <= :known and :known < e.superseded_at

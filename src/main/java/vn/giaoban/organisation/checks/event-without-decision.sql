-- what: Sự kiện về tổ chức chưa ghi số quyết định.
-- what.en: Events on units without the number of their decision.
-- why: Giải trình chênh lệch nêu quyết định; thiếu số thì không đối chiếu được.
-- why.en: Explanations name the decision; without it nothing can be checked.
-- repair: Sửa sự kiện, ghi số, ngày và cơ quan ra quyết định.
-- repair.en: Correct the event: number, day, issuer.
-- level: warning
select distinct on (s.unit_id, e.event_id) s.unit_id, 'ngày ' || to_char(e.day, 'DD/MM/YYYY') as subject, null::smallint as register_id, null::bigint as member_id
  from organisation.event e
  join organisation.subject s on s.event_id = e.event_id
 where e.kind not in ('OPEN') and e.decision_no is null and e.day <= :day
   and e.recorded_at <= :known and :known < e.superseded_at

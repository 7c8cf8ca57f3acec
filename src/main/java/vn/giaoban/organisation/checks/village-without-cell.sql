-- what: Thôn, tổ dân phố chưa có chi bộ.
-- what.en: Villages and residential groups without a cell.
-- why: Là một chỉ tiêu của báo cáo; có khi chỉ do chưa ghi chi bộ ghép phụ trách.
-- why.en: It is a figure of the report; often only the joint cell was not entered.
-- repair: Ghi chi bộ phụ trách thôn, kể cả chi bộ ghép.
-- repair.en: Enter the cell that covers the village, a joint one too.
-- level: warning
select v.unit_id, v.name as subject, null::smallint as register_id, null::bigint as member_id
  from organisation_api.villages_on(:day, :known) v
 where not v.covered

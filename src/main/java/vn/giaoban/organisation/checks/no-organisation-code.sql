-- what: Đơn vị chưa có mã tổ chức đảng 14 số.
-- what.en: Units without the 14-digit organisation code.
-- why: Đối khớp với cơ sở dữ liệu quốc gia dựa vào mã này.
-- why.en: Lists are compared with the national database by this code.
-- repair: Nhập lại đơn vị với mã tổ chức đảng (nhập Excel, cột org_code).
-- repair.en: Enter the code (spreadsheet, column org_code).
-- level: warning
select u.unit_id, u.code as subject, null::smallint as register_id, null::bigint as member_id
  from organisation_api.unit_on(:day, :known) u
 where u.org_code is null and u.counts and u.class <> 'CENTRE'

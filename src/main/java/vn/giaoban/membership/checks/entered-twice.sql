-- what: Hai hồ sơ trong một đơn vị cơ sở trùng họ tên và ngày sinh.
-- what.en: Two files with the same name and birth date under one superior.
-- why: Có thể một người nhập hai lần: số đảng viên bị đếm thừa.
-- why.en: It may be one person entered twice and counted twice.
-- repair: Mở hai hồ sơ; nếu là một người thì gộp hồ sơ.
-- repair.en: Open both; if it is one person, merge them.
-- level: warning
with living as (
    select b.register_id, b.member_id, a.ancestor_id as unit_id, u.parent_id, ext.folded(p.name) as name, p.birth
      from membership_api.belonging_on(:day, :known) b 
  join organisation_api.stands_under a
    on a.unit_id = b.unit_id and a.distance = 0 and a.hierarchy_id = 1
   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
      join organisation_api.unit_on(:day, :known) u on u.unit_id = a.ancestor_id
      join membership.profile p
        on p.register_id = b.register_id and p.member_id = b.member_id and p.from_day <= :day and :day < p.until_day
       and p.recorded_at <= :known and :known < p.superseded_at
     where p.birth_precision = 'DAY'
)
select unit_id, 'trùng họ tên và ngày sinh' as subject, register_id, member_id
  from (select *, count(*) over (partition by parent_id, name, birth) as same from living) counted
 where same > 1

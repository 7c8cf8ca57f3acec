-- Of whom something was recorded or superseded by these entries that shows on days: what was counted of everybody else still holds.
create or replace function membership_api.touched_by(entries bigint[])
returns table (register_id smallint, member_id bigint)
language sql stable as $$
    select b.register_id, b.member_id from membership.belonging b where b.entry_id = any (entries)
     union
    select b.register_id, b.member_id from membership.belonging b where b.superseded_by = any (entries)
     union
    select p.register_id, p.member_id from membership.profile p where p.entry_id = any (entries)
     union
    select p.register_id, p.member_id from membership.profile p where p.superseded_by = any (entries)
     union
    select s.register_id, s.member_id from membership.seniority s where s.entry_id = any (entries)
     union
    select s.register_id, s.member_id from membership.seniority s where s.superseded_by = any (entries)
$$;

-- Whether somebody stands today under one of these units, or, standing nowhere today, last belonged under one that the reader keeps,
-- or, known by now to have belonged nowhere, was once said to belong there.
create or replace function membership.in_sight(register smallint, member bigint, tops bigint[], keeps bigint[], today date, now timestamptz)
returns boolean
language sql stable as $$
    select exists (select
                     from membership.belonging b
                     join organisation_api.stands_under s
                       on s.unit_id = b.unit_id and s.hierarchy_id = 1 and s.ancestor_id = any (tops)
                      and s.from_day <= today and today < s.until_day and s.recorded_at <= now and now < s.superseded_at
                    where b.register_id = register and b.member_id = member
                      and b.from_day <= today and today < b.until_day and b.recorded_at <= now and now < b.superseded_at)
        or (not exists (select from membership.belonging b
                         where b.register_id = register and b.member_id = member
                           and b.from_day <= today and today < b.until_day and b.recorded_at <= now and now < b.superseded_at)
            and exists (select
                          from membership.belonging b
                          join organisation_api.stands_under s
                            on s.unit_id = b.unit_id and s.hierarchy_id = 1 and s.ancestor_id = any (keeps)
                           and s.from_day <= today and today < s.until_day and s.recorded_at <= now and now < s.superseded_at
                         where b.register_id = register and b.member_id = member
                           and b.recorded_at <= now and now < b.superseded_at))
        or (not exists (select from membership.belonging b
                         where b.register_id = register and b.member_id = member and b.recorded_at <= now and now < b.superseded_at)
            and exists (select
                          from membership.belonging b
                          join organisation_api.stands_under s
                            on s.unit_id = b.unit_id and s.hierarchy_id = 1 and s.ancestor_id = any (keeps)
                           and s.from_day <= today and today < s.until_day and s.recorded_at <= now and now < s.superseded_at
                         where b.register_id = register and b.member_id = member and b.recorded_at <= now))
$$;

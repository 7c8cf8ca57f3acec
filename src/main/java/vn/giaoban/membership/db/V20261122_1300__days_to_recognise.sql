-- How long a cell has to decide after the months of probation. Nobody has compared these limits with the regulations' text yet.
alter table membership.limit_rule add column verified boolean not null default false;
insert into membership.limit_rule (code, value, source) values
('working-days-to-recognise', 30, '294-QĐ/TW điều 4.2.1; chưa trừ ngày lễ, vì sổ chưa có lịch nghỉ lễ');

-- The last of so many working days after a day: Monday to Friday. Holidays are not known, so a limit may come some days too early.
create function membership.after_working_days(from_day date, days int) returns date
    language sql immutable strict parallel safe
    return from_day - greatest(extract(isodow from from_day)::int - 5, 0)
           + days / 5 * 7 + days % 5
           + case when least(extract(isodow from from_day)::int, 5) + days % 5 > 5 then 2 else 0 end;

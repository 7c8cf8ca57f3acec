-- What a cell reports may be about somebody who is no member yet, or about an attribute; and it is answered.
alter table membership.report
    alter column member_id drop not null,
    add column attribute     text,
    add column value         text check (length(value) <= 300),
    add column decision_no   text check (length(decision_no) <= 100),
    add column decision_day  date,
    add column person_name   text check (length(person_name) between 2 and 100),  -- of one who is to be admitted
    add column person_birth  text check (length(person_birth) <= 10),             -- as far as it is known, as written
    add column person_sex    text check (person_sex in ('M', 'F')),
    add constraint about_somebody check (member_id is not null or person_name is not null);
create index report_member on membership.report (register_id, member_id) where member_id is not null;
create index report_entry on membership.report using brin (entry_id);

create table membership.report_answer (
    register_id   smallint not null,
    report_id     bigint not null,
    outcome       text not null check (outcome in ('CONFIRMED', 'CORRECTED', 'RETURNED', 'TAKEN_BACK')),
    words         text check (length(words) <= 500),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    primary key (register_id, report_id),
    foreign key (register_id, report_id) references membership.report
);
create index report_answer_entry on membership.report_answer using brin (entry_id);

alter table membership.report_answer enable row level security;
alter table membership.report_answer force row level security;
create policy own_register on membership.report_answer
    using (register_id = any ((select current_setting('giaoban.registers')::smallint[])::smallint[]));
grant select, insert on membership.report_answer to giaoban_app;

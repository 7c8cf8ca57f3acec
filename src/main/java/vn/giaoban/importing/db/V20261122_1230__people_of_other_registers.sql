-- An event of one register may carry people who were first entered in another: since two provinces were joined, they share cells.

-- 0: the register of the file
alter table importing.event_person add column of_register smallint not null default 0;
alter table importing.event_person drop constraint event_person_pkey;
alter table importing.event_person add primary key (register_id, event_ref, of_register, member_ref, entry_id);
drop index importing.event_person_once;
create unique index event_person_once on importing.event_person (register_id, event_ref, of_register, member_ref) where superseded_by is null;

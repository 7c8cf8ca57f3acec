-- Who stands behind an account is a key that is said once. Where the record it names was merged into another, it is read as that one for as
-- long as the merge holds. No record of a person: two keys of a register, like the account's own.
create table access.merged_person (
    merged_person_id bigint generated always as identity primary key,
    person_register  smallint not null,
    merged           bigint not null,
    kept             bigint not null check (kept <> merged),
    entry_id         bigint not null references record.entry,
    superseded_by    bigint references record.entry
);
create unique index merged_person_once on access.merged_person (person_register, merged) where superseded_by is null;
create index merged_person_kept on access.merged_person (person_register, kept) where superseded_by is null;
grant select, insert on access.merged_person to giaoban_app;
grant update (superseded_by) on access.merged_person to giaoban_app;

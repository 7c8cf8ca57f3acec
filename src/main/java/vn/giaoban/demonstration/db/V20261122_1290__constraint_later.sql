-- The constraints of the tables of people that are checked at once at the end of the loading instead of row by row: what a start after a
-- kill must put back. Empty when the demonstration is loaded.
create table demonstration.constraint_later (
    table_name      text not null,
    constraint_name text not null,
    definition      text not null,
    primary key (table_name, constraint_name)
);

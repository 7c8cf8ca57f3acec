-- The number comes from one sequence and is used once anyway; a uniqueness without register_id cannot be kept over several servers.
alter table importing.job drop constraint import_number;
create index import_number on importing.job (import_id);

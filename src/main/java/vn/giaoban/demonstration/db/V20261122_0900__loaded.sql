-- How far the demonstration is loaded. Each step is one transaction and names its entry: a start after a kill goes on with the first step
-- that is missing. A database with any row here holds made-up people and never takes real ones.
create schema demonstration;

create table demonstration.step (
    step_code text primary key,
    entry_id  bigint references record.entry  -- null: nothing was recorded, the step only says that everything before it is done
);

grant usage on schema demonstration to giaoban_app;
grant select, insert on demonstration.step to giaoban_app;

-- A row policy compares the register with an array that the planner cannot see, and is taken to be selective: with the day alone it also read
-- every step of every register to combine the two.
create index step_day_register on membership.step (day, register_id);
drop index membership.step_day;

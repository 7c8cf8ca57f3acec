-- Who was touched by the latest entries is asked for each figure. BRIN finds them as quickly, but the planner believes it only where rows lie in
-- the order of their entries, and adds the index of the policy's register, which is all rows.
create index belonging_entry on membership.belonging (entry_id);
create index step_entry on membership.step (entry_id);
create index profile_entry on membership.profile (entry_id);

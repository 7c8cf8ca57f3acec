-- As the other tables of which is asked whom the latest entries touched.
create index seniority_entry on membership.seniority (entry_id);

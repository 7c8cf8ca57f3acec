-- What is read together, the sums of one month, lies together: first by month, then by anchor; and passings are read from their indexes alone.
-- The sums are made anew in this order; until then the rows answer.
alter table figures.month_sum drop constraint month_sum_pkey;
alter table figures.month_sum add primary key (month, layer, anchor_id);
alter table figures.passing drop constraint passing_pkey;
alter table figures.passing add primary key (month, layer, to_anchor, from_anchor) include (passed);
drop index figures.passing_from;
create index passing_from on figures.passing (month, layer, from_anchor) include (to_anchor, passed);
delete from figures.fold;

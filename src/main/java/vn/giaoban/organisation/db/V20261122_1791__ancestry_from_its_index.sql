-- What a unit stands under is read from the index alone: its rows lie apart, one for each change above it.
drop index organisation.ancestry_above;
create index ancestry_above on organisation.ancestry (unit_id, from_day)
    include (ancestor_id, distance, until_day, recorded_at, superseded_at, hierarchy_id);

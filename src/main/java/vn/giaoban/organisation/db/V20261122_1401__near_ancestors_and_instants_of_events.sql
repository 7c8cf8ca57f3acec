-- What stands directly under a unit or for it, without all that stands below.
create index ancestry_near on organisation.ancestry (ancestor_id, distance) where distance <= 1;
-- Whether anything became known of the units between two instants.
create index event_recorded on organisation.event (recorded_at);
create index event_superseded on organisation.event (superseded_at) where superseded_at < 'infinity';
create index unit_register on organisation.unit (register_id);

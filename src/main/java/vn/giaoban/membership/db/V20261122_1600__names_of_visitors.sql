-- Who of another register was ever entered in a unit of this one, by every rotation of his name. Only ever widened, as access.register_sight:
-- whether he is to be seen is asked of where he stands. Without it a search in one province would look at namesakes all over the nation,
-- because every province has some visitors from every other.
create table membership.visitor_name (
    register_id    smallint not null,  -- of the person
    member_id      bigint not null,
    place_register smallint not null,  -- of the unit
    rotation       text collate "C" not null,
    primary key (register_id, member_id, place_register, rotation)
);
create index visitor_name_place on membership.visitor_name (place_register, rotation, register_id, member_id);

alter table membership.visitor_name enable row level security;
alter table membership.visitor_name force row level security;
create policy own_register on membership.visitor_name
    using (register_id = any ((select current_setting('giaoban.registers')::smallint[])::smallint[]));
grant select, insert on membership.visitor_name to giaoban_app;

-- Which state of the tree it is, without counting its events: they are written one writer after the other.
create index event_entry on organisation.event (entry_id);
create index event_superseded_by on organisation.event (superseded_by) where superseded_by is not null;

-- Beside the one cell where somebody belongs: a temporary cell (or a place outside), and the cell of residence that he was introduced to.
-- They are columns of the belonging, so that there is none without a belonging and never two at a time; they count nowhere.
alter table membership.belonging
    add column temporary_unit    bigint references organisation.unit,
    add column temporary_outside text check (length(temporary_outside) <= 300),
    add column residence_unit    bigint references organisation.unit,
    add column residence_outside text check (length(residence_outside) <= 300),
    add constraint one_temporary_place check (num_nonnulls(temporary_unit, temporary_outside) <= 1),
    add constraint one_residence_link check (num_nonnulls(residence_unit, residence_outside) <= 1),
    add constraint temporary_place_means_away check (away or num_nonnulls(temporary_unit, temporary_outside) = 0),
    add constraint temporary_place_is_another check (temporary_unit <> unit_id);
create index belonging_temporary on membership.belonging (temporary_unit) where temporary_unit is not null;
create index belonging_residence on membership.belonging (residence_unit) where residence_unit is not null;

-- As the letter of a temporary stay says; the stay ends when the return is entered, not on this day.
alter table membership.movement add column until_day date;

-- The chain of the audit reads the rows of an entry: those it made lie nearly in the order of the disk, those it superseded are few.
create index on membership.member using brin (entry_id) with (pages_per_range = 16, autosummarize = on);
create index on membership.member (superseded_by) where superseded_by is not null;
create index on membership.profile using brin (entry_id) with (pages_per_range = 16, autosummarize = on);
create index on membership.profile (superseded_by) where superseded_by is not null;
create index on membership.citizen_number using brin (entry_id) with (pages_per_range = 16, autosummarize = on);
create index on membership.citizen_number (superseded_by) where superseded_by is not null;
create index on membership.member_name using brin (entry_id) with (pages_per_range = 16, autosummarize = on);
create index on membership.member_name (superseded_by) where superseded_by is not null;
create index on membership.opening using brin (entry_id) with (pages_per_range = 16, autosummarize = on);
create index on membership.opening (superseded_by) where superseded_by is not null;
create index on membership.movement using brin (entry_id) with (pages_per_range = 16, autosummarize = on);
create index on membership.movement (superseded_by) where superseded_by is not null;
create index on membership.belonging using brin (entry_id) with (pages_per_range = 16, autosummarize = on);
create index on membership.belonging (superseded_by) where superseded_by is not null;
create index on membership.step using brin (entry_id) with (pages_per_range = 16, autosummarize = on);
create index on membership.step (superseded_by) where superseded_by is not null;
create index on membership.seniority using brin (entry_id) with (pages_per_range = 16, autosummarize = on);
create index on membership.seniority (superseded_by) where superseded_by is not null;

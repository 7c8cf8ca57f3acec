-- Sums behind the records, kept so that a figure of many people need not read them all (decision 0031). A read model: the fold changes it, and
-- everything in it can be made again from the records. No person is in it, so it has no register and is a copy on every server.
create table figures.fold (
    fold_id       int primary key check (fold_id = 1),
    known         timestamptz not null,  -- what the sums know
    today         date not null,         -- the last month is summed up to the end of this day
    first_day     date not null,         -- of the first month
    counted       text not null,         -- what the places of a tally are; another text: made again
    next_register smallint               -- which register is summed next; null: all are
);

-- Where a unit's people, and the unit itself, are added up: with the base organisation it was entered under, if it always stood where that one
-- stood or what stands for it; else by itself.
create table figures.bundle (
    unit_id   bigint primary key,
    bundle_id bigint not null,
    next_id   bigint
);
create index bundle_units on figures.bundle (bundle_id);
create index bundle_next on figures.bundle (unit_id) where next_id is not null;

-- The same once more: the bundles of a register with its top, if they always stood where that one stood.
create table figures.bundle_top (
    bundle_id bigint primary key,
    top_id    bigint not null,
    next_id   bigint
);
create index bundle_top_tops on figures.bundle_top (bundle_id) where bundle_id = top_id;
create index bundle_top_bundles on figures.bundle_top (top_id);
create index bundle_top_next on figures.bundle_top (bundle_id) where next_id is not null;

create table figures.top_of_register (
    first_register smallint primary key,
    top_id         bigint not null
);

create table figures.register_of_top (
    top_id         bigint,
    first_register smallint,
    primary key (top_id, first_register)
);

-- Stocks at the end of a month (the last: of fold.today), flows of the month. Layer 1: bundles; 2: tops.
create table figures.month_sum (
    anchor_id bigint,
    layer     smallint,
    month     int,  -- year * 12 + month - 1
    tally     int[] not null,
    primary key (anchor_id, layer, month)
);

-- Transfers of a month between two bundles, or two tops; 0 is outside.
create table figures.passing (
    to_anchor   bigint,
    layer       smallint,
    month       int,
    from_anchor bigint,
    passed      int not null,
    primary key (to_anchor, layer, month, from_anchor)
);
create index passing_from on figures.passing (from_anchor, layer, month);

grant select, insert, update, delete on figures.fold, figures.bundle, figures.bundle_top, figures.top_of_register, figures.register_of_top,
    figures.month_sum, figures.passing to giaoban_app;

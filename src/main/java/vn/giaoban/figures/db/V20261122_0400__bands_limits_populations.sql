-- What counting needs besides the records of others: bands and limits (rules, so rows with both clocks, "chưa xác minh" until someone
-- names the paper), populations that are typed with their source, and figures that were frozen.
create schema figures;
create schema figures_api;

create table figures.band (
    band_id       bigint generated always as identity primary key,
    scale         text not null check (scale in ('age', 'party-age')),
    code          text not null check (length(code) between 1 and 20),
    from_year     int not null check (from_year >= 0),
    until_year    int check (until_year > from_year),  -- exclusive, in completed years; null: no end
    from_day      date not null default '-infinity',
    until_day     date not null default 'infinity' check (until_day > from_day),
    source        text not null,
    verified      boolean not null default false,
    entry_id      bigint references record.entry,  -- null for what comes with the program
    recorded_at   timestamptz not null default '-infinity',
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at)
);

insert into figures.band (scale, code, from_year, until_year, source) values
    ('age', '<18', 0, 18, 'ngoài biểu'),
    ('age', '18–30', 18, 31, 'Biểu số 2-BTCTW (2022)'),
    ('age', '31–35', 31, 36, 'Biểu số 2-BTCTW (2022)'),
    ('age', '36–40', 36, 41, 'Biểu số 2-BTCTW (2022)'),
    ('age', '41–45', 41, 46, 'Biểu số 2-BTCTW (2022)'),
    ('age', '46–50', 46, 51, 'Biểu số 2-BTCTW (2022)'),
    ('age', '51–55', 51, 56, 'Biểu số 2-BTCTW (2022)'),
    ('age', '56–60', 56, 61, 'Biểu số 2-BTCTW (2022)'),
    ('age', '>60', 61, null, 'Biểu số 2-BTCTW (2022)'),
    ('party-age', '<10', 0, 10, 'chia theo chục năm'),
    ('party-age', '10–19', 10, 20, 'chia theo chục năm'),
    ('party-age', '20–29', 20, 30, 'chia theo chục năm'),
    ('party-age', '30–39', 30, 40, 'Huy hiệu Đảng từ 30 năm'),
    ('party-age', '40–49', 40, 50, 'Huy hiệu Đảng từ 30 năm'),
    ('party-age', '50–59', 50, 60, 'Huy hiệu Đảng từ 30 năm'),
    ('party-age', '≥60', 60, null, 'Huy hiệu Đảng từ 30 năm');

-- Below these a reader without right to people sees no breakdown by religion or ethnicity and no kind of removal (privacy P5).
create table figures.small_count (
    small_count_id bigint generated always as identity primary key,
    least_members  int not null check (least_members >= 0),
    least_value    int not null check (least_value >= 0),
    from_day       date not null default '-infinity',
    until_day      date not null default 'infinity' check (until_day > from_day),
    source         text not null,
    verified       boolean not null default false,
    entry_id       bigint references record.entry,
    recorded_at    timestamptz not null default '-infinity',
    superseded_at  timestamptz not null default 'infinity',
    superseded_by  bigint references record.entry,
    check (superseded_at > recorded_at)
);

insert into figures.small_count (least_members, least_value, source) values (30, 5, 'đề xuất, chưa có văn bản');

create table figures.population (
    population_id bigint generated always as identity primary key,
    unit_id       bigint not null,  -- of organisation; not personal data, so without a register
    day           date not null,
    value         bigint not null constraint population_is_a_number check (value > 0),
    source        text not null check (length(source) between 1 and 300),
    entry_id      bigint not null references record.entry,
    recorded_at   timestamptz not null,
    superseded_at timestamptz not null default 'infinity',
    superseded_by bigint references record.entry,
    check (superseded_at > recorded_at)
);
create unique index one_population_per_day on figures.population (unit_id, day) where superseded_at = 'infinity';

grant usage on schema figures, figures_api to giaoban_app;
grant select on all tables in schema figures to giaoban_app;
grant insert on figures.population, figures.band, figures.small_count to giaoban_app;
grant update (superseded_at, superseded_by) on figures.population, figures.band, figures.small_count to giaoban_app;

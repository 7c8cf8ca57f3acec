-- Where the meaning of a count changed, every series shows a break with its source: restating moves units, not meanings.
create table figures.meaning_change (
    indicator text not null,
    day       date not null,
    source    text not null,
    verified  boolean not null default false,
    primary key (indicator, day)
);

insert into figures.meaning_change (indicator, day, source)
select indicator, day::date, source
  from unnest(array['units', 'direct-organisations', 'base-organisations', 'base-cells', 'cells', 'part-organisations']) as indicator
 cross join (values ('2025-07-01', '294-QĐ/TW, 26/5/2025 (kết thúc cấp huyện)'), ('2026-07-26', '208-QĐ/TW, 26/7/2026 (tổ chức đảng ở xã, phường)'))
       as change (day, source);
insert into figures.meaning_change (indicator, day, source) values
    ('caucuses', '2025-07-01', '294-QĐ/TW, 26/5/2025 (kết thúc đảng đoàn, ban cán sự đảng)');

grant select on figures.meaning_change to giaoban_app;

-- The head of the chain over all records when the figures were settled: paper then anchors the chain.
alter table figures.freeze add column chain_mark text;

-- On which award day a badge is handed over: by the month in which its years are completed. First and last month may pass the new year.
-- Marked unverified: it is one province's guideline, others may differ; then a row is ended and another entered.
alter table membership.award_day
    add column first_month   int not null default 1 check (first_month between 1 and 12),
    add column last_month    int not null default 12 check (last_month between 1 and 12),
    add column window_source text,
    add column verified      boolean not null default false;

update membership.award_day
   set first_month = window_of.first_month, last_month = window_of.last_month,
       window_source = 'HD 21-HD/BTCTU Hà Nội, 21/8/2025; nơi khác có thể khác'
  from (values (2, 12, 2), (5, 3, 5), (9, 6, 9), (11, 10, 11)) as window_of (month, first_month, last_month)
 where award_day.month = window_of.month;

-- Bands of completed years on a day, as the days of birth (or of joining) between which each lies. 29 February completes on 1 March:
-- subtracting years from a day gives 28 February where there is no 29th, which is just that.
create or replace function figures_api.bands_on(of_scale text, on_day date, known timestamptz)
returns table (code text, born_after date, born_by date)
language sql stable as $$
    select b.code,
           coalesce((on_day - make_interval(years => b.until_year))::date, date '-infinity'),
           (on_day - make_interval(years => b.from_year))::date
      from figures.band b
     where b.scale = of_scale
       and b.from_day <= on_day and on_day < b.until_day
       and b.recorded_at <= known and known < b.superseded_at
$$;

grant select on all tables in schema figures_api to giaoban_app;

import java.time.LocalDate;

/**
 * The same questions as plain SQL over the base tables, written by hand without a statement, view or function of the application. Runs in
 * PostgreSQL and, unchanged, in DuckDB.
 */
final class NationHand {

    static final String HEADS = "opening,all-admissions,transfers-in,transfers-out,removed,died,closing";

    private NationHand() {}

    /** Units below a unit under the tree of a day, and the closed ones for which these stand. */
    private static String home(String name, String unit, LocalDate tree) {
        return """
                below_{n} as (
                    select unit_id from organisation.unit where code = '{unit}'
                    union
                    select s.unit_id from organisation.unit_state s join below_{n} b on s.parent_id = b.unit_id
                     where s.superseded_at = 'infinity' and s.from_day <= '{day}' and '{day}' < s.until_day),
                home_{n} as (
                    select unit_id from below_{n}
                    union
                    select c.unit_id from home_{n} h join organisation.closing c on c.successor_id = h.unit_id
                     where c.superseded_at = 'infinity' and c.day <= '{day}')
                """.replace("{n}", name).replace("{unit}", unit).replace("{day}", tree.toString());
    }

    private static String stock(String home, LocalDate day) {
        return """
                (select count(*) from membership.belonging m
                  where m.superseded_at = 'infinity' and m.from_day <= '{day}' and '{day}' < m.until_day
                    and m.unit_id in (select unit_id from home_{n}))
                """.replace("{n}", home).replace("{day}", day.toString());
    }

    /**
     * Opening, admissions, transfers in and out, removed, died, closing, joined by commas.
     *
     * @param tree the day whose structure is read; null: as it was
     * @param small whether the movements are better found by their units than by reading all of them
     */
    static String heads(String unit, LocalDate from, LocalDate tree, boolean small) {
        var last = from.plusMonths(1).minusDays(1);
        var before = from.minusDays(1);
        var homes = tree == null ? home("o", unit, before) + ",\n" + home("c", unit, last) : home("c", unit, tree);
        var days = "m.superseded_at = 'infinity' and m.day >= '" + from + "' and m.day < '" + from.plusMonths(1) + "'";
        var inside = small
                ? """
                  select m.kind, true as reached, m.from_unit in (select unit_id from home_c) as left_ from membership.step m
                   where {days} and m.to_unit in (select unit_id from home_c)
                  union all
                  select m.kind, m.to_unit in (select unit_id from home_c) and m.kind = 'nothing', true from membership.step m
                   where {days} and m.from_unit in (select unit_id from home_c) and not coalesce(m.to_unit in (select unit_id from home_c), false)
                  """
                : """
                  select m.kind, m.to_unit in (select unit_id from home_c) as reached, m.from_unit in (select unit_id from home_c) as left_
                    from membership.step m where {days}
                  """;
        return "with recursive " + homes + ", moved as (" + inside.replace("{days}", days) + """
                ), counted as (
                    select count(case when kind in ('admission', 'readmission') and reached then 1 end) as admitted,
                           count(case when kind = 'transfer' and reached and not coalesce(left_, false) then 1 end) as came,
                           count(case when kind = 'transfer' and left_ and not coalesce(reached, false) then 1 end) as went,
                           count(case when kind in ('struck-off', 'resigned', 'expelled') and left_ then 1 end) as removed,
                           count(case when kind = 'died' and left_ then 1 end) as died
                      from moved)
                select concat_ws(',', {opening}, admitted, came, went, removed, died, {closing}) from counted
                """
                        .replace("{opening}", stock(tree == null ? "o" : "c", before))
                        .replace("{closing}", stock("c", last));
    }

    /** Members at the end of a month of each unit directly below, as code=number in the order of codes. */
    static String children(String unit, LocalDate from) {
        var day = from.plusMonths(1).minusDays(1);
        return """
                with recursive child as (
                    select s.unit_id as child, s.unit_id from organisation.unit_state s join organisation.unit u on u.unit_id = s.parent_id
                     where u.code = '{unit}' and s.superseded_at = 'infinity' and s.from_day <= '{day}' and '{day}' < s.until_day),
                below as (
                    select child, unit_id from child
                    union
                    select b.child, s.unit_id from organisation.unit_state s join below b on s.parent_id = b.unit_id
                     where s.superseded_at = 'infinity' and s.from_day <= '{day}' and '{day}' < s.until_day),
                home as (
                    select child, unit_id from below
                    union
                    select h.child, c.unit_id from home h join organisation.closing c on c.successor_id = h.unit_id
                     where c.superseded_at = 'infinity' and c.day <= '{day}')
                select string_agg(code || '=' || members, ',' order by code) from (
                    select u.code, count(m.member_id) as members
                      from home h join organisation.unit u on u.unit_id = h.child
                      left join membership.belonging m on m.unit_id = h.unit_id and m.superseded_at = 'infinity'
                                                      and m.from_day <= '{day}' and '{day}' < m.until_day
                     group by u.code) as line
                """.replace("{unit}", unit).replace("{day}", day.toString());
    }

    /** Members of the whole nation by two attributes; lines of "one|other|number". */
    static String twoWay(String one, String other, LocalDate from) {
        var day = from.plusMonths(1).minusDays(1);
        return """
                select concat_ws('|', coalesce({one}, ''), coalesce({other}, ''), count(*))
                  from membership.belonging m join membership.profile p on p.register_id = m.register_id and p.member_id = m.member_id
                 where m.superseded_at = 'infinity' and m.from_day <= '{day}' and '{day}' < m.until_day
                   and p.superseded_at = 'infinity' and p.from_day <= '{day}' and '{day}' < p.until_day and m.unit_id in (select unit_id from home_c)
                 group by {one}, {other}
                """
                        .replace("{one}", column(one))
                        .replace("{other}", column(other))
                        .replace("{day}", day.toString())
                        .transform(sql -> "with recursive " + home("c", "TW", day) + sql.replace("{day}", day.toString()));
    }

    private static String column(String attribute) {
        return switch (attribute) {
            case "age-band" -> """
                    case when p.birth > date '{day}' - interval '18 years' then '<18' when p.birth > date '{day}' - interval '31 years' then '18–30'
                         when p.birth > date '{day}' - interval '36 years' then '31–35' when p.birth > date '{day}' - interval '41 years' then '36–40'
                         when p.birth > date '{day}' - interval '46 years' then '41–45' when p.birth > date '{day}' - interval '51 years' then '46–50'
                         when p.birth > date '{day}' - interval '56 years' then '51–55' when p.birth > date '{day}' - interval '61 years' then '56–60'
                         else '>60' end""";
            default -> "p." + attribute;
        };
    }
}

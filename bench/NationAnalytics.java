import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The design of DHIS2's analytics tables, re-created here from its description: one row for each value with a column for each level of the
 * tree, a partition for each year, every dimension indexed, rebuilt whole by a batch. It knows one tree (that of the last load), no entry after the
 * load and no earlier state of knowledge; transfers are counted where they begin and end, so that a unit's own do not cancel out.
 */
final class NationAnalytics {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int MONTHS = 22;
    private static final LocalDate TREE = LocalDate.of(2026, 10, 31);

    private final Connection connection;
    private double seconds;

    NationAnalytics(Connection connection) {
        this.connection = connection;
    }

    /** Rebuilds all months of the years concerned. */
    void rebuild() throws SQLException {
        var begun = System.nanoTime();
        NationStore.execute(connection, """
                drop table if exists nation.analytics, nation.analytics_tree;
                create unlogged table nation.analytics_tree as
                select unit_id, max(code) filter (where level = 1) as uidlevel1, max(code) filter (where level = 2) as uidlevel2,
                       max(code) filter (where level = 3) as uidlevel3, max(code) filter (where level = 4) as uidlevel4,
                       max(code) filter (where level = 5) as uidlevel5
                  from (select a.unit_id, u.code, max(a.distance) over (partition by a.unit_id) - a.distance + 1 as level
                          from organisation.ancestry a join organisation.unit u on u.unit_id = a.ancestor_id
                         where a.hierarchy_id = 1 and a.superseded_at = 'infinity' and a.from_day <= '{tree}' and '{tree}' < a.until_day) as path
                 group by unit_id;
                create table nation.analytics (dx varchar(20) not null, year int not null, monthly varchar(6) not null,
                    uidlevel1 varchar(30), uidlevel2 varchar(30), uidlevel3 varchar(30), uidlevel4 varchar(30), uidlevel5 varchar(30),
                    value double precision not null) partition by list (year);
                create unlogged table nation.analytics_2025 partition of nation.analytics for values in (2025);
                create unlogged table nation.analytics_2026 partition of nation.analytics for values in (2026)
                """.replace("{tree}", TREE.toString()));
        var insert = "insert into nation.analytics select {dx}, {year}, '{month}', uidlevel1, uidlevel2, uidlevel3, uidlevel4, uidlevel5, sum(number)"
                + " from ({numbers}) as of_unit join nation.analytics_tree using (unit_id) group by uidlevel1, uidlevel2, uidlevel3, uidlevel4, uidlevel5";
        for (var month = -1; month < MONTHS; month++) {
            var from = FIRST.plusMonths(month);
            var stock = """
                    select unit_id, count(*) as number from membership.belonging
                     where superseded_at = 'infinity' and from_day <= '{day}' and '{day}' < until_day group by unit_id"""
                    .replace("{day}", from.plusMonths(1).minusDays(1).toString());
            // the closing of the last month before is the opening of the first
            NationStore.execute(connection, insert.replace("{dx}", "'members'").replace("{numbers}", stock)
                    .replace("{year}", String.valueOf(Math.max(2025, from.getYear()))).replace("{month}", monthly(from)));
        }
        NationStore.execute(connection, """
                insert into nation.analytics
                select dx, year, monthly, uidlevel1, uidlevel2, uidlevel3, uidlevel4, uidlevel5, sum(number)
                  from (select case kind when 'readmission' then 'admission' when 'struck-off' then 'removed' when 'resigned' then 'removed'
                                         when 'expelled' then 'removed' when 'transfer' then 'transfer-in' else kind end as dx,
                               extract(year from day)::int as year, to_char(day, 'YYYYMM') as monthly,
                               case when kind in ('admission', 'readmission', 'transfer') then to_unit else from_unit end as unit_id, 1 as number
                          from membership.step where superseded_at = 'infinity' and day >= '{from}' and day < '{until}'
                           and kind in ('admission', 'readmission', 'transfer', 'died', 'struck-off', 'resigned', 'expelled')
                         union all
                        select 'transfer-out', extract(year from day)::int, to_char(day, 'YYYYMM'), from_unit, 1
                          from membership.step where superseded_at = 'infinity' and day >= '{from}' and day < '{until}' and kind = 'transfer'
                       ) as flow
                  join nation.analytics_tree using (unit_id)
                 group by dx, year, monthly, uidlevel1, uidlevel2, uidlevel3, uidlevel4, uidlevel5
                """.replace("{from}", FIRST.toString()).replace("{until}", FIRST.plusMonths(MONTHS).toString()));
        for (var column : "dx monthly uidlevel1 uidlevel2 uidlevel3 uidlevel4 uidlevel5".split(" ")) {
            NationStore.execute(connection, "create index on nation.analytics (" + column + ")");
        }
        NationStore.execute(connection, "analyze nation.analytics");
        connection.commit();
        seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "re-created design of DHIS2: %d months of values rebuilt in %.0f s, %s rows, %s%n", MONTHS, seconds,
                NationStore.answers(connection, "select count(*) from nation.analytics").get(0),
                NationStore.answers(connection, """
                        select pg_size_pretty(sum(pg_total_relation_size(oid))) from pg_class where relname in ('analytics_2025', 'analytics_2026')
                        """).get(0));
    }

    /** How long until a change would show. */
    String rebuilt() {
        return String.format(Locale.ROOT, " (as of a rebuild of %.0f s)", seconds);
    }

    private static String monthly(LocalDate month) {
        return "%04d%02d".formatted(month.getYear(), month.getMonthValue());
    }

    /** The head figures under the tree of the load. */
    String heads(int level, String unit, LocalDate from) {
        return """
                select dx, monthly, sum(value) from nation.analytics
                 where uidlevel{level} = '{unit}' and year in ({years}) and monthly in ('{before}', '{month}')
                 group by dx, monthly
                """.replace("{level}", String.valueOf(level)).replace("{unit}", unit).replace("{month}", monthly(from))
                .replace("{before}", monthly(from.minusMonths(1))).replace("{years}", Math.max(2025, from.minusMonths(1).getYear()) + ", " + from.getYear());
    }

    /** Members of each unit directly below. */
    String children(int level, String unit, LocalDate from) {
        return """
                select uidlevel{next}, sum(value) from nation.analytics
                 where uidlevel{level} = '{unit}' and year = {year} and monthly = '{month}' and dx = 'members' group by uidlevel{next}
                """.replace("{level}", String.valueOf(level)).replace("{next}", String.valueOf(level + 1)).replace("{unit}", unit)
                .replace("{year}", String.valueOf(from.getYear())).replace("{month}", monthly(from));
    }
}

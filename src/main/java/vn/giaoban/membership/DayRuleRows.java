package vn.giaoban.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.shared.Days;

/** Reads the rules about days. */
@Repository
class DayRuleRows {

    private final JdbcClient sql;
    private final Clock clock;

    DayRuleRows(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The calendar's day: nothing that is recorded happens after it without a doubt. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Days.ZONE);
    }

    DayRules rules() {
        return new DayRules(
                sql.sql("""
                                select kind, earlier, later, code, least_days, least_months, most_days, most_months, effect, from_day, until_day
                                  from membership.day_span
                                 order by kind, code, earlier, later
                                """)
                        .query((row, n) -> new DayRules.Span(
                                row.getString("kind"),
                                DayRules.Day.valueOf(row.getString("earlier")),
                                DayRules.Day.valueOf(row.getString("later")),
                                row.getString("code"),
                                new DayRules.Limit(
                                        number(row, "least_days"),
                                        number(row, "least_months"),
                                        number(row, "most_days"),
                                        number(row, "most_months")),
                                row.getString("effect").equals("REFUSED"),
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("until_day", LocalDate.class)))
                        .list(),
                sql.sql("select kind, counts, from_day, until_day from membership.day_rule where counts <> 'DAY'")
                        .query((row, n) -> new DayRules.Counting(
                                MovementKind.ofCode(row.getString("kind")),
                                DayRules.Day.valueOf(row.getString("counts")),
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("until_day", LocalDate.class)))
                        .list());
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Units and months to ask about: other ones each time, so that nothing comes from memory. */
final class NationWorld {

    /** One unit of each level, many of each. */
    record Level(String name, List<String> codes) {}

    /** From here to {@link #MONTHS} later: since the reform, so that every unit of today is there. */
    static final LocalDate FIRST = LocalDate.of(2025, 8, 1);
    static final int MONTHS = 15;

    final List<Level> levels;
    final List<String> provinces;
    final List<String> communes;
    final long people;
    final long units;

    NationWorld(Connection connection) throws SQLException {
        provinces = codes(connection, "dang-bo-tinh", 34);
        communes = codes(connection, "dang-bo-xa", 60);
        levels = List.of(
                new Level("the Centre", List.of("TW")),
                new Level("a province", provinces),
                new Level("a commune", communes),
                new Level("a cell", codes(connection, "chi-bo", 60)));
        people = number(connection, "select count(*) from membership.member where superseded_at = 'infinity'");
        units = number(connection, "select count(*) from organisation.unit");
        connection.commit();
    }

    private static List<String> codes(Connection connection, String kind, int most) throws SQLException {
        NationStore.execute(connection, "select setseed(0.5)");
        return NationStore.answers(connection, """
                select code from (
                    select u.code from organisation.unit u join organisation.unit_state s using (unit_id)
                      join organisation.unit p on p.unit_id = s.parent_id
                     where s.kind_code = '%s' and s.superseded_at = 'infinity' and s.until_day = 'infinity' and u.register_id <= 64
                       and s.from_day <= '2025-07-01'
                     order by u.unit_id) as of_kind
                 order by random() limit %d
                """.formatted(kind, most));
    }

    static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(NationStore.answers(connection, sql).get(0));
    }

    static long id(Connection connection, String code) throws SQLException {
        return number(connection, "select unit_id from organisation.unit where code = '" + code + "'");
    }

    static LocalDate month(int run) {
        return FIRST.plusMonths(run * 7 % MONTHS);
    }

    static String figures(String unit, LocalDate from, String after, String query) {
        return "/api/v1/figures/" + unit + after + "?from=" + from + "&until=" + from.plusMonths(1) + "&" + query;
    }
}

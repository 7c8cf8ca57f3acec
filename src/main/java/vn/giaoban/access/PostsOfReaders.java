package vn.giaoban.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.shared.UnitId;

/** In what post somebody read: told to those who were read, so whoever asks has the right to tell them and nothing else is said of accounts. */
@Service
@Transactional(readOnly = true)
public class PostsOfReaders {

    private final JdbcClient sql;

    PostsOfReaders(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param role code of a role, or a single right by its name @param unit null for everything */
    public record Held(String role, @Nullable UnitId unit, LocalDate from, LocalDate until) {}

    /** By login what each holds or held, the latest first. */
    public Map<String, List<Held>> of(Collection<String> logins) {
        var held = new HashMap<String, List<Held>>();
        sql.sql("""
                        select a.login, coalesce(g.role_code, g.verb), g.unit_id, g.from_day, g.until_day
                          from access.account a
                          join access.granted g on g.account_id = a.account_id and g.superseded_by is null
                         where a.login = any (:logins)
                         order by g.from_day desc, g.granted_id
                        """).param("logins", logins.toArray(String[]::new)).query(row -> {
            held.computeIfAbsent(row.getString(1), login -> new ArrayList<>())
                    .add(new Held(
                            row.getString(2),
                            AccountRows.unit(row, "unit_id"),
                            row.getObject(4, LocalDate.class),
                            row.getObject(5, LocalDate.class)));
        });
        return held;
    }
}

package vn.giaoban.figures;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Days on which an indicator began to mean something else. */
@Service
public class MeaningChanges {

    private final JdbcClient sql;

    MeaningChanges(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param source the paper that changed the meaning */
    public record Change(LocalDate day, String source) {}

    /** Those after one day and up to another: between them a series breaks. */
    public List<Change> between(String indicator, LocalDate after, LocalDate last) {
        return sql.sql("""
                        select day, source
                          from figures.meaning_change
                         where indicator = :indicator and day > :after and day <= :last
                         order by day
                        """)
                .param("indicator", indicator)
                .param("after", after)
                .param("last", last)
                .query((row, n) -> new Change(row.getObject(1, LocalDate.class), row.getString(2)))
                .list();
    }
}

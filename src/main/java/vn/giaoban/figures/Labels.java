package vn.giaoban.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Words for the parts of breakdowns: kept by the modules that own them, asked for where parts are shown. */
@Component
@Transactional(readOnly = true)
public class Labels {

    private final Catalogue catalogue;
    private final JdbcClient sql;

    Labels(Catalogue catalogue, JdbcClient sql) {
        this.catalogue = catalogue;
        this.sql = sql;
    }

    /** The parts of a breakdown that have names, in their order. */
    public Map<String, Name> of(String breakdown) {
        var names = new LinkedHashMap<String, Name>();
        var labels = catalogue.breakdown(breakdown).map(Breakdown::labels).orElse("");
        if (!labels.isEmpty()) {
            sql.sql(labels).query(row -> {
                names.put(row.getString(1), new Name(row.getString(2), row.getString(3)));
            });
        }
        return names;
    }
}

package vn.giaoban.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.RegisterId;

/**
 * Which registers are met in which. A record stays in the register where it was first entered; when its person moves into the tree of
 * another, readers there must get through the row policies. Only ever widened: what a reader may see is decided by subtree, not here.
 */
@Service
public class Sight {

    private final JdbcClient sql;

    Sight(JdbcClient sql) {
        this.sql = sql;
    }

    /** Members of {@code register} may stand in units of {@code viewer} from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void letSee(Entry entry, RegisterId viewer, RegisterId register) {
        if (viewer.equals(register)) {
            return;
        }
        sql.sql("""
                        insert into access.register_sight (viewer_register, register_id, entry_id)
                        values (:viewer, :register, :entry)
                            on conflict do nothing
                        """)
                .param("viewer", viewer.value())
                .param("register", register.value())
                .param("entry", entry.id())
                .update();
    }
}

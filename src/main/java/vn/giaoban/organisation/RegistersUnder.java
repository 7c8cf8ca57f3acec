package vn.giaoban.organisation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/**
 * The registers whose units, open or closed since, are read under some units. Kept until an event on units is recorded: entries of people,
 * which come a hundred times as often, do not change it, and for the nation it is a pass over 300,000 units.
 */
@Service
public class RegistersUnder {

    private final JdbcClient sql;
    private final Cache<Question, Set<RegisterId>> answers =
            Caffeine.newBuilder().maximumSize(2_000).build();

    RegistersUnder(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param tree which events there are: writers of the tree come one after the other, so the newest entries among them say it */
    private record Question(Set<UnitId> tops, LocalDate day, String tree) {}

    /** As the tree is known when this is asked: later than the key under which it is kept, never earlier. */
    public Set<RegisterId> of(Collection<UnitId> tops, LocalDate day) {
        if (tops.isEmpty()) {
            return Set.of();
        }
        var tree = sql.sql("""
                        select concat_ws(' ', (select max(entry_id) from organisation.event), (select max(superseded_by) from organisation.event))
                        """).query(String.class).single();
        var question = new Question(Set.copyOf(tops), day, tree);
        var before = answers.getIfPresent(question);
        if (before != null) {
            return before;
        }
        var registers = new HashSet<RegisterId>();
        sql.sql("""
                        select distinct u.register_id
                          from organisation.ancestry s
                          join organisation.unit u on u.unit_id = s.unit_id
                         where s.ancestor_id = any (:tops) and s.hierarchy_id = 1
                           and s.from_day <= :day and :day < s.until_day and s.superseded_at = 'infinity'
                        """)
                .param("tops", tops.stream().map(UnitId::value).toArray(Long[]::new))
                .param("day", day)
                .query(Short.class)
                .list()
                .forEach(register -> registers.add(new RegisterId(register)));
        answers.put(question, Set.copyOf(registers));
        return registers;
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        answers.invalidateAll();
    }
}

package vn.giaoban.organisation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        var question = new Question(Set.copyOf(tops), day, tree());
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

    private String tree() {
        return sql.sql("""
                        select concat_ws(' ', (select max(entry_id) from organisation.event), (select max(superseded_by) from organisation.event))
                        """).query(String.class).single();
    }

    /**
     * Of one register, read under a unit.
     *
     * @param units those of its units that are, if not all of them are; null for all
     */
    public record Part(RegisterId register, @Nullable Set<UnitId> units) {}

    private record PartsOf(UnitId top, LocalDate day, String tree) {}

    private final Cache<PartsOf, List<Part>> parts =
            Caffeine.newBuilder().maximumSize(500).build();

    /** How much of each register is read under a unit, as the tree is known when this is asked. */
    public List<Part> parts(UnitId top, LocalDate day) {
        var question = new PartsOf(top, day, tree());
        var before = parts.getIfPresent(question);
        if (before != null) {
            return before;
        }
        var registers = of(Set.of(top), day);
        var read = sql.sql("""
                        select u.register_id, count(s.unit_id) = count(*) as whole, array_remove(array_agg(s.unit_id), null) as units
                          from organisation.unit u
                          left join organisation.ancestry s
                            on s.unit_id = u.unit_id and s.ancestor_id = :top and s.hierarchy_id = 1
                           and s.from_day <= :day and :day < s.until_day and s.superseded_at = 'infinity'
                         where u.register_id = any (:registers)
                         group by u.register_id
                         order by u.register_id
                        """)
                .param("top", top.value())
                .param("day", day)
                .param("registers", registers.stream().map(RegisterId::value).toArray(Short[]::new))
                .query((row, n) -> new Part(
                        new RegisterId(row.getShort(1)),
                        row.getBoolean(2)
                                ? null
                                : units((Long[]) row.getArray(3).getArray())))
                .list();
        parts.put(question, read);
        return read;
    }

    private static Set<UnitId> units(Long[] ids) {
        return Arrays.stream(ids).map(UnitId::new).collect(Collectors.toSet());
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        answers.invalidateAll();
        parts.invalidateAll();
    }
}

package vn.giaoban.membership;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Sql;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Vietnamese;

/**
 * Lists of people, as far as the reader may see them where they stand today; whoever calls has the reading recorded.
 *
 * <p>A list is read twice: who is on it in which order, once for all its pages, and then the lines of one page. The order is kept as long as
 * nothing is entered; it holds keys alone, and the lines are read under the row policies again.
 */
@Component
@Transactional(readOnly = true)
class MemberLists {

    /** The lines of wanted persons as they stand today; who belongs nowhere has no cell. */
    private static final String TODAY = """
            select n.register_id, n.member_id, n.name, n.birth, n.birth_precision, n.sex, n.cv_number, b.degree,
                   z.ancestor_id as cell_id, u.name as cell_name, s.party_from
              from {wanted} as wanted (register_id, member_id)
              join membership.profile n
                on n.register_id = wanted.register_id and n.member_id = wanted.member_id
               and n.from_day <= :today and :today < n.until_day and n.recorded_at <= :now and :now < n.superseded_at
              left join membership.belonging b
                on b.register_id = wanted.register_id and b.member_id = wanted.member_id
               and b.from_day <= :today and :today < b.until_day and b.recorded_at <= :now and :now < b.superseded_at
              left join organisation_api.stands_under z
                on z.unit_id = b.unit_id and z.hierarchy_id = 1 and z.distance = 0
               and z.from_day <= :today and :today < z.until_day and z.recorded_at <= :now and :now < z.superseded_at
              left join organisation_api.unit_on(:today, :now) u on u.unit_id = z.ancestor_id
              left join membership.seniority s
                on s.register_id = wanted.register_id and s.member_id = wanted.member_id
               and s.from_day <= :today and :today < s.until_day and s.recorded_at <= :now and :now < s.superseded_at
            """;

    private static final String ORDER = Sql.beside(MemberLists.class, "order-of-people.sql");
    private static final int LINES_AT_ONCE = 1_000;
    private static final long KEPT_KEYS = 2_000_000;

    /** After every text that begins like another. */
    private static final String LAST = "\uffff";

    /** Beside what is asked and by whom: how much was entered, because an older entry may commit after a newer one. */
    private record Kept(PersonList.Filter filter, AsOf at, Sight.Who who, Set<RegisterId> registers, long entries) {}

    private final JdbcClient sql;
    private final Cache<Kept, Order> orders = Caffeine.newBuilder()
            .maximumWeight(KEPT_KEYS)
            .weigher((Kept key, Order order) -> 1 + order.size())
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    MemberLists(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param cells in official order; used only for lists in the order of cells */
    Order order(Sight sight, Set<RegisterId> registers, PersonList.Filter filter, List<UnitId> cells, AsOf at) {
        var entries = sql.sql("select count(*) from record_api.entry")
                .query(Long.class)
                .single();
        var key = new Kept(filter, at, sight.who(), registers, entries);
        var before = orders.getIfPresent(key);
        if (before != null) {
            return before;
        }
        var order = read(sight, filter, cells, at);
        orders.put(key, order);
        return order;
    }

    private Order read(Sight sight, PersonList.Filter filter, List<UnitId> cells, AsOf at) {
        var text = Vietnamese.folded(filter.text());
        var members = sight.bind(sql.sql(ORDER))
                .param("unit", filter.unit().value())
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param(
                        "degree",
                        filter.degree() == null ? null : filter.degree().name())
                .param("sex", filter.sex() == null ? null : filter.sex().name())
                .param("text", text)
                .param("after", text + LAST)
                .param("by", filter.by().name())
                .param("cells", cells.stream().map(UnitId::value).toArray(Long[]::new))
                .query((row, n) -> new MemberId(new RegisterId(row.getShort(1)), row.getLong(2)))
                .list();
        return Order.of(filter.falling() ? reversed(members) : members);
    }

    private static List<MemberId> reversed(List<MemberId> members) {
        var reversed = new java.util.ArrayList<>(members);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    /** The lines of these persons on a day, in the same order; of persons whom {@link #order} found. */
    List<Person> lines(List<MemberId> members, AsOf at) {
        var lines = new HashMap<MemberId, Person>();
        for (var start = 0; start < members.size(); start += LINES_AT_ONCE) {
            var some = members.subList(start, Math.min(start + LINES_AT_ONCE, members.size()));
            bind(some, at, sql.sql("""
                            select p.register_id, p.member_id, p.name, p.birth, p.birth_precision, p.sex, p.cv_number, b.degree,
                                   z.ancestor_id as cell_id, u.name as cell_name, s.party_from
                              from unnest(:registers, :members) as wanted (register_id, member_id)
                              join membership.profile p
                                on p.register_id = wanted.register_id and p.member_id = wanted.member_id
                               and p.from_day <= :day and :day < p.until_day and p.recorded_at <= :known and :known < p.superseded_at
                              join membership.belonging b
                                on b.register_id = wanted.register_id and b.member_id = wanted.member_id
                               and b.from_day <= :day and :day < b.until_day and b.recorded_at <= :known and :known < b.superseded_at
                              join organisation_api.stands_under z
                                on z.unit_id = b.unit_id and z.hierarchy_id = 1 and z.distance = 0
                               and z.from_day <= :day and :day < z.until_day and z.recorded_at <= :known and :known < z.superseded_at
                              join organisation_api.unit_on(:day, :known) u on u.unit_id = z.ancestor_id
                              left join membership.seniority s
                                on s.register_id = wanted.register_id and s.member_id = wanted.member_id
                               and s.from_day <= :day and :day < s.until_day and s.recorded_at <= :known and :known < s.superseded_at
                            """))
                    .query((row, n) -> person(row))
                    .list()
                    .forEach(person -> lines.put(person.id(), person));
        }
        return members.stream()
                .map(lines::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    static JdbcClient.StatementSpec bind(Collection<MemberId> members, AsOf at, JdbcClient.StatementSpec statement) {
        return statement
                .param(
                        "registers",
                        members.stream().map(id -> id.register().value()).toArray(Short[]::new))
                .param("members", members.stream().map(MemberId::number).toArray(Long[]::new))
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()));
    }

    /** Those of these persons whom the reader may see, as they stand today, by name. */
    List<Person> seen(Sight sight, Collection<MemberId> ids) {
        return sight.bind(sql.sql(TODAY.replace("{wanted}", "unnest(:registers, :members)") + """
                         where :all or membership.in_sight(n.register_id, n.member_id, :tops, :keeps, :today, :now)
                         order by n.name_key, n.birth, n.register_id, n.member_id
                        """))
                .param(
                        "registers",
                        ids.stream().map(id -> id.register().value()).toArray(Short[]::new))
                .param("members", ids.stream().map(MemberId::number).toArray(Long[]::new))
                .query((row, n) -> person(row))
                .list();
    }

    private static Person person(ResultSet row) throws SQLException {
        var degree = row.getString("degree");
        return new Person(
                new MemberId(new RegisterId(row.getShort("register_id")), row.getLong("member_id")),
                row.getString("name"),
                new Birth(
                        row.getObject("birth", LocalDate.class),
                        Birth.Precision.valueOf(row.getString("birth_precision"))),
                Sex.valueOf(row.getString("sex")),
                FactStore.unit(row, "cell_id"),
                row.getString("cell_name"),
                degree == null ? null : Degree.valueOf(degree),
                FactStore.day(row, "party_from"),
                row.getString("cv_number"));
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        orders.invalidateAll();
    }
}

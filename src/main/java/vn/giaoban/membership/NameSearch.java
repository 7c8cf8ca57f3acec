package vn.giaoban.membership;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.organisation.RegistersUnder;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Sql;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Vietnamese;

/**
 * Finds people by the beginning of any syllables of their name, and by their numbers, as they stand today.
 *
 * <p>A reader with few units is answered from the people who are or were in them; another one from the names in their folded order, a little
 * further each time until there are enough whom he may see. Where more are found than are shown, they are the first by what was typed.
 */
@Component
@Transactional(readOnly = true)
class NameSearch {

    private static final String OF_MANY = Sql.beside(NameSearch.class, "names-of-many.sql");

    /** After every text that begins like another. */
    private static final String LAST = "\uffff";

    /** With some fifteen people in each, so many units are read sooner than a common name is passed over. */
    private static final int FEW_UNITS = 300;

    private static final int MORE = 4;

    private final JdbcClient sql;
    private final SealedNumbers numbers;
    private final MemberLists lists;
    private final RegistersUnder registersUnder;

    NameSearch(JdbcClient sql, SealedNumbers numbers, MemberLists lists, RegistersUnder registersUnder) {
        this.sql = sql;
        this.numbers = numbers;
        this.lists = lists;
        this.registersUnder = registersUnder;
    }

    /** @param registers those that the reader may see anything of */
    List<Person> search(Sight sight, Collection<RegisterId> registers, String text, int limit) {
        return search(sight, registers, text, limit, FEW_UNITS);
    }

    /** @param few up to how many units are read for themselves */
    List<Person> search(Sight sight, Collection<RegisterId> registers, String text, int limit, int few) {
        var folded = Vietnamese.folded(text);
        if (folded.length() < 2) {
            return List.of();
        }
        var found = byNumber(registers, text);
        var units = sight.all() ? List.<Long>of() : units(sight, few);
        if (!sight.all() && units.size() <= few) {
            found.addAll(ofUnits(units, folded));
        } else {
            found.addAll(ofMany(sight, registers, folded, limit));
        }
        return lists.seen(sight, found).stream().limit(limit).toList();
    }

    private Set<MemberId> byNumber(Collection<RegisterId> registers, String text) {
        return new LinkedHashSet<>(sql.sql("""
                        select register_id, member_id from membership.profile
                         where register_id = any (:registers) and cv_number = :number and superseded_at = 'infinity'
                         union
                        select register_id, member_id from membership.profile
                         where register_id = any (:registers) and card = :number and superseded_at = 'infinity'
                         union
                        select register_id, member_id from membership.citizen_number
                         where register_id = any (:registers) and digest = :digest and superseded_at = 'infinity'
                        """)
                .param("registers", keys(registers))
                .param("number", Vietnamese.normal(text).toUpperCase(Locale.ROOT))
                .param("digest", CitizenNumber.read(text).map(numbers::digest).orElse(new byte[0]))
                .query((row, n) -> new MemberId(new RegisterId(row.getShort(1)), row.getLong(2)))
                .list());
    }

    /** The units that stand today under the reader's, closed ones too, some twice; of very many only some. */
    private List<Long> units(Sight sight, int few) {
        return sight.bind(sql.sql("""
                        select s.unit_id
                          from organisation_api.stands_under s
                         where s.hierarchy_id = 1 and s.ancestor_id = any (cast(:tops as bigint[]) || cast(:keeps as bigint[]))
                           and s.from_day <= :today and :today < s.until_day and s.recorded_at <= :now and :now < s.superseded_at
                           and not :all
                         limit :most
                        """)).param("most", few + 1).query(Long.class).list();
    }

    private List<MemberId> ofUnits(List<Long> units, String folded) {
        return sql.sql("""
                        with there as materialized (
                            select distinct register_id, member_id from membership.belonging where unit_id = any (:units)
                        )
                        select distinct t.register_id, t.member_id
                          from there t
                          join membership.member_name n on n.register_id = t.register_id and n.member_id = t.member_id
                         where n.superseded_at = 'infinity' and n.rotation >= :folded and n.rotation < :until
                        """)
                .param("units", units.toArray(Long[]::new))
                .param("folded", folded)
                .param("until", folded + LAST)
                .query((row, n) -> new MemberId(new RegisterId(row.getShort(1)), row.getLong(2)))
                .list();
    }

    private record Name(String rotation, MemberId member, boolean seen) {}

    private Set<MemberId> ofMany(Sight sight, Collection<RegisterId> registers, String folded, int limit) {
        var places = sight.all() ? Set.copyOf(registers) : registersUnder.of(tops(sight), sight.today());
        var found = new LinkedHashSet<MemberId>();
        var last = new Name("", new MemberId(new RegisterId((short) 0), 0), false);
        var most = limit + limit / 2;
        while (found.size() < limit) {
            var names = sight.bind(sql.sql(OF_MANY))
                    .param("places", keys(places))
                    .param("folded", folded)
                    .param("until", folded + LAST)
                    .param("rotation", last.rotation())
                    .param("register", last.member().register().value())
                    .param("member", last.member().number())
                    .param("most", most)
                    .query((row, n) -> new Name(
                            row.getString(1),
                            new MemberId(new RegisterId(row.getShort(2)), row.getLong(3)),
                            row.getBoolean(4)))
                    .list();
            names.stream().filter(Name::seen).map(Name::member).forEach(found::add);
            if (names.size() < most) {
                break;
            }
            last = names.get(names.size() - 1);
            most *= MORE;
        }
        return found;
    }

    private static List<UnitId> tops(Sight sight) {
        var tops = new ArrayList<UnitId>();
        Arrays.stream(sight.tops()).map(UnitId::new).forEach(tops::add);
        Arrays.stream(sight.keeps()).map(UnitId::new).forEach(tops::add);
        return tops;
    }

    private static Short[] keys(Collection<RegisterId> registers) {
        return registers.stream().map(RegisterId::value).toArray(Short[]::new);
    }
}

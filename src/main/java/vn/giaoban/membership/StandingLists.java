package vn.giaoban.membership;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.organisation.RegistersUnder;
import vn.giaoban.organisation.RegistersUnder.Part;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/**
 * One page of the list that is asked for most: everybody under a unit today, as known now, by name. Read from {@code membership.standing} in
 * the order of its index; who may see the unit may see everybody who stands under it today.
 */
@Component
@Transactional(readOnly = true)
class StandingLists {

    /** Whose people are sorted when they are asked for; of more units the index of their registers is followed. */
    private static final int FEW_UNITS = 1_000;

    /** What was known when the request began is taken for what is known now. */
    private static final Duration BEGUN = Duration.ofSeconds(5);

    private static final String THERE = " and from_day <= :day and :day < until_day"
            + " and (cast(:degree as text) is null or degree = :degree) and (cast(:sex as text) is null or sex = :sex)";

    private final JdbcClient sql;
    private final Standing standing;
    private final RegistersUnder registers;

    StandingLists(JdbcClient sql, Standing standing, RegistersUnder registers) {
        this.sql = sql;
        this.standing = standing;
        this.registers = registers;
    }

    /** @param page the last one where a later was asked for */
    record Page(List<MemberId> members, long all, int page) {}

    /** Whether the list is one of today, in the order that is kept. */
    boolean serves(PersonList.Filter filter, AsOf at, Sight sight) {
        return standing.isComplete()
                && filter.by() == PersonList.By.NAME
                && filter.text().isBlank()
                && at.day().equals(sight.today())
                && !at.known().isBefore(sight.now().minus(BEGUN));
    }

    Page page(PersonList.Filter filter, PersonList.Slice slice, AsOf at) {
        return page(filter, slice, at, FEW_UNITS);
    }

    /** @param few up to how many units are read for themselves */
    Page page(PersonList.Filter filter, PersonList.Slice slice, AsOf at, int few) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("day", at.day());
        parameters.put(
                "degree", filter.degree() == null ? null : filter.degree().name());
        parameters.put("sex", filter.sex() == null ? null : filter.sex().name());
        var branches = branches(registers.parts(filter.unit(), at.day()), few, parameters);
        if (branches.isEmpty()) {
            return new Page(List.of(), 0, 1);
        }
        var all = sql.sql("select sum(people)::bigint from (" + each(branches, Branch::count, "") + ") parts")
                .params(parameters)
                .query(Long.class)
                .single();
        var pages = Math.max(1, (all + slice.size() - 1) / slice.size());
        var page = (int) Math.max(1, Math.min(slice.page(), pages));
        var direction = filter.falling() ? " desc" : "";
        var order = List.of("name_key", "birth", "register_id", "member_id").stream()
                .map(column -> column + direction)
                .collect(Collectors.joining(", ", " order by ", ""));
        parameters.put("before", (page - 1L) * slice.size());
        parameters.put("size", slice.size());
        // The policy is taken to leave a seventh, so that sorting all seems cheaper than following the index.
        sql.sql("set local enable_sort = off").update();
        var members = sql.sql("select register_id, member_id from ("
                        + each(
                                branches,
                                branch -> "select register_id, member_id, name_key, birth from membership.standing",
                                order)
                        + ") people" + order + " offset :before limit :size")
                .params(parameters)
                .query((row, n) -> new MemberId(new RegisterId(row.getShort(1)), row.getLong(2)))
                .list();
        sql.sql("set local enable_sort = on").update();
        return new Page(members, all, page);
    }

    private static String each(List<Branch> branches, Function<Branch, String> select, String order) {
        return branches.stream()
                .map(branch -> "(" + select.apply(branch) + " where " + branch.where() + THERE + order + ")")
                .collect(Collectors.joining(" union all "));
    }

    /**
     * People who lie together in an index.
     *
     * @param whole all of a register's units, so that they have been counted
     */
    private record Branch(String where, boolean whole) {

        String count() {
            return whole
                    ? "select coalesce(sum(people), 0) as people from membership.standing_count"
                    : "select count(*) as people from membership.standing";
        }
    }

    /** Parts of the list that exclude one another. */
    private static List<Branch> branches(List<Part> parts, int few, Map<String, @Nullable Object> parameters) {
        var whole = false;
        var units = new ArrayList<UnitId>();
        for (var part : parts) {
            var some = part.units();
            whole |= some == null;
            units.addAll(some == null ? Set.of() : some);
        }
        if (!whole && units.size() <= few) {
            parameters.put("units", ids(units));
            return units.isEmpty() ? List.of() : List.of(new Branch("unit_id = any (:units)", false));
        }
        var branches = new ArrayList<Branch>();
        for (var part : parts) {
            var place = "place_register = " + part.register().value() + "::smallint";
            var some = part.units();
            if (some == null) {
                branches.add(new Branch(place, true));
            } else {
                var name = "units" + part.register().value();
                parameters.put(name, ids(some));
                branches.add(new Branch(
                        (some.size() <= few ? "" : place + " and ") + "unit_id = any (:" + name + ")", false));
            }
        }
        return branches;
    }

    private static Long[] ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(Long[]::new);
    }
}

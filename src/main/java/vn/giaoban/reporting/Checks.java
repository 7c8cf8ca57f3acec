package vn.giaoban.reporting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** The integrity checks of all modules, run over a unit and all below it. */
@Service
@Transactional(readOnly = true)
public class Checks {

    private static final int MOST = 500;

    private final JdbcClient sql;
    private final Organisation organisation;
    private final List<Check> checks = read();

    /** What one check counts for units, by what is asked; a reading at an instant never changes. */
    private final Cache<Counted, Map<UnitId, Integer>> counted =
            Caffeine.newBuilder().maximumSize(4_000).build();

    private record Counted(String check, List<UnitId> units, AsOf at, Set<RegisterId> registers) {}

    Checks(JdbcClient sql, Organisation organisation) {
        this.sql = sql;
        this.organisation = organisation;
    }

    public List<Check> all() {
        return checks;
    }

    /** A check and what it found, at most 500; how many there are in all. */
    public record Result(Check check, int total, List<Finding> findings) {}

    /** @throws vn.giaoban.organisation.OrganisationRefusal "not found" without a right to figures there */
    public List<Result> run(Actor by, UnitId top, AsOf at) {
        organisation.check(by, Verb.SEE_FIGURES, top, at);
        planEachTime();
        return checks.stream().map(check -> run(check, top, at)).toList();
    }

    private Result run(Check check, UnitId top, AsOf at) {
        var found = sql.sql("""
                        with found as (%s)
                        select f.unit_id, n.name, f.subject, f.register_id, f.member_id, count(*) over ()
                          from found f
                          join organisation_api.stands_under a
                            on a.unit_id = f.unit_id and a.ancestor_id = :top and a.hierarchy_id = 1
                           and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
                          join organisation_api.unit_name(:known) n on n.unit_id = f.unit_id
                         order by n.code, f.subject, f.member_id
                         limit :most
                        """.formatted(check.sql()))
                .param("top", top.value())
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("most", MOST)
                .query((row, n) -> {
                    var member = row.getObject(5, Long.class);
                    return Map.entry(
                            row.getInt(6),
                            new Finding(
                                    new UnitId(row.getLong(1)),
                                    row.getString(2),
                                    row.getString(3),
                                    member == null ? null : new RegisterId(row.getShort(4)),
                                    member));
                })
                .list();
        return new Result(
                check,
                found.isEmpty() ? 0 : found.get(0).getKey(),
                found.stream().map(Map.Entry::getValue).toList());
    }

    /** How many findings there are under each of these units. */
    Map<UnitId, Integer> counts(Actor by, List<UnitId> units, AsOf at) {
        var all = new HashMap<UnitId, Integer>();
        for (var check : checks) {
            counts(by, check.code(), units, at).forEach((unit, count) -> all.merge(unit, count, Integer::sum));
        }
        return all;
    }

    /** How many findings of one check there are under each of these units. */
    Map<UnitId, Integer> counts(Actor by, String code, List<UnitId> units, AsOf at) {
        var check = checks.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        return counted.get(new Counted(code, List.copyOf(units), at, by.registers()), asked -> {
            var counts = new HashMap<UnitId, Integer>();
            planEachTime();
            sql.sql("""
                                with found as (%s)
                                select a.ancestor_id, count(*)
                                  from found f
                                  join organisation_api.stands_under a
                                    on a.unit_id = f.unit_id and a.ancestor_id = any (:units) and a.hierarchy_id = 1
                                   and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
                                 group by a.ancestor_id
                                """.formatted(check.sql()))
                    .param("units", asked.units().stream().map(UnitId::value).toArray(Long[]::new))
                    .param("day", at.day())
                    .param("known", Timestamp.from(at.known()))
                    .query(row -> {
                        counts.merge(new UnitId(row.getLong(1)), row.getInt(2), Integer::sum);
                    });
            return counts;
        });
    }

    /** A plan made without day, instant and registers takes 2.1 s for a province instead of 0.6; the server chooses it from the sixth time on. */
    private void planEachTime() {
        sql.sql("set local plan_cache_mode = force_custom_plan").update();
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        counted.invalidateAll();
    }

    private static List<Check> read() {
        var read = new ArrayList<Check>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:vn/giaoban/*/checks/*.sql")) {
                var path = file.getURL().getPath().split("/", -1);
                read.add(Check.of(
                        path[path.length - 1].replace(".sql", ""),
                        path[path.length - 3],
                        file.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read.sort(
                Comparator.comparing(Check::level).thenComparing(Check::module).thenComparing(Check::code));
        return List.copyOf(read);
    }
}

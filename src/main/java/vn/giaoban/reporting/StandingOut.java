package vn.giaoban.reporting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.figures.ChildLines;
import vn.giaoban.figures.Question;
import vn.giaoban.reporting.GiaoBanReport.Outstanding;
import vn.giaoban.reporting.GiaoBanReport.Quality;
import vn.giaoban.reporting.GiaoBanReport.Unfit;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Sql;
import vn.giaoban.shared.UnitId;

/** What stands out in a report, by rules that are dated data. Units are named, people never; nobody is ranked. */
@Component
@Transactional(readOnly = true)
class StandingOut {

    private static final String WITHOUT_ADMISSION = Sql.beside(StandingOut.class, "cells-without-admission.sql");
    private static final String TOO_FEW = Sql.beside(StandingOut.class, "cells-under-3-official.sql");
    private static final String RECENCY = Sql.beside(StandingOut.class, "recency.sql");

    /** How many units of one rule are named; the rest are counted. */
    private static final int NAMED = 12;

    private final JdbcClient sql;
    private final Checks checks;

    /** Readings at an instant do not change; entries that were still being written at it are told by their number. */
    private final Cache<Asked, List<Unfit>> read =
            Caffeine.newBuilder().maximumSize(500).build();

    private record Asked(
            String statement,
            UnitId top,
            LocalDate day,
            Instant known,
            LocalDate since,
            long entries,
            Set<RegisterId> registers) {}

    private final Cache<Entering, Map<UnitId, Instant>> entered =
            Caffeine.newBuilder().maximumSize(500).build();

    private record Entering(
            List<UnitId> units, LocalDate day, Instant known, long entries, Set<RegisterId> registers) {}

    private final Cache<Idle, Map<UnitId, Integer>> idle =
            Caffeine.newBuilder().maximumSize(500).build();

    private record Idle(List<UnitId> units, AsOf at, int months, long entries, Set<RegisterId> registers) {}

    StandingOut(JdbcClient sql, Checks checks) {
        this.sql = sql;
        this.checks = checks;
    }

    /** Null where no rule holds on the day. */
    @Nullable
    Integer monthsWithoutAdmission(LocalDate day) {
        return sql.sql("""
                        select value from membership_api.limit_rule
                         where code = 'months-without-admission' and from_day <= :day and :day < until_day
                        """).param("day", day).query(Integer.class).optional().orElse(null);
    }

    /** How many cells under each of these units, all under the first, admitted nobody for so many months. */
    Map<UnitId, Integer> cellsWithoutAdmission(Actor by, List<UnitId> units, AsOf at, int months) {
        var asked = new Idle(List.copyOf(units), at, months, entries(at.known()), by.registers());
        return idle.get(asked, one -> {
            var counts = new HashMap<UnitId, Integer>();
            sql.sql("""
                            with found as (%s)
                            select a.ancestor_id, count(*)
                              from found f
                              join organisation_api.stands_under a
                                on a.unit_id = f.unit_id and a.ancestor_id = any (:units) and a.hierarchy_id = 1
                               and a.from_day <= :day and :day < a.until_day and a.recorded_at <= :known and :known < a.superseded_at
                             group by a.ancestor_id
                            """.formatted(WITHOUT_ADMISSION))
                    .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                    .param("top", units.get(0).value())
                    .param("day", at.day())
                    .param("since", at.day().minusMonths(months))
                    .param("known", Timestamp.from(at.known()))
                    .query(row -> {
                        counts.put(new UnitId(row.getLong(1)), row.getInt(2));
                    });
            return counts;
        });
    }

    int cellsForRank(LocalDate day) {
        return limit("cells-for-rank", day).map(BigDecimal::intValue).orElse(Integer.MAX_VALUE);
    }

    List<Outstanding> of(Actor by, Question question, ChildLines lines) {
        var day = question.until().minusDays(1);
        var known = java.util.Objects.requireNonNull(question.known());
        var outstanding = new ArrayList<Outstanding>();
        var months = monthsWithoutAdmission(day);
        if (months != null) {
            outstanding.add(found(
                    "months-without-admission",
                    BigDecimal.valueOf(months),
                    cells(by, WITHOUT_ADMISSION, question.unit(), day, known, day.minusMonths(months))));
        }
        outstanding.add(found(
                "cells-under-3-official", BigDecimal.valueOf(3), cells(by, TOO_FEW, question.unit(), day, known, day)));
        limit("change-of-members", day)
                .ifPresent(percent -> outstanding.add(found("change-of-members", percent, changes(lines, percent))));
        return outstanding.stream().filter(one -> !one.units().isEmpty()).toList();
    }

    private static Outstanding found(String rule, BigDecimal limit, List<Unfit> units) {
        return new Outstanding(rule, limit, units.stream().limit(NAMED).toList(), Math.max(0, units.size() - NAMED));
    }

    private List<Unfit> cells(Actor by, String statement, UnitId top, LocalDate day, Instant known, LocalDate since) {
        return read.get(
                new Asked(statement, top, day, known, since, entries(known), by.registers()),
                asked -> sql.sql(asked.statement())
                        .param("top", asked.top().value())
                        .param("day", asked.day())
                        .param("since", asked.since())
                        .param("known", Timestamp.from(asked.known()))
                        .query((row, n) ->
                                new Unfit(new UnitId(row.getLong(1)), row.getString(2), row.getBigDecimal(3)))
                        .list());
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        read.invalidateAll();
        entered.invalidateAll();
        idle.invalidateAll();
    }

    /** Direct units that grew or shrank by at least so many hundredths of their opening. */
    private static List<Unfit> changes(ChildLines lines, BigDecimal percent) {
        var unfit = new ArrayList<Unfit>();
        for (var line : lines.lines()) {
            var opening = line.figure("opening").value();
            var closing = line.figure("members").value();
            if (line.own() || opening == null || closing == null || opening.signum() == 0) {
                continue;
            }
            var change = closing.subtract(opening)
                    .multiply(BigDecimal.valueOf(100))
                    .divide(opening, 2, RoundingMode.HALF_UP);
            if (change.abs().compareTo(percent) >= 0) {
                unfit.add(new Unfit(line.unit().id(), line.unit().name(), change));
            }
        }
        return unfit;
    }

    /** For each direct unit: when something was last entered there, and how many faults the checks find. */
    List<Quality> quality(Actor by, ChildLines lines, Instant known, LocalDate day) {
        var units = lines.lines().stream()
                .filter(line -> !line.own())
                .map(line -> line.unit().id())
                .toList();
        var last = entered.get(new Entering(units, day, known, entries(known), by.registers()), this::lastEntered);
        Map<UnitId, Integer> faults = checks.counts(by, units, new AsOf(day, known));
        var patience = limit("days-without-entry", day).map(days -> Duration.ofDays(days.longValue()));
        return lines.lines().stream()
                .filter(line -> !line.own() && Reports.saysSomething(line))
                .map(line -> {
                    var id = line.unit().id();
                    var entered = last.get(id);
                    var late = patience.isPresent()
                            && entered != null
                            && entered.isBefore(day.atStartOfDay(vn.giaoban.shared.Days.ZONE)
                                    .toInstant()
                                    .minus(patience.get()));
                    return new Quality(id, line.unit().name(), entered, faults.getOrDefault(id, 0), late);
                })
                .toList();
    }

    private Map<UnitId, Instant> lastEntered(Entering asked) {
        var last = new HashMap<UnitId, Instant>();
        sql.sql(RECENCY)
                .param("units", asked.units().stream().map(UnitId::value).toArray(Long[]::new))
                .param("day", asked.day())
                .param("known", Timestamp.from(asked.known()))
                .query(row -> {
                    last.put(new UnitId(row.getLong(1)), row.getTimestamp(2).toInstant());
                });
        return last;
    }

    long entries(Instant known) {
        return sql.sql("select count(*) from record_api.entry where at <= :known")
                .param("known", Timestamp.from(known))
                .query(Long.class)
                .single();
    }

    private Optional<BigDecimal> limit(String rule, LocalDate day) {
        return sql.sql("""
                        select value from reporting.rule where rule_code = :rule and from_day <= :day and :day < until_day
                        """)
                .param("rule", rule)
                .param("day", day)
                .query(BigDecimal.class)
                .optional();
    }
}

package vn.giaoban.figures;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.figures.SumText.Rows;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.record.Statistics;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;

/**
 * Keeps the sums by month (decision 0070): makes them, register by register, and folds in what was recorded since. Behind the writers, who
 * do not wait for it; nobody waits for it who reads, either.
 */
@Component
public class SumFold {

    private static final Logger log = LoggerFactory.getLogger(SumFold.class);

    /** One fold at a time, on all nodes. */
    private static final int LOCK = 7_210;
    /** People whose rows are looked at by one statement. */
    private static final int CHUNK = 20_000;

    private final JdbcClient sql;
    private final SumColumns columns;
    private final SumState states;
    private final SumBundles bundles;
    private final SumText text;
    private final Entries entries;
    private final Registers registers;
    private final Statistics statistics;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SumFold(
            JdbcClient sql,
            SumColumns columns,
            SumState states,
            SumBundles bundles,
            Entries entries,
            Registers registers,
            Statistics statistics,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.columns = columns;
        this.states = states;
        this.bundles = bundles;
        this.text = new SumText(columns);
        this.entries = entries;
        this.registers = registers;
        this.statistics = statistics;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(initialDelayString = "${giaoban.sums.first:PT30S}", fixedDelayString = "${giaoban.sums.every:PT1S}")
    void run() {
        try {
            fold();
        } catch (DataAccessException e) {
            log.warn("sums by month not folded, will be tried again: {}", e.getMessage());
        }
    }

    /** Until nothing is left to do, or somebody is just recording. */
    public void fold() {
        var all = registers.all();
        if (all.isEmpty()) {
            return;
        }
        var ids = all.stream().map(Register::id).collect(Collectors.toSet());
        var first = YearMonth.from(all.stream()
                        .map(Register::firstDay)
                        .min(Comparator.naturalOrder())
                        .orElseThrow()
                        .minusDays(1))
                .atDay(1);
        Acting.as(Actor.system(ids), () -> {
            var before = states.ready();
            if (before != null
                    && before.known().equals(entries.latest())
                    && before.today().equals(today())
                    && !first.isBefore(before.first())) {
                return;
            }
            boolean more;
            do {
                var known = entries.fixIfQuiet(ids);
                more = known.isPresent()
                        && Boolean.TRUE.equals(
                                transaction.execute(status -> isOurs() && step(known.get(), first, all)));
            } while (more);
            if (before == null) {
                statistics.refreshGrown();
            }
        });
    }

    private boolean isOurs() {
        return sql.sql("select pg_try_advisory_xact_lock(:lock, 0)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Days.ZONE);
    }

    /** @return whether there is more to do */
    private boolean step(Instant known, LocalDate first, List<Register> all) {
        var state = states.state();
        if (state == null || !state.counted().equals(columns.text()) || first.isBefore(state.first())) {
            begin(known, first, all);
            return true;
        }
        var register = state.nextRegister();
        if (register != null) {
            add(state, Rows.OF_REGISTER, statement -> statement.param("register", register));
            var next = all.stream()
                    .map(one -> one.id().value())
                    .filter(id -> id > register)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            update("next_register = :next", next, Types.SMALLINT);
            if (next == null) {
                log.info("sums by month are ready");
            }
            return true;
        }
        if (today().isAfter(state.today())) {
            nextDay(state, all);
            return true;
        }
        if (known.isAfter(state.known())) {
            recorded(state, known);
        }
        return false;
    }

    private void begin(Instant known, LocalDate first, List<Register> all) {
        for (var table :
                List.of("fold", "bundle", "bundle_top", "top_of_register", "register_of_top", "month_sum", "passing")) {
            sql.sql("delete from figures." + table).update();
        }
        bundles.assign(sql.sql("select unit_id from organisation_api.unit")
                .query(Long.class)
                .list());
        bundles.note();
        sql.sql("""
                        insert into figures.fold (fold_id, known, today, first_day, counted, next_register)
                        values (1, :known, :today, :first, :counted, :next)
                        """)
                .param("known", known.atOffset(ZoneOffset.UTC))
                .param("today", today())
                .param("first", first)
                .param("counted", columns.text())
                .param(
                        "next",
                        all.stream()
                                .map(Register::id)
                                .map(RegisterId::value)
                                .min(Comparator.naturalOrder())
                                .orElseThrow())
                .update();
    }

    /** A day that comes brings what was recorded for it beforehand; a month begins as the last one ended. */
    private void nextDay(SumState.State state, List<Register> all) {
        var today = today();
        var next = new SumState.State(state.known(), today, state.first(), state.counted(), null);
        sql.sql("""
                        insert into figures.month_sum (anchor_id, layer, month, tally)
                        select s.anchor_id, s.layer, m.month, trim_array(s.tally, %1$d) || array_fill(0, array[%1$d])
                          from figures.month_sum s
                         cross join generate_series(cast(:before as int) + 1, :now) as m (month)
                         where s.month = :before
                         order by m.month, s.layer, s.anchor_id
                        """.formatted(columns.flows().size()))
                .param("before", SumState.month(YearMonth.from(state.today())))
                .param("now", SumState.month(YearMonth.from(today)))
                .update();
        for (var register : all) {
            added(
                    Rows.OF_REGISTER,
                    next,
                    state.known(),
                    1,
                    state.today(),
                    statement -> statement.param("register", register.id().value()));
        }
        update("today = :next", today, Types.DATE);
    }

    private void recorded(SumState.State state, Instant known) {
        var units = states.changed(state.known(), known) ? bundles.reassign(state.known(), known) : List.<Long>of();
        var people = states.touched(state.known(), known, Integer.MAX_VALUE - 1);
        if (!units.isEmpty()) {
            people = states.with(people, bundles.moved());
        }
        each(people, units, statement -> added(Rows.OF_SOME, state, state.known(), -1, null, statement));
        if (!units.isEmpty()) {
            bundles.move();
            bundles.note();
        }
        each(people, units, statement -> added(Rows.OF_SOME, state, known, 1, null, statement));
        update("known = :next", known.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private interface Some {
        JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement);
    }

    private interface Work {
        void on(Some some);
    }

    private static void each(Sums.Touched people, List<Long> units, Work work) {
        var size = people.members().size();
        for (int from = 0; from == 0 || from < size; from += CHUNK) {
            var until = Math.min(size, from + CHUNK);
            if (until == 0 && units.isEmpty()) {
                return;
            }
            var registers = people.registers().subList(from, until).toArray(Short[]::new);
            var members = people.members().subList(from, until).toArray(Long[]::new);
            var together = from == 0 ? units.toArray(Long[]::new) : new Long[0];
            work.on(statement -> statement
                    .param("registers", registers)
                    .param("members", members)
                    .param("units", together));
        }
    }

    private void add(SumState.State state, Rows rows, Some some) {
        added(rows, state, state.known(), 1, null, some);
    }

    /** @param after only what begins or ends later; null: everything */
    private void added(Rows rows, SumState.State state, Instant known, int sign, @Nullable LocalDate after, Some some) {
        sql.sql("set local work_mem = '64MB'").update();
        var from = after == null ? state.first() : after.plusDays(1);
        for (var statement : List.of(text.sums(rows), text.passings(rows))) {
            var spec = some.of(sql.sql(statement))
                    .param("known", known.atOffset(ZoneOffset.UTC))
                    .param("sign", sign)
                    .param("after", after, Types.DATE)
                    .param("up_to", state.today())
                    .param("first", state.first())
                    .param("running", SumState.month(YearMonth.from(state.today())))
                    .param("from", from)
                    .param("until", state.today().plusDays(1));
            spec.update();
        }
    }

    private void update(String what, @Nullable Object next, int type) {
        sql.sql("update figures.fold set " + what).param("next", next, type).update();
    }
}

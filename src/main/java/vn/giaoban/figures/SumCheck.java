package vn.giaoban.figures;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;

/** Counts the sums by month anew from the rows of their day, which is another way than the one in which they were made (decision 0070). */
@Service
public class SumCheck {

    private final JdbcClient sql;
    private final SumState states;
    private final SumText text;
    private final Registers registers;
    private final TransactionTemplate transaction;

    SumCheck(
            JdbcClient sql,
            SumColumns columns,
            SumState states,
            Registers registers,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.states = states;
        this.text = new SumText(columns);
        this.registers = registers;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param months how many were counted, of all units together
     * @param differences a line for each sum that is not what the rows say, a hundred of a month at most
     */
    public record Outcome(int months, List<String> differences) {}

    /**
     * @param most months: the newest and others at random; a month of a nation takes some ten seconds
     * @return no months while nothing is summed yet
     */
    public Outcome check(int most) {
        var all = registers.all().stream().map(Register::id).collect(Collectors.toSet());
        return Acting.as(Actor.system(all), () -> Objects.requireNonNull(transaction.execute(status -> counted(most))));
    }

    private Outcome counted(int most) {
        var state = states.ready();
        if (state == null) {
            return new Outcome(0, List.of());
        }
        var months = new ArrayList<YearMonth>();
        var newest = YearMonth.from(state.today());
        for (var month = YearMonth.from(state.first()); month.isBefore(newest); month = month.plusMonths(1)) {
            months.add(month);
        }
        Collections.shuffle(months, new Random());
        months.add(0, newest);
        var asked = months.subList(0, Math.min(most, months.size()));
        return new Outcome(
                asked.size(),
                asked.stream()
                        .flatMap(month -> differences(state, month).stream())
                        .toList());
    }

    private List<String> differences(SumState.State state, YearMonth month) {
        var end = month.atEndOfMonth();
        var last = end.isAfter(state.today()) ? state.today() : end;
        return sql.sql(text.differences())
                .param("known", state.known().atOffset(ZoneOffset.UTC))
                .param("hierarchy", Reading.TERRITORIAL)
                .param("day", last)
                .param("from", month.atDay(1))
                .param("until", last.plusDays(1))
                .param("month", SumState.month(month))
                .query((row, n) -> "%s, layer %d of unit %d: kept %s, counted %s"
                        .formatted(month, row.getInt(1), row.getLong(2), row.getString(3), row.getString(4)))
                .list();
    }
}

package vn.giaoban.demonstration;

import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.membership.Standing;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Statistics;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusal;

/**
 * Puts the made-up provinces into an empty database. Every step is one transaction that also says that it is done: killed in the middle, the
 * loader goes on where it was, because the makers give the same rows again.
 */
@Service
public class Loader {

    private static final String LAST = "done";
    /** So many rows, above all of a register that was not there before, are more than the planner's picture bears. */
    private static final int MANY = 4_000;

    private final JdbcClient sql;
    private final Entries entries;
    private final LoadSteps steps;
    private final ConstraintsLater constraints;
    private final Statistics statistics;
    private final Standing standing;
    private final TransactionTemplate transaction;
    private List<CompletableFuture<Province>> making = List.of();

    Loader(
            JdbcClient sql,
            Entries entries,
            LoadSteps steps,
            ConstraintsLater constraints,
            Statistics statistics,
            Standing standing,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.entries = entries;
        this.steps = steps;
        this.constraints = constraints;
        this.statistics = statistics;
        this.standing = standing;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether the people of this database are made up. */
    public boolean begun() {
        return !done().isEmpty();
    }

    public boolean isLoaded() {
        return done().contains(LAST);
    }

    /** Whether anything was recorded that is not ours. */
    boolean isSomebodys() {
        return !begun()
                && sql.sql("select exists (select from record_api.entry)")
                        .query(Boolean.class)
                        .single();
    }

    /** Begins to make the provinces beside whatever else goes on; {@link #load} waits for them. */
    void make() {
        if (making.isEmpty()) {
            making = Stream.of(Spec.BAC_KAN, Spec.THAI_NGUYEN)
                    .map(spec -> CompletableFuture.supplyAsync(() -> Province.make(spec)))
                    .toList();
        }
    }

    /**
     * Loads what is missing.
     *
     * @param percent told how far it is, from 0 to 100
     * @throws IllegalStateException if the database holds other records
     */
    public void load(IntConsumer percent) {
        if (isLoaded()) {
            return;
        }
        if (isSomebodys()) {
            throw new IllegalStateException("the demonstration goes into an empty database only");
        }
        make();
        var done = done();
        var all = steps.of(making.stream().map(CompletableFuture::join).toList());
        making = List.of();
        var rows = all.stream().mapToInt(LoadStep::rows).sum();
        var past = 0;
        var since = 0;
        constraints.takeAway();
        standing.later();
        for (var step : all) {
            percent.accept((int) (100L * past / rows));
            if (!done.contains(step.code())) {
                record(step);
            }
            since += step.rows();
            if (since > MANY) {
                statistics.refreshGrown();
                since = 0;
            }
            past += step.rows();
        }
        statistics.refresh();
        Acting.as(everywhere(), constraints::putBack);
        standing.anew();
        transaction.executeWithoutResult(status -> sign(LAST, null));
        percent.accept(100);
    }

    private void record(LoadStep step) {
        var by = everywhere();
        Acting.as(
                by,
                () -> entries.backdated(step.at(), () -> {
                    transaction.executeWithoutResult(status -> {
                        // In order, but not on the disk before the next: the last step's commit waits for all.
                        sql.sql("set local synchronous_commit = off").update();
                        var entry = entries.begin(by, Set.of(step.register()), step.what(), null);
                        try {
                            step.work().record(by, entry);
                        } catch (Refusal refused) {
                            // a fault of the makers: say where, all of it
                            var reasons = refused.all()
                                    .limit(20)
                                    .map(Refusal::getMessage)
                                    .toList();
                            throw new IllegalStateException(step.code() + ": " + reasons, refused);
                        }
                        sign(step.code(), entry.id());
                    });
                    return true;
                }));
    }

    private static Actor everywhere() {
        return Actor.system(Set.of(LoadSteps.CENTRE, Spec.BAC_KAN.register(), Spec.THAI_NGUYEN.register()));
    }

    private void sign(String step, @Nullable Long entry) {
        sql.sql("insert into demonstration.step (step_code, entry_id) values (:step, :entry)")
                .param("step", step)
                .param("entry", entry, Types.BIGINT)
                .update();
    }

    private Set<String> done() {
        return new HashSet<>(sql.sql("select step_code from demonstration.step")
                .query(String.class)
                .list());
    }
}

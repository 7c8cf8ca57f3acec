package vn.giaoban.importing;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;

/** Tells after a start what was lost, and lets nothing that was uploaded lie for more than a week. */
@Component
class Sweeping {

    private static final Logger log = LoggerFactory.getLogger(Sweeping.class);
    static final Duration KEPT = Duration.ofDays(7);

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Hourly {}

    private final Jobs jobs;
    private final Uploads uploads;
    private final Registers registers;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sweeping(Jobs jobs, Uploads uploads, Registers registers, Clock clock, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.registers = registers;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void afterStart() {
        var lost = everywhere(() -> jobs.lose(clock.instant()));
        if (lost > 0) {
            log.warn("{} imports were running when the program ended; nothing of them was recorded", lost);
        }
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void sweep() {
        var before = clock.instant().minus(KEPT);
        everywhere(() -> {
            var old = jobs.withUploadBefore(before);
            for (var job : old) {
                jobs.move(job, ImportState.PREVIEWED, ImportState.REFUSED, clock.instant(), null);
                uploads.forget(job);
            }
            return old.size();
        });
    }

    private int everywhere(Supplier<Integer> work) {
        var all = registers.all().stream().map(Register::id).collect(Collectors.toSet());
        if (all.isEmpty()) {
            return 0;
        }
        return Acting.as(Actor.system(all), () -> {
            var count = transaction.execute(status -> work.get());
            return count == null ? 0 : count;
        });
    }
}
